package org.luoshi.ledger.guests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.FeedbackKind;
import org.luoshi.ledger.core.NewFeedback;

/**
 * What is typed on the page of a link.
 *
 * @param step how it is signed for
 * @param words the reason of an objection, or the question
 * @param proof for each point, in order, where the proof can be seen
 * @param kept files of an earlier, refused try as {@code point|file|name}; the point may be empty
 */
public record GuestInput(
        @Nullable String step,
        @Nullable String words,
        @Nullable String kind,
        @Nullable String body,
        @Nullable String forecast,
        @Nullable String helpNeeded,
        @Nullable List<String> proof,
        @Nullable List<String> kept,
        @Nullable String signer,
        @Nullable String telephone,
        @Nullable String once) {

    /** A file that is stored already, and the point it proves. */
    record Kept(@Nullable UUID pointId, UUID fileId, String name) {

        String written() {
            return (pointId == null ? "" : pointId) + "|" + fileId + "|" + name;
        }
    }

    static GuestInput empty(GuestLink link) {
        return new GuestInput(null, null, null, null, null, null, null, null, link.contact(), link.telephone(), null);
    }

    GuestInput keeping(List<Kept> files) {
        List<String> written = files.stream().map(Kept::written).toList();
        return new GuestInput(step, words, kind, body, forecast, helpNeeded, proof, written, signer, telephone, once);
    }

    List<Kept> keptFiles() {
        List<Kept> files = new ArrayList<>();
        for (String written : keptValues()) {
            String[] parts = written.split("\\|", 3);
            try {
                files.add(new Kept(
                        parts[0].isEmpty() ? null : UUID.fromString(parts[0]), UUID.fromString(parts[1]), parts[2]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
                throw GuestError.CHANGED.with(Map.of("found", "kept"));
            }
        }
        return files;
    }

    public List<String> keptValues() {
        return kept == null
                ? List.of()
                : kept.stream().filter(one -> !one.isBlank()).toList();
    }

    /** Names of files kept for a point, or for the whole report with an empty id. */
    public List<String> keptNames(String pointId) {
        return keptFiles().stream()
                .filter(file -> pointId.equals(file.pointId() == null ? "" : String.valueOf(file.pointId())))
                .map(Kept::name)
                .toList();
    }

    GuestReport report(GuestTask task, List<Kept> files) {
        List<NewFeedback.Proof> proofs = new ArrayList<>();
        files.forEach(file -> proofs.add(new NewFeedback.Proof(file.pointId(), file.fileId(), null)));
        for (int n = 0; n < task.points().size(); n++) {
            String where = proofAt(n);
            if (where.length() > GuestReport.LONGEST_WORDS) {
                throw GuestError.TOO_LONG.plain();
            }
            if (!where.isBlank()) {
                proofs.add(new NewFeedback.Proof(task.points().get(n).id(), null, where));
            }
        }
        return new GuestReport(meant(task), text(body), GuestWords.day(text(forecast)), helpNeeded, proofs);
    }

    private FeedbackKind meant(GuestTask task) {
        return task.kinds().stream()
                .filter(this::isKind)
                .findFirst()
                .orElseThrow(() -> GuestError.KIND_MISSING.with(Map.of("field", "kind")));
    }

    public String proofAt(int point) {
        return proof != null && point < proof.size() ? proof.get(point) : "";
    }

    public boolean isKind(FeedbackKind other) {
        return other.name().equals(kind);
    }

    public boolean isStep(Enum<?> other) {
        return other.name().equals(step);
    }

    public String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}

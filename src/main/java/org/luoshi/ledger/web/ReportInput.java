package org.luoshi.ledger.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.FeedbackKind;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.LedgerError;
import org.luoshi.ledger.core.NewFeedback;
import org.luoshi.ledger.core.ReportForm;

/**
 * A report as it is typed.
 *
 * @param words for each point, in order, where the proof can be seen, if it is no file
 * @param also ids of other parts that the report serves
 * @param kept files of an earlier, refused try as {@code point|file|name}; the point may be empty
 * @param send {@code true} to send it on at once
 */
public record ReportInput(
        @Nullable String kind,
        @Nullable String body,
        @Nullable String forecast,
        @Nullable String helpNeeded,
        @Nullable List<String> words,
        @Nullable List<String> also,
        @Nullable List<String> kept,
        @Nullable String send) {

    /** A file that is stored already, and the point it proves. */
    record KeptFile(@Nullable UUID pointId, UUID fileId, String name) {

        String written() {
            return (pointId == null ? "" : pointId) + "|" + fileId + "|" + name;
        }
    }

    static ReportInput startingFrom(ReportForm form) {
        return new ReportInput(FeedbackKind.PERIODIC.name(), form.last(), null, null, null, null, null, null);
    }

    static ReportInput of(ItemDetail.Report draft, ReportForm form) {
        List<String> words = form.points().stream()
                .map(point -> draft.proofs().stream()
                        .filter(proof -> point.id().equals(proof.pointId()) && proof.words() != null)
                        .map(proof -> String.valueOf(proof.words()))
                        .findFirst()
                        .orElse(""))
                .toList();
        List<String> files = draft.proofs().stream()
                .filter(proof -> proof.fileId() != null)
                .map(proof -> (proof.pointId() == null ? "" : proof.pointId()) + "|" + proof.fileId() + "|"
                        + proof.fileName())
                .toList();
        return new ReportInput(
                draft.kind().name(),
                draft.body(),
                draft.forecast() == null ? null : draft.forecast().toString(),
                draft.helpNeeded(),
                words,
                null,
                files,
                null);
    }

    ReportInput keeping(List<KeptFile> files) {
        return new ReportInput(
                kind,
                body,
                forecast,
                helpNeeded,
                words,
                also,
                files.stream().map(KeptFile::written).toList(),
                null);
    }

    List<KeptFile> keptFiles() {
        List<KeptFile> files = new ArrayList<>();
        for (String written : keptValues()) {
            String[] parts = written.split("\\|", 3);
            if (parts.length != 3) {
                throw LedgerError.UNKNOWN.plain();
            }
            files.add(
                    new KeptFile(parts[0].isEmpty() ? null : StepForms.id(parts[0]), StepForms.id(parts[1]), parts[2]));
        }
        return files;
    }

    boolean isToBeSent() {
        return "true".equals(send);
    }

    public boolean serves(UUID assignmentId) {
        return also != null && also.contains(assignmentId.toString());
    }

    public boolean isKind(FeedbackKind other) {
        return other.name().equals(kind);
    }

    public String word(int point) {
        return words != null && point < words.size() ? words.get(point) : "";
    }

    /** Names of files kept for a point, or for the whole report with an empty id. */
    public List<String> keptNames(String pointId) {
        return keptFiles().stream()
                .filter(file -> pointId.equals(file.pointId() == null ? "" : String.valueOf(file.pointId())))
                .map(KeptFile::name)
                .toList();
    }

    public List<String> keptValues() {
        return kept == null
                ? List.of()
                : kept.stream().filter(written -> !written.isBlank()).toList();
    }

    NewFeedback toCommand(UUID assignmentId, ReportForm form, List<KeptFile> files) {
        List<UUID> parts = new ArrayList<>(List.of(assignmentId));
        if (also != null) {
            also.forEach(other -> parts.add(StepForms.id(other)));
        }
        List<NewFeedback.Proof> proofs = new ArrayList<>();
        files.forEach(file -> proofs.add(new NewFeedback.Proof(file.pointId(), file.fileId(), null)));
        for (int i = 0; i < form.points().size(); i++) {
            if (!word(i).isBlank()) {
                proofs.add(new NewFeedback.Proof(form.points().get(i).id(), null, word(i)));
            }
        }
        return new NewFeedback(
                parts,
                StepForms.blank(kind) ? FeedbackKind.PERIODIC : FeedbackKind.valueOf(text(kind)),
                text(body),
                StepForms.date(forecast),
                StepForms.blank(helpNeeded) ? null : text(helpNeeded).strip(),
                proofs);
    }

    public String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}

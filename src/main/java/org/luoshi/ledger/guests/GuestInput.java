package org.luoshi.ledger.guests;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.FeedbackKind;
import org.luoshi.ledger.core.NewFeedback;

/**
 * What is typed on the page of a link.
 *
 * @param step how it is signed for
 * @param words the reason of an objection, or the question
 * @param proof for each point, in order, where the proof can be seen
 */
public record GuestInput(
        @Nullable String step,
        @Nullable String words,
        @Nullable String kind,
        @Nullable String body,
        @Nullable String forecast,
        @Nullable String helpNeeded,
        @Nullable List<String> proof,
        @Nullable String signer,
        @Nullable String telephone,
        @Nullable String once) {

    static GuestInput empty(GuestLink link) {
        return new GuestInput(null, null, null, null, null, null, null, link.contact(), link.telephone(), null);
    }

    /** As it came, where no method has taken it yet. */
    static GuestInput typed(HttpServletRequest request) {
        String[] proofs = request.getParameterValues("proof");
        return new GuestInput(
                request.getParameter("step"),
                request.getParameter("words"),
                request.getParameter("kind"),
                request.getParameter("body"),
                request.getParameter("forecast"),
                request.getParameter("helpNeeded"),
                proofs == null ? null : List.of(proofs),
                request.getParameter("signer"),
                request.getParameter("telephone"),
                request.getParameter("once"));
    }

    /** What is reported, with the files that came along. */
    GuestReport report(GuestTask task, List<NewFeedback.Proof> files) {
        List<NewFeedback.Proof> proofs = new ArrayList<>(files);
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

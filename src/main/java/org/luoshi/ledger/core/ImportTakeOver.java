package org.luoshi.ledger.core;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.luoshi.worktime.DueDate;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.stereotype.Component;

/**
 * Takes over a filed item that was given out and signed on paper before it came into this ledger. The limit stays what it was, even when it
 * is past; what the units owe from now on is owed from the day it was taken over, for nobody could report here before.
 */
@Component
class ImportTakeOver {

    private final Ledger ledger;
    private final Issuing issuing;
    private final FeedbackDues dues;
    private final LedgerObligations obligations;
    private final FeedbackService feedback;
    private final FeedbackReview review;
    private final WorktimeApi worktime;
    private final ImportTexts texts;
    private final Clock clock;

    ImportTakeOver(
            Ledger ledger,
            Issuing issuing,
            FeedbackDues dues,
            LedgerObligations obligations,
            FeedbackService feedback,
            FeedbackReview review,
            WorktimeApi worktime,
            ImportTexts texts,
            Clock clock) {
        this.ledger = ledger;
        this.issuing = issuing;
        this.dues = dues;
        this.obligations = obligations;
        this.feedback = feedback;
        this.review = review;
        this.worktime = worktime;
        this.texts = texts;
        this.clock = clock;
    }

    void takeOver(UUID itemId, ImportRow row, Actor actor) {
        Item item = ledger.item(itemId);
        Instant now = clock.instant();
        item.move(ItemStep.ISSUE, now);
        item.issuedAt = now;
        giveLimit(item, now, actor);
        List<Assignment> units = ledger.assignmentsOf(item);
        if (units.stream().noneMatch(Assignment::isLead)) {
            throw LedgerError.NO_LEAD.plain();
        }
        for (Assignment unit : units) {
            sign(item, unit, row, now);
        }
        item.move(ItemStep.START, now);
        obligations.nextStep(item, actor);
        ledger.saveAll(item, units);
        ledger.note(item, "item", item.id, "imported", details(row), null, actor);
        if (!row.progress().isEmpty()) {
            report(item, units, row, actor);
        }
    }

    private void giveLimit(Item item, Instant now, Actor actor) {
        DueDate due = issuing.dueOf(item.givenDue, item.limitClass, now);
        if (due != null) {
            item.due = due.due();
            item.originalDue = due.due();
            item.dueProvisional = due.provisional();
            item.derivation = String.join("\n", worktime.explain(due, Texts.SIMPLIFIED));
        }
        ledger.dateChanged(item, null, "ORIGINAL", null, item.due, null, actor);
    }

    private void sign(Item item, Assignment unit, ImportRow row, Instant now) {
        unit.move(AssignmentStep.SEND, now);
        unit.move(AssignmentStep.SIGN, now);
        unit.issuedAt = now;
        unit.signedAt = now;
        unit.signAnswer = Assignment.SignAnswer.NO_OBJECTION;
        unit.due = item.due;
        unit.originalDue = item.due;
        dues.generate(item, unit);
    }

    /** What the table says about progress is the lead's first report, entered on its behalf and marked as such; interim reports close nothing. */
    private void report(Item item, List<Assignment> units, ImportRow row, Actor actor) {
        UUID lead = units.stream()
                .filter(Assignment::isLead)
                .findFirst()
                .map(unit -> unit.id)
                .orElseThrow();
        UUID report = feedback.draft(
                new NewFeedback(List.of(lead), FeedbackKind.FIRST, row.progress(), null, null, List.of()),
                new ReportOrigin(ReportWay.IMPORT, actor.name(), null, null, null),
                actor);
        feedback.perform(report, FeedbackStep.SIGN_OFF, StepInput.of(1), actor);
        review.decide(report, lead, FeedbackStep.ACCEPT, StepInput.of(0, texts.acceptedWith()), actor);
    }

    private static Map<String, Object> details(ImportRow row) {
        Map<String, Object> details = new HashMap<>();
        details.put("row", row.row());
        LocalDate issuedOn = row.issuedOn();
        if (issuedOn != null) {
            details.put("issuedOn", issuedOn.toString());
        }
        details.put("limit", row.limit().written());
        return details;
    }
}

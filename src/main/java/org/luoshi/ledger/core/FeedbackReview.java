package org.luoshi.ledger.core;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The office's look at a report, item by item: accepted, or returned with a reason code, which restarts the clock. */
@Service
@Transactional
public class FeedbackReview {

    private final Ledger ledger;
    private final Feedbacks feedbacks;
    private final FeedbackDues dues;
    private final Issuing issuing;
    private final LedgerObligations obligations;
    private final LedgerSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    FeedbackReview(
            Ledger ledger,
            Feedbacks feedbacks,
            FeedbackDues dues,
            Issuing issuing,
            LedgerObligations obligations,
            LedgerSettings settings,
            JdbcClient jdbc,
            Clock clock) {
        this.ledger = ledger;
        this.feedbacks = feedbacks;
        this.dues = dues;
        this.issuing = issuing;
        this.obligations = obligations;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Target(UUID itemId, TargetState state, int number) {}

    /** Accepts or returns a report for one of the items it serves. */
    public void decide(UUID feedbackId, UUID assignmentId, FeedbackStep step, StepInput input, Actor actor) {
        Target target = target(feedbackId, assignmentId);
        Item item = ledger.visibleItem(target.itemId(), actor);
        Feedback feedback = feedbacks.findById(feedbackId).orElseThrow();
        if (!item.open) {
            throw LedgerError.STEP_NOT_POSSIBLE.with(Map.of("step", step.name(), "state", item.state.name()));
        }
        if (!step.isDecision() || !step.isAllowedFrom(feedback.state, target.state())) {
            throw LedgerError.STEP_NOT_POSSIBLE.with(
                    Map.of("step", step.name(), "state", target.state().name()));
        }
        if (!Permissions.hasOfficeRole(step, actor)) {
            throw LedgerError.NOT_YOURS.plain();
        }
        input.require(step);
        Assignment unit = ledger.assignment(assignmentId);
        write(feedbackId, assignmentId, step, input, actor);
        obligations.meet(
                FeedbackService.reviewObligation(feedbackId, assignmentId), "ledger.feedback", feedbackId, actor);
        boolean leadIsDone = false;
        if (step == FeedbackStep.ACCEPT) {
            leadIsDone = accept(item, unit, feedback);
        } else {
            sendBack(item, unit, feedback, input, actor);
        }
        ledger.activity(item, step.name());
        ledger.save(item, unit);
        if (leadIsDone) {
            obligations.oweCloseProposal(item);
            ledger.save(item);
        }
        Map<String, Object> details = new HashMap<>();
        details.put("unit", ledger.unitName(unit.unitId));
        details.put("number", target.number());
        if (input.rejectCode() != null) {
            details.put("code", input.rejectCode().name());
        }
        String action = step.name().toLowerCase(java.util.Locale.ROOT);
        ledger.note(item, "feedback", feedbackId, action, details, input.words(), actor);
    }

    /** True when the lead's final report is accepted, so that the officer has to propose closing. */
    private boolean accept(Item item, Assignment unit, Feedback feedback) {
        unit.helpNeeded = feedback.helpNeeded;
        if (feedback.kind != FeedbackKind.FINAL || !AssignmentStep.ACCEPT_FINAL.isAllowedFrom(unit.state)) {
            return false;
        }
        unit.move(AssignmentStep.ACCEPT_FINAL, clock.instant());
        unit.acceptedAt = clock.instant();
        return unit.isLead() && (item.state == ItemState.IN_PROGRESS || item.state == ItemState.LONG_TERM);
    }

    private void sendBack(Item item, Assignment unit, Feedback feedback, StepInput input, Actor actor) {
        Instant due = input.date() == null
                ? obligations.days(settings.of(LedgerSetting.REDO_WORKING_DAYS))
                : issuing.endOf(input.date());
        unit.returnedCount++;
        if (feedback.kind == FeedbackKind.FINAL && AssignmentStep.RETURN_FINAL.isAllowedFrom(unit.state)) {
            unit.move(AssignmentStep.RETURN_FINAL, clock.instant());
        }
        dues.reopen(feedback, unit, due, "returned");
        ledger.tellUnit(unit.unitId, item, "ledger.notice.returned", Map.of("reason", input.reason()), "returned");
    }

    private void write(UUID feedbackId, UUID assignmentId, FeedbackStep step, StepInput input, Actor actor) {
        jdbc.sql("""
                update ledger.feedback_target
                set state = :state, reject_code = :code, note = :note, decided_by = :by, decided_at = :at
                where feedback_id = :feedback and assignment_id = :assignment
                """)
                .param("state", String.valueOf(step.targetTo()))
                .param(
                        "code",
                        input.rejectCode() == null ? null : input.rejectCode().name())
                .param("note", input.words())
                .param("by", actor.name())
                .param("at", Sql.at(clock.instant()))
                .param("feedback", feedbackId)
                .param("assignment", assignmentId)
                .update();
    }

    private Target target(UUID feedbackId, UUID assignmentId) {
        return jdbc.sql("""
                select item_id, state, coalesce(number, 0) as number from ledger.feedback_target
                where feedback_id = :feedback and assignment_id = :assignment for update
                """)
                .param("feedback", feedbackId)
                .param("assignment", assignmentId)
                .query(Target.class)
                .optional()
                .orElseThrow(() -> LedgerError.UNKNOWN.with(Map.of("id", feedbackId)));
    }
}

package org.luoshi.ledger.core;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports of the units: drafted, signed off by the unit's leader, and then immutable. */
@Service
@Transactional
public class FeedbackService {

    private final Ledger ledger;
    private final Feedbacks feedbacks;
    private final Permissions permissions;
    private final FeedbackDues dues;
    private final LedgerObligations obligations;
    private final Once once;
    private final FeedbackDrafting drafting;
    private final JdbcClient jdbc;
    private final Clock clock;

    FeedbackService(
            Ledger ledger,
            Feedbacks feedbacks,
            Permissions permissions,
            FeedbackDues dues,
            LedgerObligations obligations,
            Once once,
            FeedbackDrafting drafting,
            JdbcClient jdbc,
            Clock clock) {
        this.ledger = ledger;
        this.feedbacks = feedbacks;
        this.permissions = permissions;
        this.dues = dues;
        this.obligations = obligations;
        this.once = once;
        this.drafting = drafting;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Drafts a report. The same key from the same person answers with the report of the first time.
     *
     * @param origin needed where an officer enters it on behalf of a unit
     */
    public UUID draft(
            NewFeedback command, @Nullable ReportOrigin origin, @Nullable String idempotencyKey, Actor actor) {
        return once.create("feedback", idempotencyKey, actor, () -> draft(command, origin, actor));
    }

    /** Whether this person has drafted a report with this key before. */
    @Transactional(readOnly = true)
    public boolean isDrafted(String idempotencyKey, UUID personId) {
        return once.isMade("feedback", idempotencyKey, personId);
    }

    /** Drafts a report of the actor's own unit. */
    public UUID draft(NewFeedback command, Actor actor) {
        return draft(command, null, actor);
    }

    /** Drafts a report and signs it off at once, as who speaks for a unit without account does. Sent twice with a key, it comes once. */
    public UUID handIn(NewFeedback command, ReportOrigin origin, @Nullable String idempotencyKey, Actor actor) {
        UUID id = draft(command, origin, idempotencyKey, actor);
        Feedback feedback = feedback(id);
        if (feedback.state == FeedbackState.DRAFT) {
            perform(id, FeedbackStep.SIGN_OFF, StepInput.of(feedback.version), actor);
        }
        return id;
    }

    /** Drafts a report. An officer may enter one on behalf of a unit and says on what basis; it is marked as such. */
    public UUID draft(NewFeedback command, @Nullable ReportOrigin origin, Actor actor) {
        return drafting.draft(command, origin, actor).id;
    }

    /** Changes a draft; files already attached stay unless the new evidence leaves them out. */
    public void revise(UUID feedbackId, int seenVersion, NewFeedback command, Actor actor) {
        Feedback feedback = feedback(feedbackId);
        requireOwn(feedback, actor);
        feedback.requireVersion(seenVersion);
        if (feedback.state != FeedbackState.DRAFT) {
            throw LedgerError.STEP_NOT_POSSIBLE.with(Map.of("step", "REVISE", "state", feedback.state.name()));
        }
        drafting.revise(feedback, command, actor);
    }

    /** "Nothing new", with a reason, in one step; signed off at once where a unit's head presses it, else sent to the head. */
    public UUID nothingNew(UUID assignmentId, String reason, Actor actor) {
        NewFeedback zero = new NewFeedback(List.of(assignmentId), FeedbackKind.ZERO, reason, null, null, List.of());
        UUID id = draft(zero, actor);
        Feedback feedback = feedback(id);
        FeedbackStep step =
                mayTake(FeedbackStep.SIGN_OFF, feedback, actor) ? FeedbackStep.SIGN_OFF : FeedbackStep.SEND_TO_HEAD;
        perform(id, step, StepInput.of(feedback.version), actor);
        return id;
    }

    /** The unit's own steps: to the head, back, sign-off, withdraw. */
    public void perform(UUID feedbackId, FeedbackStep step, StepInput input, Actor actor) {
        Feedback feedback = feedback(feedbackId);
        if (!step.isAllowedFrom(feedback.state) || step.isDecision()) {
            throw LedgerError.STEP_NOT_POSSIBLE.with(Map.of("step", step.name(), "state", feedback.state.name()));
        }
        if (!mayTake(step, feedback, actor)) {
            throw LedgerError.NOT_YOURS.plain();
        }
        feedback.requireVersion(input.version());
        input.require(step);
        List<Assignment> units = targetsOf(feedbackId);
        if (step == FeedbackStep.SEND_TO_HEAD || step == FeedbackStep.SIGN_OFF) {
            units.forEach(this::requireUnderWay);
        }
        UUID signOff = LedgerObligations.id("sign-off", feedback.id, feedback.version);
        feedback.move(step);
        switch (step) {
            case SEND_TO_HEAD -> {
                feedbacks.save(feedback);
                sendToHead(feedback, units, actor);
            }
            case HAND_BACK -> {
                obligations.meet(signOff, "ledger.feedback", feedback.id, actor);
                feedbacks.save(feedback);
                units.forEach(unit -> moveFinal(feedback, unit, AssignmentStep.HAND_BACK_FINAL));
            }
            case SIGN_OFF -> {
                obligations.meet(signOff, "ledger.feedback", feedback.id, actor);
                submit(feedback, units, actor);
            }
            case WITHDRAW -> {
                obligations.meet(signOff, "ledger.feedback", feedback.id, actor);
                feedbacks.save(feedback);
                units.forEach(unit -> moveFinal(feedback, unit, AssignmentStep.HAND_BACK_FINAL));
            }
            case ACCEPT, RETURN -> throw new IllegalStateException(step + " is a decision of the office");
        }
        for (Assignment unit : units) {
            Item item = ledger.item(unit.itemId);
            ledger.activity(item, step.name());
            ledger.save(item, unit);
            ledger.note(
                    item,
                    "feedback",
                    feedback.id,
                    step.name().toLowerCase(java.util.Locale.ROOT),
                    Map.of(
                            "unit", ledger.unitName(unit.unitId),
                            "kind", feedback.kind.name(),
                            "number", unit.feedbackCount),
                    input.words(),
                    actor);
        }
    }

    /** What was merged or cancelled meanwhile is not reported on any more; the draft can still be withdrawn. */
    private void requireUnderWay(Assignment unit) {
        Item item = ledger.item(unit.itemId);
        if (!item.isWithTheUnits()) {
            throw LedgerError.STEP_NOT_POSSIBLE.with(Map.of("step", "FEEDBACK", "state", item.state.name()));
        }
    }

    private void sendToHead(Feedback feedback, List<Assignment> units, Actor actor) {
        Assignment first = units.get(0);
        Item item = ledger.item(first.itemId);
        obligations.oweByHead(
                LedgerObligations.id("sign-off", feedback.id, feedback.version),
                item,
                first,
                "sign-off",
                "/ledger/feedback/" + feedback.id);
        units.forEach(unit -> moveFinal(feedback, unit, AssignmentStep.REVIEW_FINAL));
    }

    private void submit(Feedback feedback, List<Assignment> units, Actor actor) {
        feedback.submittedAt = clock.instant();
        feedback.signedOffBy = actor.name();
        feedbacks.save(feedback);
        for (Assignment unit : units) {
            unit.feedbackCount++;
            unit.forecast = feedback.forecast == null ? unit.forecast : feedback.forecast;
            unit.helpNeeded = feedback.helpNeeded;
            if (unit.firstAnswerAt == null) {
                unit.firstAnswerAt = clock.instant();
            }
            jdbc.sql("""
                    update ledger.feedback_target set state = 'SUBMITTED', number = :number
                    where feedback_id = :feedback and assignment_id = :assignment
                    """)
                    .param("number", unit.feedbackCount)
                    .param("feedback", feedback.id)
                    .param("assignment", unit.id)
                    .update();
            dues.meet(unit, feedback, actor);
            moveFinal(feedback, unit, AssignmentStep.SUBMIT_FINAL);
            Item item = ledger.item(unit.itemId);
            String name = ledger.unitName(unit.unitId);
            obligations.oweByOfficer(
                    reviewObligation(feedback.id, unit.id),
                    item,
                    name,
                    "review",
                    item.page() + "#feedback",
                    obligations.reviewDue());
            ledger.tellOfficer(
                    item,
                    "ledger.notice.feedback",
                    Map.of("unit", name, "count", String.valueOf(unit.feedbackCount)),
                    "feedback");
        }
    }

    static UUID reviewObligation(UUID feedbackId, UUID assignmentId) {
        return LedgerObligations.id("review", feedbackId, assignmentId);
    }

    /** Only a final report moves the part itself: interim reports never close. */
    private void moveFinal(Feedback feedback, Assignment unit, AssignmentStep step) {
        if (feedback.kind == FeedbackKind.FINAL && step.isAllowedFrom(unit.state)) {
            unit.move(step, clock.instant());
        } else {
            unit.lastActivityAt = clock.instant();
        }
    }

    boolean mayTake(FeedbackStep step, Feedback feedback, Actor actor) {
        boolean ofTheUnit = permissions.actsFor(feedback.unitId, step.by(), actor);
        // On behalf of a unit without account the officer hands in what came on paper; the mark stays on it for ever.
        boolean onBehalf = feedback.onBehalf && !step.isDecision() && actor.has(Role.OFFICER);
        return ofTheUnit || onBehalf;
    }

    private void requireOwn(Feedback feedback, Actor actor) {
        boolean own = permissions.actsFor(feedback.unitId, Permissions.UNIT_ROLES, actor)
                || feedback.onBehalf && actor.has(Role.OFFICER);
        if (!own) {
            throw LedgerError.NOT_YOURS.plain();
        }
    }

    private Feedback feedback(UUID id) {
        return feedbacks.findById(id).orElseThrow(() -> LedgerError.UNKNOWN.with(Map.of("id", id)));
    }

    private List<Assignment> targetsOf(UUID feedbackId) {
        return jdbc
                .sql("select assignment_id from ledger.feedback_target where feedback_id = :id order by assignment_id")
                .param("id", feedbackId)
                .query(UUID.class)
                .list()
                .stream()
                .map(ledger::assignment)
                .toList();
    }
}

package org.luoshi.ledger.core;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports of the units: drafted, signed off by the unit's leader, and then immutable. */
@Service
@Transactional
public class FeedbackService {

    private static final Set<Role> UNIT_ROLES = Set.of(Role.UNIT_LIAISON, Role.UNIT_HEAD, Role.HANDLER);

    private final Ledger ledger;
    private final Feedbacks feedbacks;
    private final Permissions permissions;
    private final FeedbackDues dues;
    private final LedgerObligations obligations;
    private final Once once;
    private final Attachments attachments;
    private final ReportOrigins origins;
    private final JdbcClient jdbc;
    private final Clock clock;

    FeedbackService(
            Ledger ledger,
            Feedbacks feedbacks,
            Permissions permissions,
            FeedbackDues dues,
            LedgerObligations obligations,
            Once once,
            Attachments attachments,
            ReportOrigins origins,
            JdbcClient jdbc,
            Clock clock) {
        this.ledger = ledger;
        this.feedbacks = feedbacks;
        this.permissions = permissions;
        this.dues = dues;
        this.obligations = obligations;
        this.once = once;
        this.attachments = attachments;
        this.origins = origins;
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
        List<Assignment> units = unitsOf(command, actor);
        Feedback feedback = new Feedback();
        feedback.id = TimeOrderedIds.next(clock);
        feedback.unitId = units.get(0).unitId;
        feedback.state = FeedbackState.DRAFT;
        feedback.onBehalf = !permissions.actsFor(feedback.unitId, UNIT_ROLES, actor);
        if (feedback.onBehalf && origin == null) {
            throw LedgerError.BASIS_MISSING.plain();
        }
        fill(feedback, command, actor);
        feedbacks.save(feedback);
        if (origin != null) {
            origins.keep(feedback.id, origin);
        }
        for (Assignment unit : units) {
            jdbc.sql("""
                    insert into ledger.feedback_target (feedback_id, assignment_id, item_id, state)
                    values (:feedback, :assignment, :item, 'OPEN')
                    """)
                    .param("feedback", feedback.id)
                    .param("assignment", unit.id)
                    .param("item", unit.itemId)
                    .update();
            begin(unit);
        }
        requireKnown(feedback, command, actor);
        writeEvidence(feedback, command);
        return feedback.id;
    }

    /** Changes a draft; files already attached stay unless the new evidence leaves them out. */
    public void revise(UUID feedbackId, int seenVersion, NewFeedback command, Actor actor) {
        Feedback feedback = feedback(feedbackId);
        requireOwn(feedback, actor);
        feedback.requireVersion(seenVersion);
        if (feedback.state != FeedbackState.DRAFT) {
            throw LedgerError.STEP_NOT_POSSIBLE.with(Map.of("step", "REVISE", "state", feedback.state.name()));
        }
        fill(feedback, command, actor);
        feedbacks.save(feedback);
        requireKnown(feedback, command, actor);
        jdbc.sql("delete from ledger.evidence where feedback_id = :id")
                .param("id", feedbackId)
                .update();
        writeEvidence(feedback, command);
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
            obligations.oweByOfficer(
                    reviewObligation(feedback.id, unit.id),
                    item,
                    "review",
                    item.page() + "#feedback",
                    obligations.reviewDue());
            ledger.tellOfficer(
                    item,
                    "ledger.notice.feedback",
                    Map.of("unit", ledger.unitName(unit.unitId), "count", String.valueOf(unit.feedbackCount)),
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

    private void begin(Assignment unit) {
        if (AssignmentStep.BEGIN.isAllowedFrom(unit.state)) {
            unit.move(AssignmentStep.BEGIN, clock.instant());
            ledger.save(ledger.item(unit.itemId), unit);
        }
    }

    boolean mayTake(FeedbackStep step, Feedback feedback, Actor actor) {
        boolean ofTheUnit = permissions.actsFor(feedback.unitId, step.by(), actor);
        // On behalf of a unit without account the officer hands in what came on paper; the mark stays on it for ever.
        boolean onBehalf = feedback.onBehalf && !step.isDecision() && actor.has(Role.OFFICER);
        return ofTheUnit || onBehalf;
    }

    private void requireOwn(Feedback feedback, Actor actor) {
        boolean own =
                permissions.actsFor(feedback.unitId, UNIT_ROLES, actor) || feedback.onBehalf && actor.has(Role.OFFICER);
        if (!own) {
            throw LedgerError.NOT_YOURS.plain();
        }
    }

    private List<Assignment> unitsOf(NewFeedback command, Actor actor) {
        if (command.body().isBlank()) {
            throw command.kind() == FeedbackKind.ZERO
                    ? LedgerError.ZERO_NEEDS_REASON.plain()
                    : LedgerError.EMPTY_FEEDBACK.plain();
        }
        if (command.kind() == FeedbackKind.FINAL && command.assignmentIds().size() != 1) {
            throw LedgerError.FINAL_STANDS_ALONE.plain();
        }
        List<Assignment> units = new ArrayList<>();
        for (UUID id : command.assignmentIds()) {
            Assignment unit = ledger.assignment(id);
            ledger.visibleItem(unit.itemId, actor);
            requireReportable(unit, command.kind());
            if (!units.isEmpty() && !unit.unitId.equals(units.get(0).unitId)) {
                throw LedgerError.OTHER_UNITS_ITEM.plain();
            }
            units.add(unit);
        }
        if (units.isEmpty()) {
            throw LedgerError.UNKNOWN.with(Map.of("id", ""));
        }
        if (!permissions.actsFor(units.get(0).unitId, UNIT_ROLES, actor) && !actor.has(Role.OFFICER)) {
            throw LedgerError.NOT_YOURS.plain();
        }
        return units;
    }

    private static void requireReportable(Assignment unit, FeedbackKind kind) {
        switch (unit.state) {
            case TO_SIGN, PLANNED, REASSIGN_REQUESTED -> throw LedgerError.NOT_SIGNED_YET.plain();
            case SUBMITTED, UNIT_REVIEW -> {
                if (kind == FeedbackKind.FINAL) {
                    throw LedgerError.FINAL_UNDER_REVIEW.plain();
                }
            }
            case ACCEPTED, WAIVED, STOPPED, MOVED ->
                throw LedgerError.STEP_NOT_POSSIBLE.with(Map.of("step", "FEEDBACK", "state", unit.state.name()));
            case SIGNED, ASSIGNED_INSIDE, WORKING, RETURNED -> {}
        }
    }

    private void fill(Feedback feedback, NewFeedback command, Actor actor) {
        feedback.kind = command.kind();
        feedback.body = command.body().strip();
        feedback.forecast = command.forecast();
        feedback.helpNeeded = command.helpNeeded();
        feedback.draftedBy = actor.name();
        feedback.draftedAt = clock.instant();
    }

    /** Evidence is for points of the items reported on, and its files are the writer's own or hang there already. */
    private void requireKnown(Feedback feedback, NewFeedback command, Actor actor) {
        List<UUID> itemIds = jdbc.sql("select item_id from ledger.feedback_target where feedback_id = :id")
                .param("id", feedback.id)
                .query(UUID.class)
                .list();
        Set<UUID> points = Set.copyOf(jdbc.sql("select id from ledger.requirement where item_id = any(:items)")
                .param("items", Sql.ids(itemIds))
                .query(UUID.class)
                .list());
        Set<UUID> fileIds = new HashSet<>();
        for (NewFeedback.Proof proof : command.evidence()) {
            if (proof.requirementId() != null && !points.contains(proof.requirementId())) {
                throw LedgerError.UNKNOWN_POINT.plain();
            }
            if (proof.fileId() != null) {
                fileIds.add(proof.fileId());
            }
        }
        attachments.require(fileIds, itemIds, actor);
    }

    private void writeEvidence(Feedback feedback, NewFeedback command) {
        for (NewFeedback.Proof proof : command.evidence()) {
            jdbc.sql("""
                    insert into ledger.evidence (id, feedback_id, requirement_id, file_id, words)
                    values (:id, :feedback, :requirement, :file, :words)
                    """)
                    .param("id", TimeOrderedIds.next(clock))
                    .param("feedback", feedback.id)
                    .param("requirement", proof.requirementId())
                    .param("file", proof.fileId())
                    .param("words", blankToNull(proof.words()))
                    .update();
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
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

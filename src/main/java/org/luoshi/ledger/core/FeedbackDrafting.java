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
import org.springframework.stereotype.Component;

/** Writes what a unit reports, until it is signed off: on what, in which words, with which evidence. */
@Component
class FeedbackDrafting {

    private final Ledger ledger;
    private final Feedbacks feedbacks;
    private final Permissions permissions;
    private final Attachments attachments;
    private final ReportOrigins origins;
    private final JdbcClient jdbc;
    private final Clock clock;

    FeedbackDrafting(
            Ledger ledger,
            Feedbacks feedbacks,
            Permissions permissions,
            Attachments attachments,
            ReportOrigins origins,
            JdbcClient jdbc,
            Clock clock) {
        this.ledger = ledger;
        this.feedbacks = feedbacks;
        this.permissions = permissions;
        this.attachments = attachments;
        this.origins = origins;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Feedback draft(NewFeedback command, @Nullable ReportOrigin origin, Actor actor) {
        List<Assignment> units = unitsOf(command, actor);
        Feedback feedback = new Feedback();
        feedback.id = TimeOrderedIds.next(clock);
        feedback.unitId = units.get(0).unitId;
        feedback.state = FeedbackState.DRAFT;
        feedback.onBehalf = !permissions.actsFor(feedback.unitId, Permissions.UNIT_ROLES, actor);
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
        return feedback;
    }

    /** Files already attached stay unless the new evidence leaves them out. */
    void revise(Feedback feedback, NewFeedback command, Actor actor) {
        fill(feedback, command, actor);
        feedbacks.save(feedback);
        requireKnown(feedback, command, actor);
        jdbc.sql("delete from ledger.evidence where feedback_id = :id")
                .param("id", feedback.id)
                .update();
        writeEvidence(feedback, command);
    }

    private void begin(Assignment unit) {
        if (AssignmentStep.BEGIN.isAllowedFrom(unit.state)) {
            unit.move(AssignmentStep.BEGIN, clock.instant());
            ledger.save(ledger.item(unit.itemId), unit);
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
        if (!permissions.actsFor(units.get(0).unitId, Permissions.UNIT_ROLES, actor) && !actor.has(Role.OFFICER)) {
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
                    .param("words", FilledIn.words(proof.words()))
                    .update();
        }
    }
}

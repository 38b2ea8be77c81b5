package org.luoshi.ledger.core;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves a unit's part along {@link AssignmentStep}: signing, objections, hand-on inside, coordination, waiving. */
@Service
@Transactional
public class AssignmentSteps {

    private final Ledger ledger;
    private final Assignments assignments;
    private final Permissions permissions;
    private final Issuing issuing;
    private final Endings endings;
    private final FeedbackDues dues;
    private final LedgerObligations obligations;
    private final OrganizationApi organization;
    private final JdbcClient jdbc;
    private final Clock clock;

    AssignmentSteps(
            Ledger ledger,
            Assignments assignments,
            Permissions permissions,
            Issuing issuing,
            Endings endings,
            FeedbackDues dues,
            LedgerObligations obligations,
            OrganizationApi organization,
            JdbcClient jdbc,
            Clock clock) {
        this.ledger = ledger;
        this.assignments = assignments;
        this.permissions = permissions;
        this.issuing = issuing;
        this.endings = endings;
        this.dues = dues;
        this.obligations = obligations;
        this.organization = organization;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void perform(UUID assignmentId, AssignmentStep step, StepInput input, Actor actor) {
        Assignment unit = ledger.assignment(assignmentId);
        Item item = ledger.visibleItem(unit.itemId, actor);
        if (!item.isWithTheUnits() || !step.isAllowedFrom(unit.state)) {
            throw LedgerError.STEP_NOT_POSSIBLE.with(Map.of("step", step.name(), "state", unit.state.name()));
        }
        if (!permissions.mayTake(step, unit, actor)) {
            throw LedgerError.NOT_YOURS.plain();
        }
        unit.requireVersion(input.version());
        input.require(step);
        Map<String, Object> details = take(item, unit, step, input, actor);
        ledger.activity(item, step.name());
        ledger.save(item, unit);
        ledger.note(item, unit, step, details, input.words(), actor);
    }

    private Map<String, Object> take(Item item, Assignment unit, AssignmentStep step, StepInput input, Actor actor) {
        Instant now = clock.instant();
        switch (step) {
            case SIGN -> {
                unit.move(step, now);
                signed(item, unit, Assignment.SignAnswer.NO_OBJECTION, input, actor);
            }
            case SIGN_AND_ASK -> {
                unit.move(step, now);
                signed(item, unit, Assignment.SignAnswer.NEEDS_CLARIFICATION, input, actor);
                askCoordination(item, unit, input.reason(), actor);
            }
            case OBJECT -> {
                object(item, unit, input, actor);
                unit.move(step, now);
            }
            case MAINTAIN -> {
                unit.move(step, now);
                unit.disputeUntil = null;
                obligations.meet(disputeObligation(unit), "ledger.assignment", unit.id, actor);
                startWhenLeadSigned(item, unit, actor);
            }
            case MOVE -> {
                obligations.meet(disputeObligation(unit), "ledger.assignment", unit.id, actor);
                return moveTo(item, unit, input.givenUnit(), AssignmentStep.MOVE, actor);
            }
            case HAND_INSIDE -> {
                unit.move(step, now);
                return handInside(unit, input.givenPerson());
            }
            case ASK_COORDINATION -> {
                unit.move(step, now);
                askCoordination(item, unit, input.reason(), actor);
            }
            case ANSWER_COORDINATION -> {
                unit.move(step, now);
                answerCoordination(item, unit, input.reason(), actor);
            }
            case REOPEN -> {
                unit.move(step, now);
                unit.acceptedAt = null;
                Instant due = input.date() == null ? obligations.days(3) : issuing.endOf(input.date());
                dues.oweFinalAgain(item, unit, due, "reopened");
            }
            case WAIVE -> {
                if (unit.isLead()) {
                    throw LedgerError.LEAD_CANNOT_BE_WAIVED.plain();
                }
                unit.move(step, now);
                unit.waivedReason = input.reason();
                dues.releaseAll(unit, "waived");
                obligations.releaseAllOf(unit, "waived");
            }
            case SEND,
                    MOVE_AWAY,
                    BEGIN,
                    REVIEW_FINAL,
                    HAND_BACK_FINAL,
                    SUBMIT_FINAL,
                    ACCEPT_FINAL,
                    RETURN_FINAL,
                    STOP,
                    RESUME -> throw new IllegalStateException(step + " is a consequence and not taken by people");
        }
        return Map.of();
    }

    private void signed(Item item, Assignment unit, Assignment.SignAnswer answer, StepInput input, Actor actor) {
        unit.signedAt = clock.instant();
        unit.signAnswer = answer;
        unit.signNote = input.words();
        obligations.meet(Issuing.signObligation(unit), "ledger.assignment", unit.id, actor);
        startWhenLeadSigned(item, unit, actor);
    }

    private void startWhenLeadSigned(Item item, Assignment unit, Actor actor) {
        if (unit.isLead() && item.state == ItemState.ISSUED) {
            item.move(ItemStep.START, clock.instant());
            ledger.note(item, ItemStep.START, Map.of(), null, actor);
        }
    }

    /** "Not our duty" is heard within the dispute window only; afterwards a transfer must be asked for (1.2). */
    private void object(Item item, Assignment unit, StepInput input, Actor actor) {
        if (unit.disputeUntil == null || clock.instant().isAfter(unit.disputeUntil)) {
            throw LedgerError.DISPUTE_WINDOW_OVER.plain();
        }
        if (unit.signedAt == null) {
            unit.signedAt = clock.instant();
            obligations.meet(Issuing.signObligation(unit), "ledger.assignment", unit.id, actor);
        }
        unit.signAnswer = Assignment.SignAnswer.OBJECTION;
        unit.signNote = input.reason();
        obligations.oweByRole(
                disputeObligation(unit),
                item,
                org.luoshi.shared.Role.OFFICE_DIRECTOR,
                "dispute",
                item.page(),
                obligations.decisionDue());
    }

    private static UUID disputeObligation(Assignment unit) {
        return LedgerObligations.id("dispute", unit.id);
    }

    /** Another unit takes this one's part with a clock of its own. Returns what the history names. */
    Map<String, Object> moveTo(Item item, Assignment unit, UUID newUnitId, AssignmentStep step, Actor actor) {
        String name = ledger.workingUnit(newUnitId).shortName();
        boolean alreadyThere = ledger.assignmentsOf(item).stream()
                .anyMatch(other -> other.unitId.equals(newUnitId) && other.state != AssignmentState.MOVED);
        if (alreadyThere) {
            throw LedgerError.UNIT_TWICE.with(Map.of("unit", name));
        }
        unit.move(step, clock.instant());
        dues.releaseAll(unit, "moved");
        obligations.releaseAllOf(unit, "moved");
        ledger.save(item, unit);
        Assignment successor = new Assignment();
        successor.id = TimeOrderedIds.next(clock);
        successor.itemId = item.id;
        successor.unitId = newUnitId;
        successor.part = unit.part;
        successor.position = unit.position;
        successor.duty = unit.duty;
        successor.givenDue = unit.givenDue;
        successor.state = AssignmentState.PLANNED;
        assignments.save(successor);
        issuing.send(item, List.of(successor));
        ledger.save(item, successor);
        if (unit.isLead()) {
            item.leadUnitId = newUnitId;
        }
        return Map.of("to", name);
    }

    private Map<String, Object> handInside(Assignment unit, UUID personId) {
        Person person = organization
                .person(personId)
                .orElseThrow(() -> LedgerError.UNKNOWN_PERSON.with(Map.of("person", personId)));
        var today = java.time.LocalDate.now(clock);
        UUID division = organization.postsHeldBy(personId, today).stream()
                .filter(post -> post.unitId().equals(unit.unitId)
                        || organization
                                .unit(post.unitId())
                                .map(own -> own.path().contains(unit.unitId))
                                .orElse(false))
                .findFirst()
                .orElseThrow(() -> LedgerError.UNKNOWN_PERSON.with(Map.of("person", person.name())))
                .unitId();
        unit.insideUnitId = division;
        unit.insidePersonId = personId;
        dues.handInside(unit, division, personId);
        return Map.of("person", person.name());
    }

    private void askCoordination(Item item, Assignment unit, String question, Actor actor) {
        UUID id = TimeOrderedIds.next(clock);
        int asked = jdbc.sql("""
                insert into ledger.coordination (id, assignment_id, question, asked_by, asked_at)
                values (:id, :assignment, :question, :by, :at)
                on conflict (assignment_id) where answered_at is null do nothing
                """)
                .param("id", id)
                .param("assignment", unit.id)
                .param("question", question)
                .param("by", actor.name())
                .param("at", Sql.at(clock.instant()))
                .update();
        if (asked == 0) {
            throw LedgerError.COORDINATION_OPEN.plain();
        }
        unit.stoppedAt = clock.instant();
        String name = ledger.unitName(unit.unitId);
        obligations.oweByOfficer(
                LedgerObligations.id("coordination", id), item, name, "coordinate", item.page(), obligations.days(1));
        ledger.tellOfficer(item, "ledger.notice.coordination", Map.of("unit", name), "coordination");
    }

    private void answerCoordination(Item item, Assignment unit, String answer, Actor actor) {
        UUID id = jdbc.sql("""
                update ledger.coordination set answer = :answer, answered_by = :by, answered_at = :at
                where assignment_id = :assignment and answered_at is null returning id
                """)
                .param("answer", answer)
                .param("by", actor.name())
                .param("at", Sql.at(clock.instant()))
                .param("assignment", unit.id)
                .query(UUID.class)
                .optional()
                .orElseThrow(LedgerError.NO_COORDINATION::plain);
        obligations.meet(LedgerObligations.id("coordination", id), "ledger.coordination", id, actor);
        endings.runAgain(item, unit, null, "COORDINATED", actor);
        ledger.tellUnit(unit.unitId, item, "ledger.notice.coordinated", Map.of(), "coordination");
    }
}

package org.luoshi.ledger.core;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.Cycle;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.TimeOrderedIds;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Extension, suspension, long-term, transfer and cancellation: asked for with a reason, decided by the right role, all dates kept. */
@Service
@Transactional
public class RequestService {

    private final Ledger ledger;
    private final ChangeRequests requests;
    private final Permissions permissions;
    private final Issuing issuing;
    private final Endings endings;
    private final AssignmentSteps assignmentSteps;
    private final LedgerObligations obligations;
    private final WorktimeApi worktime;
    private final ZoneId zone;
    private final Clock clock;

    RequestService(
            Ledger ledger,
            ChangeRequests requests,
            Permissions permissions,
            Issuing issuing,
            Endings endings,
            AssignmentSteps assignmentSteps,
            LedgerObligations obligations,
            WorktimeApi worktime,
            ZoneId zone,
            Clock clock) {
        this.ledger = ledger;
        this.requests = requests;
        this.permissions = permissions;
        this.issuing = issuing;
        this.endings = endings;
        this.assignmentSteps = assignmentSteps;
        this.obligations = obligations;
        this.worktime = worktime;
        this.zone = zone;
        this.clock = clock;
    }

    /** Asks. From a unit it goes to the unit's leader first (unless the leader asks); from the office straight to the decider. */
    public UUID ask(UUID itemId, NewRequest command, Actor actor) {
        Item item = ledger.visibleItem(itemId, actor);
        Assignment unit = askable(item, command, actor);
        boolean fromUnit = permissions.actsFor(unit.unitId, Permissions.UNIT_ROLES, actor);
        ChangeRequest request = new ChangeRequest();
        request.id = TimeOrderedIds.next(clock);
        request.itemId = item.id;
        request.assignmentId = command.kind().isOfOneUnit() ? unit.id : null;
        request.kind = command.kind();
        request.reason = command.reason().strip();
        request.progress = command.progress();
        request.proposedDate = command.date();
        request.proposedCycle = command.cycle();
        request.proposedUnitId = command.unitId();
        request.ending = command.ending();
        request.askedBy = actor.name();
        request.askedById = actor.personId();
        request.askingUnitId = fromUnit ? unit.unitId : item.officeUnitId;
        request.askedAt = clock.instant();
        boolean head = permissions.actsFor(unit.unitId, Set.of(Role.UNIT_HEAD), actor);
        request.state = !fromUnit ? RequestState.SEEN : head ? RequestState.UNIT_SIGNED : RequestState.ASKED;
        save(request);
        waitForNext(item, unit, request);
        ledger.activity(item, "REQUEST");
        ledger.save(item);
        note(item, request, "asked", command.reason(), actor);
        return request.id;
    }

    /** Refuses what {@link #ask} would refuse, and asks nothing. */
    @Transactional(readOnly = true)
    public void requireAskable(UUID itemId, NewRequest command, Actor actor) {
        askable(ledger.visibleItem(itemId, actor), command, actor);
    }

    private Assignment askable(Item item, NewRequest command, Actor actor) {
        Assignment unit = command.assignmentId() == null ? lead(item) : ledger.assignment(command.assignmentId());
        if (!unit.itemId.equals(item.id)) {
            throw LedgerError.UNKNOWN.with(Map.of("id", unit.id));
        }
        if (!permissions.actsFor(unit.unitId, Permissions.UNIT_ROLES, actor) && !actor.has(Role.OFFICER)) {
            throw LedgerError.NOT_YOURS.plain();
        }
        requireTerms(command, item, unit);
        return unit;
    }

    private void save(ChangeRequest request) {
        try {
            requests.save(request);
        } catch (DuplicateKeyException twice) {
            throw LedgerError.REQUEST_OPEN.with(Map.of("missing", request.kind.name()));
        }
    }

    private void requireTerms(NewRequest command, Item item, Assignment unit) {
        switch (command.kind()) {
            case EXTENSION -> requireExtendable(command.date(), unit);
            case LONG_TERM -> {
                if (command.cycle() == null || command.cycle() == Cycle.ONCE) {
                    throw LedgerError.CYCLE_NEEDED.plain();
                }
            }
            case TRANSFER -> {
                if (command.unitId() != null) {
                    ledger.workingUnit(command.unitId());
                }
            }
            case CANCELLATION -> {
                if (command.ending() == null) {
                    throw LedgerError.ENDING_NEEDED.plain();
                }
            }
            case SUSPENSION -> {}
        }
        boolean possible = switch (command.kind()) {
            case EXTENSION, TRANSFER -> unit.state.isRunning();
            case SUSPENSION -> ItemStep.SUSPEND.isAllowedFrom(item.state);
            case LONG_TERM -> ItemStep.MAKE_LONG_TERM.isAllowedFrom(item.state);
            case CANCELLATION -> ItemStep.CANCEL.isAllowedFrom(item.state);
        };
        if (!possible) {
            throw LedgerError.STEP_NOT_POSSIBLE.with(
                    Map.of("step", command.kind().name(), "state", item.state.name()));
        }
    }

    /** Only before the due date (1.4); afterwards the item is assessed on the original date whatever is agreed. */
    private void requireExtendable(@Nullable LocalDate date, Assignment unit) {
        if (unit.due == null) {
            throw LedgerError.EXTENSION_WITHOUT_DUE.plain();
        }
        if (clock.instant().isAfter(unit.due)) {
            throw LedgerError.EXTENSION_TOO_LATE.with(Map.of("date", LocalDate.ofInstant(unit.due, zone)));
        }
        if (date == null || !date.isAfter(LocalDate.ofInstant(unit.due, zone))) {
            throw LedgerError.EXTENSION_NOT_LATER.with(Map.of("date", LocalDate.ofInstant(unit.due, zone)));
        }
    }

    /** The version as it stands now, for who decides on many requests that are listed with their terms. */
    @Transactional(readOnly = true)
    public int version(UUID requestId) {
        return requests.findById(requestId)
                .orElseThrow(() -> LedgerError.UNKNOWN.with(Map.of("id", requestId)))
                .version;
    }

    public void perform(UUID requestId, RequestStep step, StepInput input, Actor actor) {
        ChangeRequest request =
                requests.findById(requestId).orElseThrow(() -> LedgerError.UNKNOWN.with(Map.of("id", requestId)));
        Item item = ledger.visibleItem(request.itemId, actor);
        if (!item.open && step != RequestStep.WITHDRAW) {
            throw LedgerError.STEP_NOT_POSSIBLE.with(Map.of("step", step.name(), "state", item.state.name()));
        }
        if (!step.isAllowedFrom(request.state)) {
            throw LedgerError.STEP_NOT_POSSIBLE.with(Map.of("step", step.name(), "state", request.state.name()));
        }
        if (!permissions.mayTake(step, request, item, actor)) {
            throw LedgerError.NOT_YOURS.plain();
        }
        boolean decides = step == RequestStep.GRANT || step == RequestStep.REFUSE;
        if (decides && request.askedById.equals(actor.personId())) {
            throw LedgerError.SECOND_PERSON_NEEDED.plain();
        }
        request.requireVersion(input.version());
        input.require(step);
        obligations.meet(obligation(request), "ledger.request", request.id, actor);
        request.move(step);
        Assignment unit = request.assignmentId == null ? lead(item) : ledger.assignment(request.assignmentId);
        switch (step) {
            case SIGN_OFF -> request.unitSignedBy = actor.name();
            case FORWARD -> {
                request.opinion = input.reason();
                request.opinionBy = actor.name();
            }
            case GRANT -> {
                decided(request, input, actor);
                grant(item, unit, request, input, actor);
            }
            case REFUSE -> decided(request, input, actor);
            case WITHDRAW -> {}
        }
        requests.save(request);
        if (request.state.isOpen()) {
            waitForNext(item, unit, request);
        } else {
            ledger.tellUnit(
                    unit.unitId,
                    item,
                    "ledger.notice.request-" + request.state.name().toLowerCase(java.util.Locale.ROOT),
                    Map.of("kindKey", "ledger.request-kind." + request.kind),
                    "request");
        }
        Item fresh = ledger.item(item.id);
        ledger.activity(fresh, step.name());
        ledger.save(fresh);
        note(fresh, request, step.name().toLowerCase(java.util.Locale.ROOT), input.words(), actor);
    }

    private void decided(ChangeRequest request, StepInput input, Actor actor) {
        request.decidedBy = actor.name();
        request.decidedAt = clock.instant();
        request.decisionNote = input.words();
    }

    private void grant(Item item, Assignment unit, ChangeRequest request, StepInput input, Actor actor) {
        switch (request.kind) {
            case EXTENSION -> {
                LocalDate date = input.date() == null ? request.proposedDate : input.date();
                request.grantedDate = date;
                if (date == null || unit.due == null || !date.isAfter(LocalDate.ofInstant(unit.due, zone))) {
                    throw LedgerError.EXTENSION_NOT_LATER.with(
                            Map.of("date", unit.due == null ? "" : LocalDate.ofInstant(unit.due, zone)));
                }
                Instant due = worktime.endOf(date, clock.instant()).due();
                issuing.moveDue(item, unit, due, "EXTENDED", request.reason, actor);
                ledger.save(item, unit);
            }
            case SUSPENSION -> endings.suspend(item, actor);
            case LONG_TERM ->
                endings.makeLongTerm(
                        item, request.proposedCycle == null ? Cycle.MONTHLY : request.proposedCycle, actor);
            case TRANSFER -> {
                UUID to = input.unitId() == null ? request.proposedUnitId : input.unitId();
                if (to == null) {
                    throw LedgerError.FIELD_MISSING.with(Map.of("field", StepField.UNIT.name()));
                }
                assignmentSteps.moveTo(item, unit, to, AssignmentStep.MOVE_AWAY, actor);
                ledger.save(item);
            }
            case CANCELLATION ->
                endings.cancel(item, request.ending == null ? Ending.WITHDRAWN : request.ending, request.reason, actor);
        }
    }

    private void waitForNext(Item item, Assignment unit, ChangeRequest request) {
        UUID id = obligation(request);
        String kind = "request";
        switch (request.state) {
            case ASKED -> obligations.oweByHead(id, item, unit, kind, item.page() + "#requests");
            case UNIT_SIGNED ->
                obligations.oweByOfficer(
                        id, item, ledger.unitName(unit.unitId), kind, item.page() + "#requests", obligations.days(1));
            case SEEN ->
                obligations.oweByRole(
                        id,
                        item,
                        request.kind.decidedBy().contains(Role.OFFICE_DIRECTOR)
                                ? Role.OFFICE_DIRECTOR
                                : Role.OFFICE_LEADER,
                        kind,
                        item.page() + "#requests",
                        obligations.decisionDue());
            case GRANTED, REFUSED, WITHDRAWN -> {}
        }
    }

    private static UUID obligation(ChangeRequest request) {
        return LedgerObligations.id("request", request.id, request.state);
    }

    private Assignment lead(Item item) {
        List<Assignment> units = ledger.assignmentsOf(item);
        return units.stream()
                .filter(unit -> unit.isLead() && unit.state != AssignmentState.MOVED)
                .findFirst()
                .orElseThrow(LedgerError.NO_LEAD::plain);
    }

    private void note(Item item, ChangeRequest request, String action, @Nullable String reason, Actor actor) {
        Map<String, Object> details = new HashMap<>();
        details.put("kind", request.kind.name());
        details.put("unit", ledger.unitName(request.askingUnitId));
        if (request.grantedDate != null) {
            details.put("date", request.grantedDate.toString());
        } else if (request.proposedDate != null) {
            details.put("date", request.proposedDate.toString());
        }
        ledger.note(item, "request", request.id, action, details, reason, actor);
    }
}

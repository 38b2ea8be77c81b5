package org.luoshi.branch.core;

import static org.luoshi.branch.core.BranchError.ALREADY_MEMBER;
import static org.luoshi.branch.core.BranchError.DAY_AHEAD;
import static org.luoshi.branch.core.BranchError.DAY_BEFORE;
import static org.luoshi.branch.core.BranchError.NOT_A_MEMBER;
import static org.luoshi.branch.core.BranchError.UNKNOWN;
import static org.luoshi.branch.core.PeopleError.INCOMPLETE;
import static org.luoshi.branch.core.PeopleError.LETTER_TOO_LONG;
import static org.luoshi.branch.core.PeopleError.ON_ITS_WAY;
import static org.luoshi.branch.core.PeopleError.SAME_BRANCH;
import static org.luoshi.branch.core.PeopleError.TRANSFER_ENDED;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves organisational relationships (M-01 to M-03). Nothing of the roll changes until the receiver has received; then the old membership ends the day
 * before and the new one begins, with the standing and the open duties of the person kept.
 */
@Service
@Transactional
public class TransferService {

    private final TransferStore store;
    private final BranchStore branches;
    private final BranchRights rights;
    private final RollReader rolls;
    private final TransferDesk desk;
    private final DutyService duties;
    private final DutyStore locks;
    private final Names names;
    private final HistoryApi history;

    TransferService(
            TransferStore store,
            BranchStore branches,
            BranchRights rights,
            RollReader rolls,
            TransferDesk desk,
            DutyService duties,
            DutyStore locks,
            Names names,
            HistoryApi history) {
        this.store = store;
        this.branches = branches;
        this.rights = rights;
        this.rolls = rolls;
        this.desk = desk;
        this.duties = duties;
        this.locks = locks;
        this.names = names;
        this.history = history;
    }

    /**
     * Begins a transfer: by the sending branch, or for somebody from outside by the receiving one.
     *
     * @throws org.luoshi.shared.BusinessException {@code branch.people.on-its-way} where one of this person is open already
     */
    public UUID begin(BeginTransfer wanted, Actor actor) {
        BranchRoll roll = rights.requireKeeper(wanted.branchId(), actor);
        requireLetter(wanted);
        Transfer transfer = switch (wanted.kind()) {
            case BETWEEN_BRANCHES -> between(wanted, roll);
            case TO_OUTSIDE -> toOutside(wanted, roll);
            case FROM_OUTSIDE -> fromOutside(wanted);
        };
        if (!store.insert(transfer, actor)) {
            throw ON_ITS_WAY.plain();
        }
        record(wanted.branchId(), transfer, "begun", null, actor);
        desk.tell(transfer);
        return transfer.id();
    }

    private Transfer between(BeginTransfer wanted, BranchRoll roll) {
        requireOnRoll(roll, wanted.personId());
        UUID to = wanted.toBranch();
        if (to == null) {
            throw INCOMPLETE.with(Map.of("field", "toBranch"));
        }
        if (to.equals(wanted.branchId())) {
            throw SAME_BRANCH.plain();
        }
        if (rolls.roll(to).branch().endedOn() != null) {
            throw UNKNOWN.with(Map.of("id", to));
        }
        return transfer(wanted, wanted.branchId(), to, null);
    }

    private Transfer toOutside(BeginTransfer wanted, BranchRoll roll) {
        requireOnRoll(roll, wanted.personId());
        return transfer(wanted, wanted.branchId(), null, needed("outside", wanted.outside()));
    }

    private Transfer fromOutside(BeginTransfer wanted) {
        if (rolls.branchOf(wanted.personId()).isPresent()) {
            throw ALREADY_MEMBER.plain();
        }
        LocalDate joined = wanted.joinedOn();
        LocalDate full = wanted.fullSince();
        if (joined == null) {
            throw INCOMPLETE.with(Map.of("field", "joinedOn"));
        }
        if (full != null && full.isBefore(joined) || joined.isAfter(wanted.letterOn())) {
            throw DAY_BEFORE.plain();
        }
        return transfer(wanted, null, wanted.branchId(), needed("outside", wanted.outside()));
    }

    private Transfer transfer(BeginTransfer wanted, @Nullable UUID from, @Nullable UUID to, @Nullable String outside) {
        return new Transfer(
                branches.nextId(),
                1,
                wanted.personId(),
                from,
                to,
                outside,
                TransferState.OUT_PENDING,
                needed("cause", wanted.cause()),
                needed("letterNumber", wanted.letterNumber()),
                wanted.letterOn(),
                wanted.validUntil(),
                wanted.joinedOn(),
                wanted.fullSince(),
                null,
                null);
    }

    private void requireLetter(BeginTransfer wanted) {
        requirePast(wanted.letterOn());
        if (wanted.validUntil().isBefore(wanted.letterOn())) {
            throw DAY_BEFORE.plain();
        }
        if (wanted.validUntil().isAfter(wanted.letterOn().plusDays(PeopleLimits.LETTER_DAYS))) {
            throw LETTER_TOO_LONG.with(Map.of("days", PeopleLimits.LETTER_DAYS));
        }
    }

    /** The receiver takes the person onto its roll from that day on. */
    public void receive(UUID transferId, LocalDate on, Actor actor) {
        Transfer transfer = forStep(transferId, TransferStep.RECEIVE, actor);
        requirePast(on);
        if (on.isBefore(transfer.letterOn())) {
            throw DAY_BEFORE.plain();
        }
        lock(transfer);
        end(transfer, TransferStep.RECEIVE, on, null, actor);
        leave(transfer, on);
        arrive(transfer, on);
        record(transfer.acting(TransferSide.RECEIVER), transfer, "received", null, actor);
        // The receiving branch first: it takes over what the person owes before the old branch forgets it.
        Stream.of(transfer.toBranch(), transfer.fromBranch())
                .filter(Objects::nonNull)
                .forEach(duties::refresh);
        desk.received(transfer, actor);
    }

    private void leave(Transfer transfer, LocalDate on) {
        UUID from = transfer.fromBranch();
        if (from == null) {
            return;
        }
        Membership last = rolls.roll(from).memberships().stream()
                .filter(membership -> membership.personId().equals(transfer.personId()) && membership.toDay() == null)
                .findFirst()
                .orElseThrow(NOT_A_MEMBER::plain);
        if (!last.fromDay().isBefore(on)) {
            throw DAY_BEFORE.plain();
        }
        UUID to = transfer.toBranch();
        branches.closeMembership(
                transfer.personId(), on.minusDays(1), to == null ? transfer.outside() : store.nameOf(to));
        branches.closeSeats(transfer.personId(), on.minusDays(1));
        branches.closePosts(from, null, transfer.personId(), on.minusDays(1));
        store.comeBack(transfer.personId(), on.minusDays(1));
    }

    private void arrive(Transfer transfer, LocalDate on) {
        UUID to = transfer.toBranch();
        if (to == null) {
            return;
        }
        UUID from = transfer.fromBranch();
        UUID person = transfer.personId();
        if (rolls.branchOf(person).isPresent()) {
            throw ALREADY_MEMBER.plain();
        }
        branches.openMembership(to, person, on, from == null ? transfer.outside() : store.nameOf(from));
        LocalDate joined = transfer.joinedOn();
        LocalDate full = transfer.fullSince();
        if (from == null && joined != null && !store.isKnown(person)) {
            boolean atOnce = joined.equals(full);
            branches.openStanding(person, atOnce ? Standing.FULL : Standing.PROBATIONARY, joined, null);
            if (full != null && !atOnce) {
                branches.openStanding(person, Standing.FULL, full, null);
            }
        }
    }

    /** The receiver does not take the person, and says why; the old branch goes on managing them. */
    public void refuse(UUID transferId, String reason, Actor actor) {
        endWithout(transferId, TransferStep.REFUSE, "refused", reason, actor);
    }

    /** The sender takes the letter back. */
    public void withdraw(UUID transferId, String reason, Actor actor) {
        endWithout(transferId, TransferStep.WITHDRAW, "withdrawn", reason, actor);
    }

    private void endWithout(UUID transferId, TransferStep step, String action, String reason, Actor actor) {
        Transfer transfer = forStep(transferId, step, actor);
        if (step.needsReason() && reason.isBlank()) {
            throw INCOMPLETE.with(Map.of("field", "reason"));
        }
        String words = reason.isBlank() ? null : reason.strip();
        end(transfer, step, null, words, actor);
        record(transfer.acting(step.by()), transfer, action, words, actor);
        desk.release(transfer);
    }

    private Transfer forStep(UUID id, TransferStep step, Actor actor) {
        Transfer transfer = store.find(id).orElseThrow(() -> UNKNOWN.with(Map.of("id", id)));
        rights.requireKeeper(transfer.acting(step.by()), actor);
        if (!step.isAllowedFrom(transfer.state())) {
            throw TRANSFER_ENDED.plain();
        }
        return transfer;
    }

    private void end(
            Transfer transfer, TransferStep step, @Nullable LocalDate on, @Nullable String reason, Actor actor) {
        if (!store.end(transfer, step.to(), on, reason, actor)) {
            throw TRANSFER_ENDED.plain();
        }
    }

    /** In one order, so that two transfers in opposite directions wait for each other instead of blocking. */
    private void lock(Transfer transfer) {
        Stream.of(transfer.toBranch(), transfer.fromBranch())
                .filter(Objects::nonNull)
                .sorted()
                .forEach(locks::lock);
    }

    private void requireOnRoll(BranchRoll roll, UUID personId) {
        if (!roll.holds(personId, rights.today())) {
            throw NOT_A_MEMBER.plain();
        }
    }

    private void requirePast(LocalDate day) {
        if (day.isAfter(rights.today())) {
            throw DAY_AHEAD.with(Map.of("date", day));
        }
    }

    private static String needed(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw INCOMPLETE.with(Map.of("field", field));
        }
        return text.strip();
    }

    private void record(UUID scope, Transfer transfer, String action, @Nullable String reason, Actor actor) {
        Map<String, Object> details = new HashMap<>();
        details.put("person", transfer.personId());
        details.put("name", nameOf(transfer.personId()));
        details.put("letter", transfer.letterNumber());
        List.of(TransferSide.values()).forEach(side -> {
            UUID branch = side == TransferSide.SENDER ? transfer.fromBranch() : transfer.toBranch();
            String where = branch == null ? String.valueOf(transfer.outside()) : store.nameOf(branch);
            details.put(side == TransferSide.SENDER ? "fromWhere" : "toWhere", where);
        });
        history.record(new HistoryFact(scope, "branch.transfer", transfer.id(), action, details, reason), actor);
    }

    private String nameOf(UUID personId) {
        return names.of(List.of(personId)).of(personId);
    }
}

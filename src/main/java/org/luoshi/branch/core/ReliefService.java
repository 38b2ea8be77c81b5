package org.luoshi.branch.core;

import static org.luoshi.branch.core.BranchError.DAY_AHEAD;
import static org.luoshi.branch.core.BranchError.DAY_BEFORE;
import static org.luoshi.branch.core.BranchError.NOT_POSSIBLE_NOW;
import static org.luoshi.branch.core.BranchError.NOT_YOURS;
import static org.luoshi.branch.core.BranchError.UNKNOWN;
import static org.luoshi.branch.core.PeopleError.INCOMPLETE;
import static org.luoshi.branch.core.PeopleError.NOT_LARGE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reductions of dues in hardship, in two steps (M-15), and large voluntary payments, which are passed on and are no dues (M-16). */
@Service
@Transactional
public class ReliefService {

    private final DuesStore store;
    private final DuesRates rates;
    private final DuesRights duesRights;
    private final BranchStore branches;
    private final BranchRights rights;
    private final HistoryApi history;

    ReliefService(
            DuesStore store,
            DuesRates rates,
            DuesRights duesRights,
            BranchStore branches,
            BranchRights rights,
            HistoryApi history) {
        this.store = store;
        this.rates = rates;
        this.duesRights = duesRights;
        this.branches = branches;
        this.rights = rights;
        this.history = history;
    }

    /**
     * The branch has studied it and proposes it.
     *
     * @param monthly what is paid instead; null for an exemption
     * @param fromMonth first day of the first month, {@code toMonth} of the last
     */
    public UUID study(
            UUID branchId,
            UUID personId,
            @Nullable BigDecimal monthly,
            LocalDate studiedOn,
            LocalDate fromMonth,
            LocalDate toMonth,
            Actor actor) {
        BranchRoll roll = rights.requireKeeper(branchId, actor);
        requirePast(studiedOn);
        if (!roll.holds(personId, rights.today())) {
            throw BranchError.NOT_A_MEMBER.plain();
        }
        if (toMonth.isBefore(fromMonth)) {
            throw DAY_BEFORE.plain();
        }
        DuesRelief relief = new DuesRelief(
                branches.nextId(),
                branchId,
                personId,
                monthly == null,
                monthly,
                studiedOn,
                fromMonth,
                toMonth,
                ReliefState.STUDIED,
                null);
        store.insert(relief);
        record(branchId, "branch.relief", relief.id(), "studied", actor);
        return relief.id();
    }

    /** Above the branch: only by those who look after all branches, with the reference of the decision. */
    public void decide(UUID branchId, UUID reliefId, boolean approved, String reference, Actor actor) {
        if (!BranchRights.looksAfterAll(actor)) {
            throw NOT_YOURS.plain();
        }
        DuesRelief relief = store.relief(reliefId)
                .filter(found -> found.branchId().equals(branchId))
                .orElseThrow(() -> UNKNOWN.with(Map.of("id", reliefId)));
        if (approved && reference.isBlank()) {
            throw INCOMPLETE.with(Map.of("field", "reference"));
        }
        DuesRelief decided = new DuesRelief(
                relief.id(),
                branchId,
                relief.personId(),
                relief.exempt(),
                relief.monthly(),
                relief.studiedOn(),
                relief.fromMonth(),
                relief.toMonth(),
                approved ? ReliefState.APPROVED : ReliefState.DECLINED,
                reference.isBlank() ? null : reference.strip());
        if (!store.decide(decided, actor)) {
            throw NOT_POSSIBLE_NOW.plain();
        }
        record(branchId, "branch.relief", reliefId, approved ? "approved" : "declined", actor);
    }

    /** Somebody gave of their own will, and much: from the sum of the rule on. */
    public UUID give(UUID branchId, UUID personId, BigDecimal amount, LocalDate on, Actor actor) {
        BranchRoll roll = requireConfirming(branchId, actor);
        requirePast(on);
        if (!roll.holds(personId, on)) {
            throw BranchError.NOT_A_MEMBER.plain();
        }
        Integer least = rates.voluntary(rights.today());
        if (least != null && amount.compareTo(BigDecimal.valueOf(least)) < 0) {
            throw NOT_LARGE.with(Map.of("yuan", least));
        }
        VoluntaryPayment payment = new VoluntaryPayment(branches.nextId(), branchId, personId, amount, on, null, null);
        store.insert(payment);
        record(branchId, "branch.voluntary", payment.id(), "given", actor);
        return payment.id();
    }

    /** It was passed on in full. */
    public void passOn(UUID branchId, UUID paymentId, LocalDate on, String reference, Actor actor) {
        requireConfirming(branchId, actor);
        requirePast(on);
        if (reference.isBlank()) {
            throw INCOMPLETE.with(Map.of("field", "reference"));
        }
        if (!store.passOn(paymentId, branchId, on, reference.strip())) {
            throw NOT_POSSIBLE_NOW.plain();
        }
        record(branchId, "branch.voluntary", paymentId, "passed-on", actor);
    }

    private BranchRoll requireConfirming(UUID branchId, Actor actor) {
        BranchRoll roll = rights.visible(branchId, actor);
        if (!duesRights.mayConfirm(roll, actor)) {
            throw NOT_YOURS.plain();
        }
        return roll;
    }

    private void requirePast(LocalDate day) {
        if (day.isAfter(rights.today())) {
            throw DAY_AHEAD.with(Map.of("date", day));
        }
    }

    /** Neither who nor how much: this stays for ever and many may read it. */
    private void record(UUID branchId, String kind, UUID subject, String action, Actor actor) {
        history.record(new HistoryFact(branchId, kind, subject, action, Map.of(), null), actor);
    }
}

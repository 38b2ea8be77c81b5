package org.luoshi.branch.core;

import static org.luoshi.branch.core.BranchError.DAY_AHEAD;
import static org.luoshi.branch.core.BranchError.NOT_A_MEMBER;
import static org.luoshi.branch.core.BranchError.NOT_POSSIBLE_NOW;
import static org.luoshi.branch.core.BranchError.NOT_YOURS;
import static org.luoshi.branch.core.BranchError.UNKNOWN;
import static org.luoshi.branch.core.PeopleError.AMOUNT_NOT_AS_GRANTED;
import static org.luoshi.branch.core.PeopleError.AMOUNT_NOT_OF_BAND;
import static org.luoshi.branch.core.PeopleError.EXEMPT;
import static org.luoshi.branch.core.PeopleError.INCOMPLETE;
import static org.luoshi.branch.core.PeopleError.MONTH_PAID;
import static org.luoshi.branch.core.PeopleError.NO_RATES;
import static org.luoshi.branch.core.PeopleError.PERIOD_UNREADABLE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Dues (M-10 to M-14): members say what they pay themselves, the branch confirms the receipt. There is no way to pay for somebody, to deduct anything or
 * to say what somebody earns. The history knows that dues were recorded and never how much.
 */
@Service
@Transactional
public class DuesService {

    /** A quarter has as many months in every calendar. */
    static final int QUARTER = 3;

    private final DuesStore store;
    private final DuesRates rates;
    private final DuesRights duesRights;
    private final BranchStore branches;
    private final RollReader rolls;
    private final BranchRights rights;
    private final HistoryApi history;

    DuesService(
            DuesStore store,
            DuesRates rates,
            DuesRights duesRights,
            BranchStore branches,
            RollReader rolls,
            BranchRights rights,
            HistoryApi history) {
        this.store = store;
        this.rates = rates;
        this.duesRights = duesRights;
        this.branches = branches;
        this.rolls = rolls;
        this.rights = rights;
        this.history = history;
    }

    /** The actor says what they pay; always for themselves. */
    public UUID say(SayDues said, Actor actor) {
        UUID branchId =
                rolls.branchOf(actor.personId()).orElseThrow(() -> UNKNOWN.with(Map.of("id", actor.personId())));
        requirePeriod(said);
        requireMember(rolls.roll(branchId), said, actor.personId());
        requireAmount(said, actor.personId());
        DuesPayment payment = new DuesPayment(
                branches.nextId(),
                branchId,
                actor.personId(),
                said.fromMonth(),
                said.months(),
                said.payer(),
                said.band(),
                said.amount(),
                null,
                null);
        store.insert(payment, period(said));
        for (LocalDate month : months(said)) {
            if (!store.take(payment, month)) {
                throw MONTH_PAID.with(Map.of("month", YearMonth.from(month)));
            }
        }
        record(payment, "said", period(said), actor);
        return payment.id();
    }

    /** The member takes back what the branch has not confirmed yet. */
    public void takeBack(UUID paymentId, Actor actor) {
        DuesPayment payment = store.find(paymentId)
                .filter(found -> found.personId().equals(actor.personId()))
                .orElseThrow(() -> UNKNOWN.with(Map.of("id", paymentId)));
        if (!store.remove(paymentId)) {
            throw NOT_POSSIBLE_NOW.plain();
        }
        record(payment, "taken-back", YearMonth.from(payment.fromMonth()).toString(), actor);
    }

    /** The branch has received it; by somebody else than the one who paid. */
    public void receive(UUID branchId, UUID paymentId, String receipt, LocalDate on, Actor actor) {
        BranchRoll roll = rights.visible(branchId, actor);
        DuesPayment payment = store.find(paymentId)
                .filter(found -> found.branchId().equals(branchId))
                .orElseThrow(() -> UNKNOWN.with(Map.of("id", paymentId)));
        if (!duesRights.mayConfirm(roll, actor) || payment.personId().equals(actor.personId())) {
            throw NOT_YOURS.plain();
        }
        if (receipt.isBlank()) {
            throw INCOMPLETE.with(Map.of("field", "receipt"));
        }
        if (on.isAfter(rights.today())) {
            throw DAY_AHEAD.with(Map.of("date", on));
        }
        if (!store.receive(paymentId, receipt.strip(), on, actor)) {
            throw NOT_POSSIBLE_NOW.plain();
        }
        record(payment, "received", YearMonth.from(payment.fromMonth()).toString(), actor);
    }

    private void requirePeriod(SayDues said) {
        LocalDate from = said.fromMonth();
        boolean isQuarter = said.months() == QUARTER && (from.getMonthValue() - 1) % QUARTER == 0;
        boolean begins = from.getDayOfMonth() == 1 && !from.isAfter(rights.today());
        if (!begins || said.months() != 1 && !isQuarter) {
            throw PERIOD_UNREADABLE.with(Map.of("period", YearMonth.from(from)));
        }
    }

    /** M-14: from the month of the admission on. */
    private static void requireMember(BranchRoll roll, SayDues said, UUID personId) {
        LocalDate end = said.fromMonth().plusMonths(1).minusDays(1);
        if (!roll.standingOn(personId, end).isMember()) {
            throw NOT_A_MEMBER.plain();
        }
    }

    private void requireAmount(SayDues said, UUID personId) {
        List<LocalDate> months = months(said);
        List<DuesRelief> reliefs = store.reliefsOf(personId);
        List<DuesRelief> granted = months.stream()
                .flatMap(month -> granted(reliefs, month).stream())
                .toList();
        if (granted.isEmpty()) {
            requireBand(said);
            return;
        }
        DuesRelief relief = granted.get(0);
        BigDecimal monthly = relief.monthly();
        if (monthly == null) {
            throw EXEMPT.plain();
        }
        BigDecimal sum = monthly.multiply(BigDecimal.valueOf(said.months()));
        if (granted.size() < months.size() || said.amount().compareTo(sum) != 0) {
            throw AMOUNT_NOT_AS_GRANTED.with(Map.of("monthly", monthly, "sum", sum));
        }
    }

    private void requireBand(SayDues said) {
        DuesBand band = rates.band(said.payer(), said.band(), rights.today()).orElseThrow(NO_RATES::plain);
        if (!band.allows(said.amount(), said.months())) {
            BigDecimal times = BigDecimal.valueOf(said.months());
            BigDecimal most = band.most();
            throw AMOUNT_NOT_OF_BAND.with(Map.of(
                    "months",
                    said.months(),
                    "least",
                    band.least().multiply(times),
                    "most",
                    most == null ? "…" : most.multiply(times)));
        }
    }

    static Optional<DuesRelief> granted(List<DuesRelief> reliefs, LocalDate month) {
        return reliefs.stream().filter(relief -> relief.isGrantedFor(month)).findFirst();
    }

    private static List<LocalDate> months(SayDues said) {
        return IntStream.range(0, said.months())
                .mapToObj(said.fromMonth()::plusMonths)
                .toList();
    }

    private static String period(SayDues said) {
        LocalDate from = said.fromMonth();
        return said.months() == QUARTER
                ? from.getYear() + "-Q" + (from.getMonthValue() / QUARTER + 1)
                : YearMonth.from(from).toString();
    }

    private void record(DuesPayment payment, String action, String period, Actor actor) {
        history.record(
                new HistoryFact(
                        payment.branchId(), "branch.dues", payment.id(), action, Map.of("period", period), null),
                actor);
    }
}

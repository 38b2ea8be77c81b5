package org.luoshi.branch.core;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.rules.Rule;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads dues: one's own, those of a branch for its committee, and the sums that a branch announces once a year. */
@Component
@Transactional(readOnly = true)
public class DuesQueries {

    private static final int MONTHS = 12;

    private final DuesStore store;
    private final DuesRates rates;
    private final DuesRights duesRights;
    private final RollReader rolls;
    private final BranchRights rights;
    private final Names names;

    DuesQueries(
            DuesStore store,
            DuesRates rates,
            DuesRights duesRights,
            RollReader rolls,
            BranchRights rights,
            Names names) {
        this.store = store;
        this.rates = rates;
        this.duesRights = duesRights;
        this.rolls = rolls;
        this.rights = rights;
        this.names = names;
    }

    /** A member's own page; {@code branch} is null for somebody on no roll. */
    public record MyDues(
            @Nullable Branch branch,
            boolean retired,
            List<DuesBand> bands,
            List<Rule> rules,
            List<DuesPayment> payments,
            List<DuesRelief> reliefs) {}

    public MyDues mine(Actor actor) {
        LocalDate today = rights.today();
        UUID person = actor.personId();
        Optional<BranchRoll> roll = rolls.branchOf(person).map(rolls::roll);
        return new MyDues(
                roll.map(BranchRoll::branch).orElse(null),
                roll.filter(known -> known.has(person, Trait.RETIRED, today)).isPresent(),
                rates.bands(today),
                rates.rules(today),
                store.ofPerson(person),
                store.reliefsOf(person));
    }

    /** What is known of a month: whether it is asked at all, paid, received, or let off. */
    public enum MonthState {
        NOT_ASKED,
        NOTHING_YET,
        SAID,
        RECEIVED,
        LET_OFF
    }

    /** One month of one member. */
    public record Cell(MonthState state, @Nullable DuesPayment payment) {}

    /** A member's year; {@code arrears} months that are over have nothing, {@code many} more than is normal. */
    public record MemberYear(UUID personId, String person, List<Cell> months, int arrears, boolean many) {}

    /** A reduction with the name of whom it is for. */
    public record ReliefRow(DuesRelief relief, String person) {}

    /** A payment with the name of who paid. */
    public record PaymentRow(DuesPayment payment, String person, boolean own) {}

    /** A large voluntary payment with the name of who gave. */
    public record VoluntaryRow(VoluntaryPayment payment, String person) {}

    /** A branch's year. {@code members} and what follows are empty for those who may not see amounts. */
    public record BranchYear(
            Branch branch,
            int year,
            boolean amounts,
            boolean confirms,
            boolean keeper,
            boolean decides,
            List<MemberYear> members,
            List<PaymentRow> waiting,
            List<ReliefRow> reliefs,
            List<VoluntaryRow> voluntary,
            List<TransferQueries.Choice> choices,
            @Nullable Integer normalArrears,
            @Nullable Integer largeFrom) {}

    public BranchYear year(UUID branchId, int year, Actor actor) {
        BranchRoll roll = rights.visible(branchId, actor);
        boolean amounts = duesRights.maySeeAmounts(roll, actor);
        boolean decides = BranchRights.looksAfterAll(actor);
        if (!amounts && !decides) {
            throw BranchError.NOT_YOURS.plain();
        }
        LocalDate today = rights.today();
        List<DuesPayment> payments = amounts ? store.of(branchId, year) : List.of();
        List<DuesRelief> reliefs = store.reliefs(branchId);
        List<VoluntaryPayment> voluntary = amounts ? store.voluntary(branchId, year) : List.of();
        List<UUID> people = peopleOf(roll, year);
        Names.Known known = names.of(Stream.of(
                        people.stream(),
                        payments.stream().map(DuesPayment::personId),
                        reliefs.stream().map(DuesRelief::personId),
                        voluntary.stream().map(VoluntaryPayment::personId))
                .flatMap(ids -> ids)
                .distinct()
                .toList());
        return new BranchYear(
                roll.branch(),
                year,
                amounts,
                duesRights.mayConfirm(roll, actor),
                rights.isKeeper(roll, actor),
                decides,
                amounts ? members(roll, year, people, payments, reliefs, known) : List.of(),
                payments.stream()
                        .filter(payment -> !payment.isReceived())
                        .map(payment -> new PaymentRow(
                                payment,
                                known.of(payment.personId()),
                                payment.personId().equals(actor.personId())))
                        .toList(),
                reliefs.stream()
                        .map(relief -> new ReliefRow(relief, known.of(relief.personId())))
                        .toList(),
                voluntary.stream()
                        .map(payment -> new VoluntaryRow(payment, known.of(payment.personId())))
                        .toList(),
                roll.membersOn(today).stream()
                        .map(person -> new TransferQueries.Choice(person.toString(), known.of(person)))
                        .toList(),
                rates.arrears(today),
                rates.voluntary(today));
    }

    /** In the order of the roll: arrears are shown and never ranked. */
    private List<MemberYear> members(
            BranchRoll roll,
            int year,
            List<UUID> people,
            List<DuesPayment> payments,
            List<DuesRelief> reliefs,
            Names.Known known) {
        Map<UUID, List<DuesPayment>> paid = payments.stream().collect(Collectors.groupingBy(DuesPayment::personId));
        Map<UUID, List<DuesRelief>> let = reliefs.stream().collect(Collectors.groupingBy(DuesRelief::personId));
        LocalDate thisMonth = rights.today().withDayOfMonth(1);
        Integer normal = rates.arrears(rights.today());
        List<MemberYear> rows = new ArrayList<>();
        for (UUID person : people) {
            List<Cell> cells = IntStream.rangeClosed(1, MONTHS)
                    .mapToObj(month -> LocalDate.of(year, month, 1))
                    .map(month -> cell(
                            roll,
                            person,
                            month,
                            paid.getOrDefault(person, List.of()),
                            let.getOrDefault(person, List.of())))
                    .toList();
            int arrears = (int) IntStream.range(0, MONTHS)
                    .filter(index -> LocalDate.of(year, index + 1, 1).isBefore(thisMonth))
                    .filter(index -> cells.get(index).state() == MonthState.NOTHING_YET)
                    .count();
            rows.add(new MemberYear(person, known.of(person), cells, arrears, normal != null && arrears > normal));
        }
        return List.copyOf(rows);
    }

    private Cell cell(BranchRoll roll, UUID person, LocalDate month, List<DuesPayment> paid, List<DuesRelief> reliefs) {
        DuesPayment payment =
                paid.stream().filter(known -> known.covers(month)).findFirst().orElse(null);
        if (payment != null) {
            return new Cell(payment.isReceived() ? MonthState.RECEIVED : MonthState.SAID, payment);
        }
        LocalDate today = rights.today();
        LocalDate last = month.plusMonths(1).minusDays(1);
        LocalDate day = last.isAfter(today) ? today : last;
        boolean asked = !month.isAfter(today)
                && roll.holds(person, day)
                && roll.standingOn(person, day).isMember();
        if (!asked) {
            return new Cell(MonthState.NOT_ASKED, null);
        }
        boolean letOff =
                DuesService.granted(reliefs, month).filter(DuesRelief::exempt).isPresent();
        return new Cell(letOff ? MonthState.LET_OFF : MonthState.NOTHING_YET, null);
    }

    private static List<UUID> peopleOf(BranchRoll roll, int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, MONTHS, 31);
        return roll.memberships().stream()
                .filter(membership -> !membership.fromDay().isAfter(last)
                        && (membership.toDay() == null || !membership.toDay().isBefore(first)))
                .map(Membership::personId)
                .distinct()
                .toList();
    }

    /** What a branch announces once a year (M-17): sums, and no member's amount or name. */
    public record Announcement(
            Branch branch,
            int year,
            List<MonthSum> months,
            BigDecimal total,
            int receipts,
            int members,
            BigDecimal voluntary) {}

    /** What was received in a month of the calendar. */
    public record MonthSum(int month, int receipts, BigDecimal amount) {}

    public Announcement announcement(UUID branchId, int year, Actor actor) {
        BranchRoll roll = rights.visible(branchId, actor);
        List<DuesPayment> received = Stream.of(year - 1, year, year + 1)
                .flatMap(each -> store.of(branchId, each).stream())
                .filter(payment ->
                        payment.receivedOn() != null && payment.receivedOn().getYear() == year)
                .toList();
        List<MonthSum> months = IntStream.rangeClosed(1, MONTHS)
                .mapToObj(month -> monthSum(month, received))
                .toList();
        return new Announcement(
                roll.branch(),
                year,
                months,
                sum(received),
                received.size(),
                (int) received.stream().map(DuesPayment::personId).distinct().count(),
                store.voluntary(branchId, year).stream()
                        .map(VoluntaryPayment::amount)
                        .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add));
    }

    private static MonthSum monthSum(int month, List<DuesPayment> received) {
        List<DuesPayment> own = received.stream()
                .filter(payment ->
                        payment.receivedOn() != null && payment.receivedOn().getMonthValue() == month)
                .toList();
        return new MonthSum(month, own.size(), sum(own));
    }

    private static BigDecimal sum(List<DuesPayment> payments) {
        return payments.stream().map(DuesPayment::amount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }
}

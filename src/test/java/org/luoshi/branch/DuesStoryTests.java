package org.luoshi.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.branch.InventedBranch.Made;
import org.luoshi.branch.core.DuesQueries;
import org.luoshi.branch.core.DuesQueries.MemberYear;
import org.luoshi.branch.core.DuesQueries.MonthState;
import org.luoshi.branch.core.DuesService;
import org.luoshi.branch.core.ReliefService;
import org.luoshi.branch.core.RuleBooks;
import org.luoshi.branch.core.SayDues;
import org.luoshi.branch.rules.Demand;
import org.luoshi.branch.rules.Demand.Payer;
import org.luoshi.branch.rules.Judge;
import org.luoshi.history.HistoryApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Dues: members say what they pay, the branch confirms, and nobody ever says what somebody earns. */
@WholeHouse
@Import(InventedBranch.class)
class DuesStoryTests {

    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    @Autowired
    private InventedBranch invented;

    @Autowired
    private DuesService dues;

    @Autowired
    private ReliefService reliefs;

    @Autowired
    private DuesQueries queries;

    @Autowired
    private RuleBooks books;

    @Autowired
    private HistoryApi history;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Made branch;
    private Actor secretary;
    private Actor member;
    private final Actor above = new Actor(UUID.randomUUID(), "机关党务", List.of(), Set.of(Role.PARTY_AFFAIRS));

    @BeforeEach
    void aBranchInJune() {
        clock.set("2026-06-15T09:00:00+08:00");
        branch = invented.withMembers(7);
        invented.electCommittee(branch, LocalDate.of(2025, 3, 1));
        secretary = InventedBranch.as(branch.members().get(0));
        member = InventedBranch.as(branch.members().get(6));
    }

    @AfterEach
    void asItWas() {
        clock.set(TestClock.START);
    }

    @ParameterizedTest
    @CsvSource({
        "3000, 15.00",
        "3000.01, 30.00",
        "5000, 50.00",
        "5000.01, 75.00",
        "10000, 150.00",
        "10000.01, 200.00",
    })
    void theRateOfABandAppliesToTheWhole(BigDecimal base, BigDecimal amount) {
        Demand.Rates rates =
                (Demand.Rates) books.current().find("M-10").orElseThrow().demand();
        assertThat(Judge.rates(rates, base).amount()).isEqualByComparingTo(amount);
    }

    /** No column, no form and no command of this room has a place for an income. */
    @Test
    void nothingTakesWhatSomebodyEarns() {
        List<String> columns = jdbc.sql("""
                        select column_name from information_schema.columns
                        where table_schema = 'branch' and (table_name like 'dues%' or table_name like 'voluntary%')
                        """).query(String.class).list();
        assertThat(columns).contains("amount", "band").noneMatch(DuesStoryTests::soundsLikeIncome);
        assertThat(jdbc.sql("""
                        select table_name || '.' || column_name from information_schema.columns where table_schema = 'branch'
                        """).query(String.class).list()).noneMatch(DuesStoryTests::soundsLikeIncome);
        assertThat(names(SayDues.class)).containsExactly("fromMonth", "months", "payer", "band", "amount");
        assertThat(names(org.luoshi.branch.web.DuesForm.class))
                .containsExactly("from", "months", "payer", "band", "amount");
    }

    private static boolean soundsLikeIncome(String name) {
        return name.matches(".*(base|income|salary|wage|earn|pension|pay_?roll).*");
    }

    private static List<String> names(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    @Test
    void whatAMemberSaysIsConfirmedBySomebodyElse() {
        UUID payment = say("30.00", 1, 1, JUNE, member);
        assertThat(row(member).months().get(5).state()).isEqualTo(MonthState.SAID);
        refuses("branch.not-yours", () -> dues.receive(branch.id(), payment, "0001", TODAY, member));
        UUID own = say("30.00", 1, 1, JUNE, secretary);
        refuses("branch.not-yours", () -> dues.receive(branch.id(), own, "0002", TODAY, secretary));

        dues.receive(branch.id(), payment, "0001", TODAY, secretary);

        assertThat(row(member).months().get(5).state()).isEqualTo(MonthState.RECEIVED);
        refuses("branch.not-possible-now", () -> dues.receive(branch.id(), payment, "0003", TODAY, secretary));
        refuses("branch.not-possible-now", () -> dues.takeBack(payment, member));
        refuses("branch.people.month-paid", () -> say("30.00", 1, 1, JUNE, member));
        assertThat(history.of(branch.id(), 100))
                .filteredOn(line -> line.subjectKind().equals("branch.dues"))
                .hasSize(3)
                .noneMatch(line -> line.details().toString().contains("30"));
    }

    @Test
    void theAmountMustBePossibleInItsBand() {
        refuses("branch.people.amount-not-of-band", () -> say("29.99", 1, 1, JUNE, member));
        refuses("branch.people.amount-not-of-band", () -> say("50.01", 1, 1, JUNE, member));
        refuses("branch.people.amount-not-of-band", () -> say("200.01", 2, 1, JUNE, member));
        refuses("branch.people.no-rates", () -> say("1.00", 9, 1, JUNE, member));
        assertThat(say("200.01", 3, 1, JUNE, member)).isNotNull();
    }

    @Test
    void aQuarterTakesItsThreeMonthsAndNoMonthTwice() {
        refuses("branch.people.period-unreadable", () -> say("90.03", 1, 3, LocalDate.of(2026, 5, 1), member));
        say("30.00", 1, 1, LocalDate.of(2026, 5, 1), member);
        refuses("branch.people.month-paid", () -> say("90.03", 1, 3, LocalDate.of(2026, 4, 1), member));
        say("90.03", 1, 3, LocalDate.of(2026, 1, 1), member);

        MemberYear year = row(member);
        assertThat(year.months().subList(0, 7))
                .extracting(DuesQueries.Cell::state)
                .containsExactly(
                        MonthState.SAID,
                        MonthState.SAID,
                        MonthState.SAID,
                        MonthState.NOTHING_YET,
                        MonthState.SAID,
                        MonthState.NOTHING_YET,
                        MonthState.NOT_ASKED);
        assertThat(year.arrears()).isEqualTo(1);
        assertThat(year.many()).isFalse();
    }

    @Test
    void hardshipIsStudiedHereAndApprovedAbove() {
        UUID relief = reliefs.study(
                branch.id(),
                member.personId(),
                new BigDecimal("5.00"),
                TODAY,
                JUNE,
                LocalDate.of(2026, 12, 1),
                secretary);
        refuses("branch.not-yours", () -> reliefs.decide(branch.id(), relief, true, "批1号", secretary));
        refuses("branch.people.amount-not-of-band", () -> say("5.00", 1, 1, JUNE, member));
        refuses("branch.people.incomplete", () -> reliefs.decide(branch.id(), relief, true, " ", above));

        reliefs.decide(branch.id(), relief, true, "批1号", above);

        refuses("branch.people.amount-not-as-granted", () -> say("30.00", 1, 1, JUNE, member));
        assertThat(say("5.00", 1, 1, JUNE, member)).isNotNull();
        refuses("branch.not-possible-now", () -> reliefs.decide(branch.id(), relief, false, "", above));
    }

    @Test
    void whoIsExemptOwesNothing() {
        UUID relief =
                reliefs.study(branch.id(), member.personId(), null, TODAY, LocalDate.of(2026, 1, 1), JUNE, secretary);
        reliefs.decide(branch.id(), relief, true, "批2号", above);

        refuses("branch.people.exempt", () -> say("30.00", 1, 1, JUNE, member));
        assertThat(row(member).arrears()).isZero();
    }

    @Test
    void largeVoluntaryPaymentsAreNoDues() {
        UUID who = member.personId();
        refuses(
                "branch.people.not-large",
                () -> reliefs.give(branch.id(), who, new BigDecimal("999.99"), TODAY, secretary));
        UUID given = reliefs.give(branch.id(), who, new BigDecimal("1000"), TODAY, secretary);
        reliefs.passOn(branch.id(), given, TODAY, "中管0007", secretary);

        DuesQueries.Announcement told = queries.announcement(branch.id(), 2026, member);
        assertThat(told.voluntary()).isEqualByComparingTo("1000");
        assertThat(told.total()).isZero();
    }

    @Test
    void amountsAreForTheCommitteeAndSumsForAll() {
        dues.receive(branch.id(), say("30.00", 1, 1, JUNE, member), "0001", TODAY, secretary);
        Actor another = InventedBranch.as(branch.members().get(5));
        Actor auditor = new Actor(UUID.randomUUID(), "审计", List.of(), Set.of(Role.AUDITOR));

        refuses("branch.not-yours", () -> queries.year(branch.id(), 2026, another));
        refuses("branch.not-yours", () -> queries.year(branch.id(), 2026, auditor));
        assertThat(queries.year(branch.id(), 2026, above).members()).isEmpty();
        assertThat(queries.announcement(branch.id(), 2026, another).total()).isEqualByComparingTo("30");
        assertThat(queries.mine(another).payments()).isEmpty();
        assertThat(queries.mine(member).payments()).hasSize(1);
    }

    private UUID say(String amount, int band, int months, LocalDate from, Actor actor) {
        return dues.say(new SayDues(from, months, Payer.SALARIED, band, new BigDecimal(amount)), actor);
    }

    private MemberYear row(Actor who) {
        return queries.year(branch.id(), 2026, secretary).members().stream()
                .filter(row -> row.personId().equals(who.personId()))
                .findFirst()
                .orElseThrow();
    }

    private static void refuses(String code, Runnable step) {
        assertThatThrownBy(step::run).hasMessageStartingWith(code);
    }
}

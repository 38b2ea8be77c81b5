package org.luoshi.branch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luoshi.branch.rules.Demand.Base;
import org.luoshi.branch.rules.Demand.Counted;
import org.luoshi.branch.rules.Demand.Happening;
import org.luoshi.branch.rules.Demand.Measure;
import org.luoshi.branch.rules.Demand.Range;
import org.luoshi.branch.rules.Judge.Finding;
import org.luoshi.branch.rules.Judge.TimerState;

/** What the judge says where the examples of the packs do not reach. */
class JudgeTests {

    private static final Span YEAR = Span.parse("2026");
    private static final RuleBook BOOK = ShippedPacks.book();

    @Test
    void theLastOneThatWasNeededDecides() {
        Demand.Count twice = new Demand.Count(List.of("TALK"), PeriodKind.YEAR, 2, null, null, null);
        LocalDate late = day("2027-01-04");
        assertThat(Judge.count(twice, YEAR, List.of(late, day("2026-02-01")), false, late))
                .isEqualTo(DutyState.MET_LATE);
        assertThat(Judge.count(twice, YEAR, List.of(day("2026-02-01")), false, day("2026-12-31")))
                .isEqualTo(DutyState.OPEN);
    }

    @Test
    void whatWasDoneCountsMoreThanTheExcuse() {
        Demand.Count once = new Demand.Count(List.of("TALK"), PeriodKind.YEAR, 1, null, null, null);
        assertThat(Judge.count(once, YEAR, List.of(day("2026-12-31")), true, day("2027-02-01")))
                .isEqualTo(DutyState.MET);
    }

    @Test
    void hoursWithoutTheCourseAreNotEnough() {
        Demand.Hours hours = (Demand.Hours) demand("E-02");
        List<Judge.Studied> noCourse = List.of(new Judge.Studied(day("2026-03-01"), new BigDecimal("80"), false));
        assertThat(Judge.hours(hours, YEAR, noCourse, false, day("2026-12-31"))).isEqualTo(DutyState.OPEN);
    }

    @Test
    void whatNobodyMeasuredIsNotZero() {
        Demand.Standing standing = new Demand.Standing(
                Map.of(Measure.GROUPS, new Range(1, null)), Map.of(Measure.GROUPS_WITHOUT_LEADER, new Range(0, 0)));
        assertThat(Judge.standing(standing, Map.of())).isEqualTo(Finding.UNKNOWN);
        assertThat(Judge.standing(standing, Map.of(Measure.GROUPS, 2))).isEqualTo(Finding.UNKNOWN);
        assertThat(Judge.standing(standing, Map.of(Measure.GROUPS, 0))).isEqualTo(Finding.DOES_NOT_APPLY);
        assertThat(Judge.standing(standing, Map.of(Measure.GROUPS_WITHOUT_LEADER, 1)))
                .isEqualTo(Finding.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-31, 2026-02-28", "2024-01-31, 2024-02-29", "2026-03-31, 2026-04-30", "2026-12-15, 2027-01-15"})
    void aMonthIsACalendarMonth(String from, String due) {
        assertThat(Judge.timer((Demand.Timer) demand("D-01"), day(from), null, day(from))
                        .due())
                .isEqualTo(due);
    }

    @Test
    void aTimerWarnsBeforeItsDay() {
        Demand.Timer timer =
                new Demand.Timer(Happening.ELECTION, null, Period.ofYears(3), null, null, Period.ofMonths(6), false);
        LocalDate from = day("2024-05-20");
        assertThat(Judge.timer(timer, from, null, day("2026-11-19")).state()).isEqualTo(TimerState.OPEN);
        assertThat(Judge.timer(timer, from, null, day("2026-11-20")).state()).isEqualTo(TimerState.WARNED);
        assertThat(Judge.timer(timer, from, null, day("2027-05-20")).state()).isEqualTo(TimerState.WARNED);
        assertThat(Judge.timer(timer, from, null, day("2027-05-21")).state()).isEqualTo(TimerState.OVERDUE);
    }

    @Test
    void whoRunsPastTheLastLimitIsStopped() {
        Demand.Timer timer = (Demand.Timer) demand("D-05");
        assertThat(Judge.timer(timer, day("2026-01-10"), null, day("2026-07-10"))
                        .state())
                .isEqualTo(TimerState.OVERDUE);
        assertThat(Judge.timer(timer, day("2026-01-10"), null, day("2026-07-11"))
                        .state())
                .isEqualTo(TimerState.STOPPED);
    }

    @Test
    void fourOfEightMayMeetAndCanPassNothing() {
        Judge.VoteFinding found = Judge.votes(
                (Demand.Votes) demand("Q-02"), Map.of(Base.VOTING_ROLL, 8), Map.of(Counted.PRESENT, 4, Counted.YES, 4));
        assertThat(found.shares())
                .extracting(Judge.ShareFinding::limit, Judge.ShareFinding::count, Judge.ShareFinding::finding)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(4, 4, Finding.HOLDS),
                        org.assertj.core.groups.Tuple.tuple(5, 4, Finding.BREACHED));
        assertThat(found.finding()).isEqualTo(Finding.BREACHED);
    }

    @ParameterizedTest
    @CsvSource({
        "3000, 0, 15.00",
        "3000.01, 1, 30.00",
        "5000, 1, 50.00",
        "5000.01, 2, 75.00",
        "10000, 2, 150.00",
        "10000.01, 3, 200.00"
    })
    void theWholeBaseFallsIntoOneBand(BigDecimal base, int band, BigDecimal amount) {
        Judge.RateFinding found = Judge.rates((Demand.Rates) demand("M-10"), base);
        assertThat(found.band()).isEqualTo(band);
        assertThat(found.amount()).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({
        "2026, 2026-01-01, 2026-12-31",
        "2026-Q4, 2026-10-01, 2026-12-31",
        "2026-H2, 2026-07-01, 2026-12-31",
        "2024-M02, 2024-02-01, 2024-02-29"
    })
    void aPeriodIsFoundByItsName(String key, String from, String to) {
        Span span = Span.parse(key);
        assertThat(span.from()).isEqualTo(from);
        assertThat(span.to()).isEqualTo(to);
        assertThat(span.key()).isEqualTo(key);
    }

    private static Demand demand(String id) {
        return BOOK.find(id).orElseThrow().demand();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}

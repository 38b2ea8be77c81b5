package org.luoshi.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.luoshi.ledger.Cycle;
import org.luoshi.ledger.core.Periods.Period;

/** Which days the cycles fall on. */
class PeriodsTests {

    @Test
    void onceIsNoCycle() {
        assertThat(between(Cycle.ONCE, null, "2026-01-01", "2026-12-31")).isEmpty();
    }

    @Test
    void weeklyIsFridayUnlessAnotherDayIsGivenAndCrossesTheYear() {
        assertThat(between(Cycle.WEEKLY, null, "2026-12-25", "2027-01-08"))
                .containsExactly(
                        period("2026-W52", "2026-12-25"),
                        period("2026-W53", "2027-01-01"),
                        period("2027-W01", "2027-01-08"));
        assertThat(between(Cycle.WEEKLY, 1, "2026-03-02", "2026-03-08"))
                .containsExactly(period("2026-W10", "2026-03-02"));
    }

    @Test
    void halfMonthlyEndsOnTheLastDayOfAnyMonth() {
        assertThat(between(Cycle.HALF_MONTHLY, null, "2028-02-01", "2028-03-15"))
                .containsExactly(
                        period("2028-02-1", "2028-02-15"),
                        period("2028-02-2", "2028-02-29"),
                        period("2028-03-1", "2028-03-15"));
        assertThat(between(Cycle.HALF_MONTHLY, null, "2026-02-16", "2026-02-28"))
                .containsExactly(period("2026-02-2", "2026-02-28"));
    }

    @Test
    void monthlyByADayThatAMonthDoesNotHaveIsItsLast() {
        assertThat(between(Cycle.MONTHLY, 31, "2026-01-31", "2026-04-30"))
                .containsExactly(
                        period("2026-01", "2026-01-31"),
                        period("2026-02", "2026-02-28"),
                        period("2026-03", "2026-03-31"),
                        period("2026-04", "2026-04-30"));
        assertThat(between(Cycle.MONTHLY, null, "2026-12-06", "2027-01-05"))
                .containsExactly(period("2027-01", "2027-01-05"));
        assertThat(between(Cycle.MONTHLY, 5, "2026-03-06", "2026-04-04")).isEmpty();
    }

    @Test
    void quarterlyReportsOnTheQuarterBefore() {
        assertThat(between(Cycle.QUARTERLY, null, "2026-10-01", "2027-04-30"))
                .containsExactly(
                        period("2026-Q3", "2026-10-10"),
                        period("2026-Q4", "2027-01-10"),
                        period("2027-Q1", "2027-04-10"));
        assertThat(between(Cycle.QUARTERLY, 31, "2026-04-01", "2026-04-30"))
                .containsExactly(period("2026-Q1", "2026-04-28"));
    }

    @Test
    void noPeriodComesTwiceAndNoneOutsideInTwentyYears() {
        LocalDate from = LocalDate.of(2026, 1, 17);
        LocalDate to = LocalDate.of(2046, 1, 17);
        for (Cycle cycle : Cycle.values()) {
            for (int day = 1; day <= (cycle == Cycle.WEEKLY ? 7 : 31); day++) {
                List<Period> periods = Periods.between(cycle, day, from, to);
                Set<String> keys = new HashSet<>();
                periods.forEach(period -> {
                    assertThat(keys.add(period.key())).as(period.toString()).isTrue();
                    assertThat(period.due()).isBetween(from, to);
                });
                assertThat(periods).isSortedAccordingTo((a, b) -> a.due().compareTo(b.due()));
            }
        }
    }

    @Test
    void twoHalvesOfATimeGiveWhatTheWholeGives() {
        for (Cycle cycle : Cycle.values()) {
            List<Period> halves = new java.util.ArrayList<>(between(cycle, null, "2026-01-10", "2026-07-31"));
            halves.addAll(between(cycle, null, "2026-08-01", "2027-02-20"));
            assertThat(halves).isEqualTo(between(cycle, null, "2026-01-10", "2027-02-20"));
        }
    }

    private static List<Period> between(Cycle cycle, @Nullable Integer day, String from, String to) {
        return Periods.between(cycle, day, LocalDate.parse(from), LocalDate.parse(to));
    }

    private static Period period(String key, String due) {
        return new Period(key, LocalDate.parse(due));
    }
}

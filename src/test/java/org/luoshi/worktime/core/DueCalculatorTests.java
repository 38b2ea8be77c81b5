package org.luoshi.worktime.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luoshi.shared.BusinessException;
import org.luoshi.worktime.DueDate;
import org.luoshi.worktime.DueDate.NamedDay;
import org.luoshi.worktime.Limit;
import org.luoshi.worktime.LimitUnit;

class DueCalculatorTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final List<SpecialDay> SHIPPED = ShippedDays.load();
    private static final Set<Integer> YEARS =
            IntStream.rangeClosed(2004, 2026).boxed().collect(Collectors.toSet());

    private final WorkingCalendar calendar = new WorkingCalendar(SHIPPED, YEARS);
    private final DueCalculator shanghai = new DueCalculator(calendar, OfficeHours.DEFAULT, SHANGHAI);
    private final SlowCalendar slow = SlowCalendar.of(SHIPPED, OfficeHours.DEFAULT, SHANGHAI);

    @ParameterizedTest
    @CsvSource({
        // The make-up Saturday 28 February counts, the weekend of 7 March does not.
        "2026-02-27T10:00, 5, true, 2026-03-05",
        "2026-02-27T10:00, 1, true, 2026-02-28",
        "2026-02-27T10:00, 1, false, 2026-02-27",
        "2026-02-27T10:00, 0, true, 2026-02-27",
        // Spring festival: 15 to 23 February are free.
        "2026-02-13T17:00, 2, true, 2026-02-24",
        "2026-02-16T09:00, 0, true, 2026-02-24",
        "2026-02-16T09:00, 1, true, 2026-02-24",
        "2026-02-16T09:00, 1, false, 2026-02-24",
        // Across the year's border: 1 to 3 January 2026 are free, Sunday the 4th is worked.
        "2025-12-31T16:00, 1, true, 2026-01-04",
        "2025-12-30T23:59, 3, true, 2026-01-05",
    })
    void workingDaysFollowTheAnnouncement(LocalDateTime start, int days, boolean fromNextDay, LocalDate expected) {
        DueDate due = shanghai.due(at(start), new Limit(days, LimitUnit.WORKING_DAYS, fromNextDay));
        assertThat(due.due()).isEqualTo(end(expected));
        assertThat(due.provisional()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-06T10:00, 1, 2026-03-06T11:00",
        "2026-03-06T10:00, 2, 2026-03-06T12:00",
        "2026-03-06T10:00, 3, 2026-03-06T14:30",
        "2026-03-06T11:59:30, 1, 2026-03-06T14:30",
        "2026-03-06T17:00, 1, 2026-03-09T09:30",
        "2026-03-06T20:00, 7, 2026-03-09T17:30",
        "2026-03-07T10:00, 8, 2026-03-10T10:00",
        "2026-03-06T12:30, 0, 2026-03-06T13:30",
        "2026-03-06T23:59:59, 0, 2026-03-09T09:00",
        "2026-02-28T17:29, 1, 2026-03-02T09:59",
    })
    void workingHoursRunOnlyWhileTheOfficeIsOpen(LocalDateTime start, int hours, LocalDateTime expected) {
        assertThat(shanghai.due(at(start), Limit.workingHours(hours)).due()).isEqualTo(at(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 1, true, 2026-02-28",
        "2024-01-31, 1, true, 2024-02-29",
        "2024-02-29, 12, true, 2025-02-28",
        "2026-03-06, 1, true, 2026-04-06",
        "2026-03-01, 1, false, 2026-03-31",
        "2026-01-31, 1, false, 2026-02-28",
        "2026-11-30, 3, true, 2027-02-28",
        "2026-03-06, 0, false, 2026-03-06",
    })
    void monthsEndOnTheSameDayOrAtMonthEnd(LocalDate start, int months, boolean fromNextDay, LocalDate expected) {
        Limit limit = new Limit(months, LimitUnit.MONTHS, fromNextDay);
        assertThat(shanghai.due(at(start.atTime(12, 0)), limit).due()).isEqualTo(end(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-28, 1, true, 2024-02-29",
        "2026-12-25, 10, true, 2027-01-04",
        "2026-03-06, 1, false, 2026-03-06",
        "2026-03-06, 0, true, 2026-03-06",
    })
    void calendarDaysCountEveryDay(LocalDate start, int days, boolean fromNextDay, LocalDate expected) {
        Limit limit = new Limit(days, LimitUnit.CALENDAR_DAYS, fromNextDay);
        DueDate due = shanghai.due(at(start.atTime(12, 0)), limit);
        assertThat(due.due()).isEqualTo(end(expected));
        assertThat(due.skipped()).isEmpty();
    }

    @Test
    void theDerivationNamesWhatWasSkippedAndWhatWasMadeUp() {
        DueDate due = shanghai.due(at(LocalDateTime.of(2026, 2, 13, 9, 0)), Limit.workingDays(7));
        assertThat(due.skipped())
                .hasSize(10)
                .contains(new NamedDay(LocalDate.of(2026, 2, 17), "春节"), new NamedDay(LocalDate.of(2026, 3, 1), ""));
        assertThat(due.madeUp())
                .containsExactly(
                        new NamedDay(LocalDate.of(2026, 2, 14), "春节"), new NamedDay(LocalDate.of(2026, 2, 28), "春节"));
    }

    @Test
    void aYearWithoutAnnouncementIsCountedByWeekdaysAndProvisional() {
        DueDate due = shanghai.due(at(LocalDateTime.of(2026, 12, 30, 9, 0)), Limit.workingDays(3));
        assertThat(due.provisional()).isTrue();
        assertThat(due.due()).isEqualTo(end(LocalDate.of(2027, 1, 4)));
        DueDate inside = shanghai.due(at(LocalDateTime.of(2026, 12, 30, 9, 0)), Limit.workingDays(1));
        assertThat(inside.provisional()).isFalse();
    }

    @Test
    void theOfficesOwnDaysWinOverTheNationalOnes() {
        LocalDate worked = LocalDate.of(2026, 10, 3);
        WorkingCalendar local = new WorkingCalendar(
                List.of(
                        new SpecialDay(worked, Layer.LOCAL, DayKind.WORKING, "防汛加班"),
                        new SpecialDay(worked, Layer.NATIONAL, DayKind.HOLIDAY, "国庆节")),
                Set.of(2026));
        assertThat(local.isWorking(worked)).isTrue();
        assertThat(local.specialOn(worked))
                .hasValueSatisfying(day -> assertThat(day.name()).isEqualTo("防汛加班"));
    }

    @Test
    void agreesWithCountingDayByDay() {
        Random random = new Random(20260306);
        for (int i = 0; i < 3000; i++) {
            LocalDate day = LocalDate.of(2003, 11, 1).plusDays(random.nextInt(9000));
            int n = random.nextInt(700) - 350;
            assertThat(calendar.plus(day, n)).as("%s + %s", day, n).isEqualTo(slow.plus(day, n));
            LocalDate other = day.plusDays(random.nextInt(1200) - 600);
            assertThat(calendar.between(day, other)).as("%s to %s", day, other).isEqualTo(slow.between(day, other));
            assertThat(calendar.isWorking(day)).isEqualTo(slow.isWorking(day));
        }
    }

    @Test
    void countingThereAndBackAgainArrives() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            LocalDate day = LocalDate.of(2004, 1, 1).plusDays(random.nextInt(8000));
            int n = 1 + random.nextInt(400);
            LocalDate later = calendar.plus(day, n);
            assertThat(calendar.isWorking(later)).isTrue();
            assertThat(calendar.between(day, later)).isEqualTo(n);
        }
    }

    @Test
    void hoursAgreeWithCountingMinuteByMinute() {
        Random random = new Random(42);
        for (String zone : List.of("Asia/Shanghai", "America/New_York")) {
            DueCalculator fast = new DueCalculator(calendar, OfficeHours.DEFAULT, ZoneId.of(zone));
            SlowCalendar reference = SlowCalendar.of(SHIPPED, OfficeHours.DEFAULT, ZoneId.of(zone));
            for (int i = 0; i < 250; i++) {
                Instant start = Instant.parse("2023-12-01T00:00:00Z").plusSeconds(random.nextInt(80_000_000));
                int hours = random.nextInt(60);
                assertThat(fast.due(start, Limit.workingHours(hours)).due())
                        .as("%s + %s h in %s", start, hours, zone)
                        .isEqualTo(reference.afterWorkingMinutes(start, hours * 60));
            }
        }
    }

    @Test
    void aChangedClockNeitherGivesNorTakesTime() {
        DueCalculator newYork =
                new DueCalculator(new WorkingCalendar(List.of(), Set.of()), OfficeHours.DEFAULT, NEW_YORK);
        // Clocks go forward in the night to Sunday 8 March 2026 and back on 1 November.
        Instant friday = LocalDateTime.of(2026, 3, 6, 17, 0).atZone(NEW_YORK).toInstant();
        assertThat(newYork.due(friday, Limit.workingHours(1))
                        .due()
                        .atZone(NEW_YORK)
                        .toLocalDateTime())
                .isEqualTo("2026-03-09T09:30");
        assertThat(newYork.due(friday, Limit.calendarDays(2))
                        .due()
                        .atZone(NEW_YORK)
                        .toLocalDateTime())
                .isEqualTo("2026-03-08T23:59:59");
        Instant beforeAutumn =
                LocalDateTime.of(2026, 10, 31, 12, 0).atZone(NEW_YORK).toInstant();
        Instant endOfLongDay = newYork.due(beforeAutumn, Limit.calendarDays(1)).due();
        assertThat(endOfLongDay.atZone(NEW_YORK).toLocalDateTime()).isEqualTo("2026-11-01T23:59:59");
        assertThat(SlowCalendar.dayLength(LocalDate.of(2026, 11, 1), NEW_YORK)).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void whereMidnightHappensTwiceTheDayEndsTheSecondTime() {
        ZoneId saoPaulo = ZoneId.of("America/Sao_Paulo");
        DueCalculator calculator =
                new DueCalculator(new WorkingCalendar(List.of(), Set.of()), OfficeHours.DEFAULT, saoPaulo);
        LocalDate longDay = LocalDate.of(2018, 2, 17);
        Instant due = calculator.endOf(longDay, Instant.EPOCH).due();
        assertThat(due.plusSeconds(1))
                .isEqualTo(longDay.plusDays(1).atStartOfDay(saoPaulo).toInstant());
    }

    @Test
    void aLimitThatIsNoLimitIsRefused() {
        assertThatThrownBy(() -> shanghai.due(Instant.EPOCH, Limit.workingDays(-1)))
                .isInstanceOf(BusinessException.class)
                .hasMessageContaining("worktime.limit-out-of-range");
        assertThatThrownBy(() -> shanghai.due(Instant.EPOCH, Limit.calendarDays(Integer.MAX_VALUE)))
                .isInstanceOf(BusinessException.class);
    }

    @Test
    void aListOfTenThousandIsQuick() {
        Instant start = at(LocalDateTime.of(2026, 2, 13, 9, 0));
        long begin = System.nanoTime();
        for (int i = 0; i < 100_000; i++) {
            calendar.between(LocalDate.of(2026, 1, 1 + i % 28), LocalDate.of(2026, 12, 1 + i % 28));
            calendar.plus(LocalDate.of(2026, 1, 1 + i % 28), 1 + i % 90);
        }
        for (int i = 0; i < 10_000; i++) {
            shanghai.due(start, Limit.workingDays(15));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "09:00-12:00, 13:30-17:30 | 09:00–12:00, 13:30–17:30",
                "8:30-12:00，14:00至18:00 | 08:30–12:00, 14:00–18:00",
                "09:00–17:00 | 09:00–17:00",
            })
    void hoursAreReadAsPeopleWriteThem(String text, String shown) {
        assertThat(OfficeHours.parse(text).map(OfficeHours::text)).hasValue(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''", "nine to five", "12:00-09:00", "09:00-12:00, 11:00-13:00", "25:00-26:00", "09:61-10:00"})
    void hoursThatCannotBeAreRefused(String text) {
        assertThat(OfficeHours.parse(text)).isEmpty();
    }

    private static Instant at(LocalDateTime time) {
        return time.atZone(SHANGHAI).toInstant();
    }

    private static Instant end(LocalDate day) {
        return at(day.atTime(23, 59, 59));
    }
}

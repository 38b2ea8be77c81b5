package org.luoshi.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.luoshi.ledger.Cycle;
import org.luoshi.ledger.core.ImportLimit.How;
import org.luoshi.worktime.Limit;

/** Limits as offices write them, in a ledger of 14 April 2022. */
class ImportLimitsTests {

    private static final LocalDate REFERENCE = LocalDate.of(2022, 4, 14);

    @ParameterizedTest
    @CsvSource({
        "2026-03-06, 2026-03-06, DATE",
        "2026-03-06 17:30, 2026-03-06, DATE",
        "2026.3.6, 2026-03-06, DATE",
        "2026/3/6, 2026-03-06, DATE",
        "2026年3月6日, 2026-03-06, DATE",
        "２０２６年３月６日前, 2026-03-06, DATE",
        "二〇二六年三月六日, 2026-03-06, DATE",
        "20260306, 2026-03-06, DATE",
        "46087, 2026-03-06, SERIAL",
        "46087.75, 2026-03-06, SERIAL",
        "3月6日, 2022-03-06, MONTH_DAY",
        "十二月十五日前, 2022-12-15, MONTH_DAY",
        "明年1月5日前, 2023-01-05, MONTH_DAY",
        "3月底前, 2022-03-31, MONTH_END",
        "2月底前完成, 2022-02-28, MONTH_END",
        "2024年2月底, 2024-02-29, MONTH_END",
        "5月底取得明显成效并持续推进, 2022-05-31, MONTH_END",
        "12月取得明显成效并持续推进, 2022-12-31, MONTH_END",
        "6月中旬, 2022-06-20, TEN_DAYS",
        "年底前, 2022-12-31, YEAR_END",
        "2020年底前, 2020-12-31, YEAR_END",
        "2025年, 2025-12-31, YEAR_END",
        "明年底, 2023-12-31, YEAR_END",
        "上半年, 2022-06-30, HALF_YEAR",
        "2023年上半年, 2023-06-30, HALF_YEAR",
        "第三季度, 2022-09-30, QUARTER",
        "三季度末前, 2022-09-30, QUARTER",
        "2023年第1季度, 2023-03-31, QUARTER",
        "年底前, 2022-12-31, YEAR_END",
    })
    void aDayIsRead(String written, LocalDate due, How how) {
        ImportLimit limit = ImportLimits.read(written, REFERENCE);
        assertThat(limit.due()).isEqualTo(due);
        assertThat(limit.how()).isEqualTo(how);
        assertThat(limit.unsure()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2026.3, 2026-03-31", "3.6, 2022-03-06", "3月前完成, 2022-02-28", "7月初, 2022-07-10"})
    void whatMayMeanTwoThingsIsReadButShown(String written, LocalDate due) {
        ImportLimit limit = ImportLimits.read(written, REFERENCE);
        assertThat(limit.due()).isEqualTo(due);
        assertThat(limit.unsure()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "每月10日前, MONTHLY, 10",
        "每月底, MONTHLY, 31",
        "按月报送, MONTHLY, ",
        "每季度, QUARTERLY, ",
        "每季度末, QUARTERLY, ",
        "每周五前, WEEKLY, 5",
        "每週一, WEEKLY, 1",
        "每半月, HALF_MONTHLY, ",
    })
    void aCycleIsNoDay(String written, Cycle cycle, Integer day) {
        ImportLimit limit = ImportLimits.read(written, REFERENCE);
        assertThat(limit.how()).isEqualTo(How.CYCLE);
        assertThat(limit.due()).isNull();
        assertThat(limit.cycle()).isEqualTo(cycle);
        assertThat(limit.cycleDay()).isEqualTo(day);
    }

    @Test
    void aCycleAndADayMayStandTogether() {
        ImportLimit limit = ImportLimits.read("每月10日前报送，年底前完成", REFERENCE);
        assertThat(limit.cycle()).isEqualTo(Cycle.MONTHLY);
        assertThat(limit.due()).isEqualTo("2022-12-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"长期坚持", "持续推进", "持续优化", "長期堅持", "常态化开展"})
    void whatGoesOnHasNoLimit(String written) {
        ImportLimit limit = ImportLimits.read(written, REFERENCE);
        assertThat(limit.how()).isEqualTo(How.LONG_TERM);
        assertThat(limit.due()).isNull();
        assertThat(limit.longTerm()).isTrue();
    }

    @Test
    void theDayCountsThoughItGoesOn() {
        assertThat(ImportLimits.read("5月底取得明显成效并持续推进", REFERENCE).longTerm()).isTrue();
    }

    @Test
    void ofSeveralDaysTheLastCounts() {
        ImportLimit limit = ImportLimits.read("3月底前出方案，10月底前完成", REFERENCE);
        assertThat(limit.due()).isEqualTo("2022-10-31");
        assertThat(limit.days()).isEqualTo(2);
    }

    @Test
    void aTimeFromTheAssignmentIsCountedLater() {
        assertThat(ImportLimits.read("立即", REFERENCE).duration()).isEqualTo(Limit.workingDays(3));
        assertThat(ImportLimits.read("10个工作日内", REFERENCE).duration()).isEqualTo(Limit.workingDays(10));
        assertThat(ImportLimits.read("三个月内", REFERENCE).duration()).isEqualTo(Limit.months(3));
        assertThat(ImportLimits.read("7日内反馈", REFERENCE).duration()).isEqualTo(Limit.calendarDays(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/", "—", "无"})
    void missingIsNotZero(String written) {
        assertThat(ImportLimits.read(written, REFERENCE).how()).isEqualTo(How.MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"尽快", "2026.2.30", "13月底", "99999", "按要求", "2026年13月1日"})
    void whatIsNotUnderstoodIsNeverGuessed(String written) {
        assertThat(ImportLimits.read(written, REFERENCE).how()).isEqualTo(How.NOT_READ);
    }

    @Test
    void theTitleOfATableTellsItsDay() {
        assertThat(ImportLimits.dayIn("2022年重点工作督办台账")).isEqualTo("2022-01-01");
        assertThat(ImportLimits.dayIn("督办台账（截至2026年3月6日）")).isEqualTo("2026-03-06");
        assertThat(ImportLimits.dayIn("任务清单")).isNull();
    }
}

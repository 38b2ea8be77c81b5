package org.luoshi.intake.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luoshi.worktime.ShippedCalendar;

/** Limits, and dates that are none. The paper is of 15 July 2020. */
class DatesTests {

    private static final LocalDate PAPER = LocalDate.of(2020, 7, 15);

    private final Dates dates = new Dates(PAPER, null, ShippedCalendar::plusWorkingDays);

    @ParameterizedTest
    @CsvSource({
        "2020年底前将许可纳入线上平台, 2020-12-31",
        "9月底前完成改造, 2020-09-30",
        "5月底前完成改造, 2021-05-31",
        "年底前报国务院, 2020-12-31",
        "年内建成投用, 2020-12-31",
        "于2021年6月30日前印发, 2021-06-30",
        "2021年上半年完成, 2021-06-30",
        "第三季度完成, 2020-09-30",
        "二〇二〇年十二月底前完成, 2020-12-31",
        "10月上旬召开会议, 2020-10-10",
        "自本意见印发之日起30日内制定办法, 2020-08-14",
        "在本通知印发之日起3个月内报送, 2020-10-15",
        "收到本通知后10个工作日内报送, 2020-07-29",
        "国庆前完成, 2020-10-01",
        "到2025年建成示范基地, 2025-12-31"
    })
    void aLimitInASentenceIsFound(String sentence, LocalDate day) {
        assertThat(dates.inTask(sentence).day()).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "2019年1月1日至12月31日对企业予以返还",
        "从2021年1月1日起实施",
        "政策执行至2026年12月31日",
        "受理后3个工作日内办结",
        "48小时内放行",
        "5年内关税降幅较大",
        "对2021年底前开工建设的项目予以支持",
        "2018年12月31日前的有关工作已经结束",
        "每月10日前报送",
        "落实2021—2023年行动方案"
    })
    void otherDatesAreNoLimits(String sentence) {
        assertThat(dates.inTask(sentence).day()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "12月取得明显成效并持续推进, 2020-12-31, ONGOING",
        "2020年9月至2021年3月, 2021-03-31,",
        "2020.11, 2020-11-30,",
        "20201130, 2020-11-30,",
        "长期坚持, , ONGOING",
        "每季度末, , QUARTERLY",
        "每年12月底前, , YEARLY",
        "2027年年底前, 2027-12-31,",
        "15个工作日内, 2020-08-05,",
        "立行立改, ,"
    })
    void everyMomentOfALabelIsMeantAsALimit(String words, LocalDate day, Recurrence recurring) {
        Limit limit = dates.inAssignment(List.of(words));
        assertThat(limit.day()).isEqualTo(day);
        assertThat(limit.recurring()).isEqualTo(recurring);
    }

    @Test
    void theYearThePaperIsAboutCountsBeforeTheDayItWasSigned() {
        Dates about = new Dates(LocalDate.of(2022, 4, 14), 2022, ShippedCalendar::plusWorkingDays);
        assertThat(about.inAssignment(List.of("3月底取得阶段性成效")).day()).isEqualTo(LocalDate.of(2022, 3, 31));
    }

    @Test
    void withoutAnyYearNothingIsInvented() {
        Dates unknown = new Dates(null, null, ShippedCalendar::plusWorkingDays);
        assertThat(unknown.inAssignment(List.of("9月底前")).day()).isNull();
        assertThat(unknown.inAssignment(List.of("9月底前")).text()).isEqualTo("9月底前");
    }
}

package org.luoshi.worktime.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luoshi.shared.BusinessException;

class AnnouncementTests {

    private static final String YEAR_2026 = """
            现将2026年部分节假日安排通知如下。
            一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
            二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
            三、清明节：4月4日（周六）至6日（周一）放假，共3天。
            四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
            五、端午节：6月19日（周五）至21日（周日）放假，共3天。
            六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
            七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
            节假日期间，各单位要妥善安排好值班和安全、保卫等工作。
            """;

    @Test
    void aNoticeIsReadAsItIsPublished() {
        List<SpecialDay> shipped = ShippedDays.load().stream()
                .filter(day -> day.date().getYear() == 2026)
                .toList();
        List<SpecialDay> read = Announcement.read(2026, YEAR_2026);
        assertThat(read.stream().filter(day -> day.kind() == DayKind.WORKING).map(SpecialDay::date))
                .containsExactlyElementsOf(shipped.stream()
                        .filter(day -> day.kind() == DayKind.WORKING)
                        .map(SpecialDay::date)
                        .toList());
        // The table may leave out weekend days of a holiday that are free anyhow; what is worked and what is not
        // agrees.
        WorkingCalendar ours = new WorkingCalendar(read, java.util.Set.of(2026));
        WorkingCalendar theirs = new WorkingCalendar(shipped, java.util.Set.of(2026));
        LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .forEach(day -> assertThat(ours.isWorking(day)).as("%s", day).isEqualTo(theirs.isWorking(day)));
    }

    @Test
    void aTableIsReadInTheWaysPeopleKeepIt() {
        List<SpecialDay> read = Announcement.read(2027, """
                date,type,name_zh,note
                2027-01-01,holiday,元旦,
                2027/1/2,放假,元旦
                2027.1.3\t休\t元旦
                2026年12月27日，上班，元旦
                """);
        assertThat(read)
                .extracting(SpecialDay::date)
                .map(LocalDate::toString)
                .containsExactly("2026-12-27", "2027-01-01", "2027-01-02", "2027-01-03");
        assertThat(read.get(0).kind()).isEqualTo(DayKind.WORKING);
    }

    @Test
    void aStretchMayCrossTheMonth() {
        assertThat(Announcement.read(2025, "春节：1月28日至2月4日放假调休，共8天。1月26日、2月8日上班。"))
                .hasSize(10)
                .extracting(SpecialDay::date)
                .contains(LocalDate.of(2025, 1, 31), LocalDate.of(2025, 2, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "这里没有日期",
                "元旦：2月30日放假。",
                "元旦：13月1日放假。",
                "2027-01-01,也许,元旦",
                "2027-01-01,放假,",
                "2031-01-01,放假,元旦",
                "2027-01-01,放假,元旦\n2027-01-01,上班,元旦",
                "国庆节：10月7日至1日放假。",
                "10月1日至7日放假",
            })
    void whatMakesNoSenseIsRefusedWithItsLine(String text) {
        assertThatThrownBy(() -> Announcement.read(2027, text))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> {
                    assertThat(refusal.error()).isEqualTo(WorktimeError.ANNOUNCEMENT_UNREADABLE);
                    assertThat(refusal.details()).containsKeys("year", "line");
                });
    }
}

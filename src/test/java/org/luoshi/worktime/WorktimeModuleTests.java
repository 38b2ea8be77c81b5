package org.luoshi.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.verify;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luoshi.PostgresForTests;
import org.luoshi.SignedIn;
import org.luoshi.history.HistoryApi;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.Role;
import org.luoshi.worktime.core.CalendarService;
import org.luoshi.worktime.core.DayKind;
import org.luoshi.worktime.core.ImportPlan;
import org.luoshi.worktime.core.LocalDay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.Scenario;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationModuleTest
@AutoConfigureMockMvc
@Import(PostgresForTests.class)
class WorktimeModuleTests {

    private static final Actor KEEPER = new Actor(UUID.randomUUID(), "甲", List.of(), Set.of(Role.SYSTEM_ADMINISTRATOR));
    private static final Actor CLERK = new Actor(UUID.randomUUID(), "乙", List.of(), Set.of());
    private static final Instant FRIDAY = Instant.parse("2026-02-27T02:00:00Z");

    @Autowired
    private WorktimeApi worktime;

    @Autowired
    private CalendarService service;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @MockitoBean
    private HistoryApi history;

    @Test
    void theDerivationIsToldInThreeLanguages() {
        DueDate due = worktime.due(FRIDAY, Limit.workingDays(5));
        assertThat(worktime.explain(due, Texts.SIMPLIFIED))
                .containsExactly(
                        "自2026年2月27日（周五）的次日起，计 5 个工作日", "跳过：3月1日（周日）", "计入补班日：2月28日（周六）为春节补班", "截至2026年3月5日（周四），含当日");
        assertThat(worktime.explain(due, Texts.TRADITIONAL).get(0)).contains("計 5 個工作日");
        assertThat(worktime.explain(due, Texts.ENGLISH))
                .containsExactly(
                        "Working days: 5, counted from the day after Fri 27 Feb 2026",
                        "Skipped: Sun 1 Mar",
                        "Make-up working days counted: Sat 28 Feb (makes up for 春节)",
                        "Due by Thu 5 Mar 2026, that day included");
    }

    @Test
    void aLongDerivationSumsUpTheWeekends() {
        List<String> lines = worktime.explain(worktime.due(FRIDAY, Limit.workingDays(150)), Texts.SIMPLIFIED);
        assertThat(lines.get(1)).contains("5月1日（周五）至5月5日（周二）劳动节", "周末 ").hasSizeLessThan(200);
    }

    @Test
    void aGivenDayAndHoursAreToldToo() {
        assertThat(worktime.explain(worktime.endOf(LocalDate.of(2026, 3, 6), FRIDAY), Texts.SIMPLIFIED))
                .containsExactly("直接指定的日期，没有按期限推算", "截至2026年3月6日（周五），含当日");
        assertThat(worktime.explain(worktime.due(FRIDAY, Limit.workingHours(4)), Texts.SIMPLIFIED))
                .last()
                .isEqualTo("截至2026年2月27日（周五） 15:30");
    }

    @Test
    void theDoorCountsAsAnnounced() {
        assertThat(worktime.isWorkingDay(LocalDate.of(2026, 2, 28))).isTrue();
        assertThat(worktime.isWorkingDay(LocalDate.of(2026, 2, 16))).isFalse();
        assertThat(worktime.plusWorkingDays(LocalDate.of(2026, 2, 13), 2)).isEqualTo("2026-02-24");
        assertThat(worktime.plusWorkingDays(LocalDate.of(2026, 2, 24), -2)).isEqualTo("2026-02-13");
        assertThat(worktime.workingDaysBetween(FRIDAY, Instant.parse("2026-03-05T15:59:59Z")))
                .isEqualTo(5);
        assertThat(worktime.workingDaysBetween(Instant.parse("2026-03-05T15:59:59Z"), FRIDAY))
                .isEqualTo(-5);
    }

    @Test
    void aLocalDayWinsAtOnceAndTellsTheRooms(Scenario scenario) {
        LocalDate day = LocalDate.of(2026, 8, 5);
        scenario.stimulate(() -> service.addLocalDay(new LocalDay(day, DayKind.HOLIDAY, "州庆", "州政府办〔2026〕1号"), KEEPER))
                .andWaitForEventOfType(CalendarChanged.class)
                .matchingMappedValue(CalendarChanged::year, 2026)
                .toArrive();
        assertThat(worktime.isWorkingDay(day)).isFalse();
        verify(history, atLeastOnce()).record(any(), any());
        refused(
                "worktime.day-exists",
                () -> service.addLocalDay(new LocalDay(day, DayKind.HOLIDAY, "又一个", "x"), KEEPER));
        service.removeLocalDay(day, KEEPER);
        assertThat(worktime.isWorkingDay(day)).isTrue();
        refused("worktime.no-such-day", () -> service.removeLocalDay(day, KEEPER));
    }

    @Test
    void aYearIsLoadedAfterADryRunAndWhatWasProvisionalIsTold(Scenario scenario) {
        String notice = "元旦：1月1日（周日）至2日放假调休。2033年12月31日上班。\n春节：2月19日至25日放假。2月18日上班。";
        Instant start = Instant.parse("2034-02-17T02:00:00Z");
        assertThat(worktime.due(start, Limit.workingDays(1)).provisional()).isTrue();

        ImportPlan plan = service.plan(2034, notice, KEEPER);
        assertThat(plan.changes()).extracting(ImportPlan.Change::date).contains(LocalDate.of(2033, 12, 31));
        assertThat(worktime.isWorkingDay(LocalDate.of(2034, 2, 20)))
                .as("a dry run changes nothing")
                .isTrue();

        scenario.stimulate(() -> service.importYear(2034, "国办发明电〔2033〕1号", notice, plan.revision(), KEEPER))
                .andWaitForEventOfType(CalendarChanged.class)
                .matchingMappedValue(CalendarChanged::year, 2034)
                .toArrive();
        DueDate due = worktime.due(start, Limit.workingDays(2));
        assertThat(due.provisional()).isFalse();
        assertThat(due.madeUp()).extracting(DueDate.NamedDay::date).containsExactly(LocalDate.of(2034, 2, 18));
        assertThat(due.due()).isEqualTo("2034-02-27T15:59:59Z");
        assertThat(worktime.isWorkingDay(LocalDate.of(2033, 12, 31))).isTrue();

        refused("worktime.changed-meanwhile", () -> service.importYear(2034, "x", notice, plan.revision(), KEEPER));
        long again = service.plan(2034, notice, KEEPER).revision();
        service.importYear(2034, "更正", "元旦：1月1日放假。", again, KEEPER);
        assertThat(worktime.isWorkingDay(LocalDate.of(2034, 2, 20))).isTrue();
    }

    @Test
    void anotherNodesChangeIsSeenByItsRevision() {
        LocalDate day = LocalDate.of(2029, 8, 1);
        assertThat(worktime.isWorkingDay(day)).isTrue();
        jdbc.sql("""
                insert into worktime.special_day (id, date, layer, kind, name, source, created_by, created_at)
                values (gen_random_uuid(), '2029-08-01', 'LOCAL', 'HOLIDAY', '节', '文', gen_random_uuid(), now());
                insert into worktime.calendar_state (revision) values (nextval('worktime.calendar_revision'))
                on conflict (only_row) do update set revision = excluded.revision
                """).update();
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(worktime.isWorkingDay(day)).isFalse());
    }

    @Test
    void onlyTheSystemAdministratorKeepsTheCalendar() {
        refused("worktime.not-yours", () -> service.setHours("09:00-17:00", CLERK));
        refused("worktime.not-yours", () -> service.plan(2035, "元旦：1月1日放假。", CLERK));
        for (String page : List.of("/worktime/days", "/worktime/import")) {
            assertThat(mvc.get().uri(page).with(SignedIn.as(CLERK))).hasStatus(403);
            assertThat(mvc.get().uri(page).with(SignedIn.as(KEEPER))).hasStatusOk();
        }
        assertThat(mvc.post().uri("/worktime/days").param("date", "2030-01-02").with(SignedIn.as(CLERK)))
                .hasStatus(403);
    }

    @Test
    void theYearNamesItsHolidaysAndMakeUpDays() {
        assertThat(mvc.get()
                        .uri("/worktime?year=2026")
                        .header("Accept-Language", "zh-CN")
                        .with(SignedIn.as(CLERK)))
                .hasStatusOk()
                .bodyText()
                .contains("2026 年工作日历", "15日至23日 春节", "<b>班</b> 28日 春节")
                .doesNotContain("/worktime/days");
        assertThat(mvc.get()
                        .uri("/worktime?year=2028")
                        .header("Accept-Language", "zh-CN")
                        .with(SignedIn.as(KEEPER)))
                .hasStatusOk()
                .bodyText()
                .contains("2028 年放假安排尚未公布", "/worktime/days");
        assertThat(mvc.get().uri("/worktime?year=9999").with(SignedIn.as(CLERK)))
                .hasStatus(422);
        assertThat(mvc.get().uri("/worktime?year=x").with(SignedIn.as(CLERK))).hasStatus(400);
    }

    @Test
    void theCalculatorAnswersWithItsDerivation() {
        assertThat(mvc.get()
                        .uri("/worktime/calculator?start=2026-02-27T10:00&amount=5&unit=WORKING_DAYS&from=next")
                        .header("Accept-Language", "zh-CN")
                        .with(SignedIn.as(CLERK)))
                .hasStatusOk()
                .bodyText()
                .contains("2月28日（周六）为春节补班", "3月5日");
        for (String bad : List.of("start=x&amount=5", "start=2026-02-27&amount=-3", "start=2026-02-27&amount=99999")) {
            assertThat(mvc.get()
                            .uri("/worktime/calculator?unit=WORKING_DAYS&" + bad)
                            .with(SignedIn.as(CLERK)))
                    .as(bad)
                    .hasStatus(422)
                    .bodyText()
                    .contains("class=\"error\"");
        }
        assertThat(mvc.get().uri("/worktime/calculator").with(SignedIn.as(CLERK)))
                .hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "start=2026-02-27&amount=5&unit=WORKING_DAYS | 2026-03-05T23:59:59+08:00",
                "start=2026-02-27T10:00&amount=1&unit=WORKING_HOURS | 2026-02-27T11:00:00+08:00",
                "start=2026-02-27T02:00:00Z&amount=1&unit=MONTHS | 2026-03-27T23:59:59+08:00",
                "start=2026-02-27&amount=5&unit=CALENDAR_DAYS&from=same | 2026-03-03T23:59:59+08:00",
            })
    void programsGetTheSameAnswer(String question, String due) {
        assertThat(mvc.get().uri("/api/v1/worktime/due?" + question).with(SignedIn.as(CLERK)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.due")
                .asString()
                .startsWith(due.substring(0, 16));
    }

    @Test
    void programsAreToldWhatIsWrong() {
        assertThat(mvc.get()
                        .uri("/api/v1/worktime/due?start=soon&amount=5&unit=WORKING_DAYS")
                        .with(SignedIn.as(CLERK)))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("worktime.start-unreadable");
        assertThat(mvc.get()
                        .uri("/api/v1/worktime/due?start=2026-01-01&amount=5&unit=FORTNIGHTS")
                        .with(SignedIn.as(CLERK)))
                .hasStatus(400);
        assertThat(mvc.get().uri("/api/v1/worktime/years/2026").with(SignedIn.as(CLERK)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.announced")
                .isEqualTo(true);
    }

    @Test
    void aYearIsLoadedThroughItsPages() {
        String notice = "元旦：1月1日至3日放假调休，共3天。1月4日上班。";
        var preview = mvc.post()
                .uri("/worktime/import/preview")
                .multipart()
                .file(new MockMultipartFile(
                        "file", "2037.txt", "text/plain", notice.getBytes(java.nio.charset.Charset.forName("GB18030"))))
                .param("year", "2037")
                .header("Accept-Language", "zh-CN")
                .with(SignedIn.as(KEEPER))
                .exchange();
        assertThat(preview).hasStatusOk().bodyText().contains("2037 年：读出 4 天安排", notice);
        var revision = Pattern.compile("name=\"revision\" value=\"(\\d+)\"")
                .matcher(new String(
                        preview.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(revision.find()).isTrue();
        assertThat(load(revision.group(1), notice, "")).hasStatus(422);
        assertThat(load(revision.group(1), notice, "通知")).hasStatus3xxRedirection();
        assertThat(worktime.isWorkingDay(LocalDate.of(2037, 1, 4))).isTrue();
        assertThat(load(revision.group(1), notice, "通知")).hasStatus(409);
    }

    @Test
    void anUnreadableAnnouncementComesBackAsTyped() {
        assertThat(mvc.post()
                        .uri("/worktime/import/preview")
                        .param("year", "2038")
                        .param("text", "元旦：2月30日放假。")
                        .with(SignedIn.as(KEEPER)))
                .hasStatus(422)
                .bodyText()
                .contains("元旦：2月30日放假。", "class=\"error\"");
    }

    @Test
    void aLocalDayIsEnteredThroughItsForm() {
        assertThat(day("2026-02-30", "节", "文")).hasStatus(422);
        assertThat(day("", "节", "文")).hasStatus(422);
        assertThat(day("2030-08-05", " ", "文")).hasStatus(422).bodyText().contains("value=\"2030-08-05\"");
        assertThat(day("2030-08-05", "节<b>", "文")).hasStatus3xxRedirection();
        assertThat(day("2030-08-05", "节", "文")).hasStatus(409);
        assertThat(mvc.get().uri("/worktime/days").with(SignedIn.as(KEEPER)))
                .bodyText()
                .contains("节&lt;b&gt;");
        assertThat(mvc.post().uri("/worktime/days/2030-08-05/removal").with(SignedIn.as(KEEPER)))
                .hasStatus3xxRedirection();
        assertThat(mvc.post().uri("/worktime/days/2030-08-05/removal").with(SignedIn.as(KEEPER)))
                .hasStatus(404);
    }

    @Test
    void theOfficesHoursAreASetting() {
        assertThat(mvc.post().uri("/worktime/hours").param("hours", "never").with(SignedIn.as(KEEPER)))
                .hasStatus(422);
        service.setHours("08:00-12:00, 14:00-18:00", KEEPER);
        assertThat(worktime.due(FRIDAY, Limit.workingHours(3)).due()).isEqualTo("2026-02-27T07:00:00Z");
        service.setHours("09:00-12:00, 13:30-17:30", KEEPER);
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult load(
            String revision, String text, String source) {
        return mvc.post()
                .uri("/worktime/import")
                .param("year", "2037")
                .param("source", source)
                .param("text", text)
                .param("revision", revision)
                .with(SignedIn.as(KEEPER))
                .exchange();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult day(String date, String name, String source) {
        return mvc.post()
                .uri("/worktime/days")
                .param("date", date)
                .param("kind", "HOLIDAY")
                .param("name", name)
                .param("source", source)
                .with(SignedIn.as(KEEPER))
                .exchange();
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        BusinessException.class,
                        e -> assertThat(e.error().code()).isEqualTo(code));
    }
}

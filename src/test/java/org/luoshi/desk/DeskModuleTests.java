package org.luoshi.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.ClockForTests;
import org.luoshi.PostgresForTests;
import org.luoshi.SignedIn;
import org.luoshi.TestClock;
import org.luoshi.jobs.Job;
import org.luoshi.jobs.JobsApi;
import org.luoshi.notices.DigestPreview;
import org.luoshi.notices.Notice;
import org.luoshi.notices.NoticesApi;
import org.luoshi.obligations.DayLoad;
import org.luoshi.obligations.Obligation;
import org.luoshi.obligations.ObligationFigures;
import org.luoshi.obligations.ObligationState;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.luoshi.platform.SearchHit;
import org.luoshi.platform.SearchSource;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.Seat;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationModuleTest
@AutoConfigureMockMvc
@Import({PostgresForTests.class, ClockForTests.class, DeskModuleTests.LedgerSearch.class})
class DeskModuleTests {

    private static final UUID UNIT = UUID.randomUUID();

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestClock clock;

    @MockitoBean
    private ObligationsApi obligations;

    @MockitoBean
    private NoticesApi notices;

    @MockitoBean
    private OrganizationApi organization;

    @MockitoBean
    private WorktimeApi worktime;

    @MockitoBean
    private JobsApi jobs;

    @BeforeEach
    void thursdayNoon() {
        clock.set("2026-03-05T12:00:00+08:00");
        when(worktime.isWorkingDay(any()))
                .thenAnswer(call ->
                        call.<LocalDate>getArgument(0).getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue());
        when(organization.units(any()))
                .thenAnswer(
                        call -> call.<Collection<UUID>>getArgument(0).contains(UNIT) ? Map.of(UNIT, unit()) : Map.of());
        when(obligations.figuresFor(any(), anyInt())).thenReturn(new ObligationFigures(0, 0, 0));
        when(obligations.figures(isNull(), anyInt())).thenReturn(new ObligationFigures(31, 3, 9));
        when(notices.preview())
                .thenReturn(new DigestPreview(Instant.parse("2026-03-06T00:30:00Z"), true, null, List.of()));
    }

    @Test
    void theFirstPageIsTheDesk() {
        assertThat(mvc.get().uri("/").with(SignedIn.as(officer()))).hasRedirectedUrl("/desk");
    }

    @Test
    void eachMatterShowsItsLightInShapeAndWords() {
        when(obligations.openFor(any(), anyInt()))
                .thenReturn(List.of(
                        matter("修<桥>", "2026-03-03T23:59:59+08:00", ObligationState.OVERDUE),
                        matter("甲", "2026-03-05T17:00:00+08:00", ObligationState.OPEN),
                        matter("乙", "2026-03-06T23:59:59+08:00", ObligationState.OPEN),
                        matter("丙", "2026-03-11T23:59:59+08:00", ObligationState.OPEN),
                        matter("丁", "2026-04-11T23:59:59+08:00", ObligationState.OPEN)));
        when(obligations.figuresFor(any(), anyInt())).thenReturn(new ObligationFigures(5, 1, 2));
        when(obligations.loadFor(any(), any(), any())).thenReturn(List.of(new DayLoad(LocalDate.of(2026, 3, 5), 1)));
        assertThat(mvc.get().uri("/desk").locale(Locale.SIMPLIFIED_CHINESE).with(SignedIn.as(officer())))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "3月5日 周四",
                        "等您处理 5 件，其中 1 件今天到期",
                        "<span class=\"light late\">逾期 2 天</span>",
                        "<span class=\"light soon\">今天 17:00</span>",
                        "<span class=\"light soon\">明天</span>",
                        "<span class=\"light ok\">周三</span>",
                        "<span class=\"light ok\">4月11日 周六</span>",
                        "修&lt;桥&gt;")
                .doesNotContain("style=");
    }

    @Test
    void onlyWhoActsForSeveralUnitsIsToldWhichOneOwes() {
        when(obligations.openFor(any(), anyInt()))
                .thenReturn(List.of(matter("甲", "2026-03-11T23:59:59+08:00", ObligationState.OPEN)));
        Actor one = officer();
        assertThat(mvc.get().uri("/desk").with(SignedIn.as(one))).bodyText().doesNotContain("<small>发展规划司");
        Seat second = new Seat(UUID.randomUUID(), UUID.randomUUID(), "调研处", "岗位", Set.of(Role.OFFICER), null);
        Actor two = new Actor(one.personId(), one.name(), List.of(one.seats().get(0), second), Set.of());
        assertThat(mvc.get().uri("/desk").with(SignedIn.as(two))).bodyText().contains("<small>发展规划司");
    }

    @Test
    void theOfficeSeesItsFiguresAndWhoWillBeReminded() {
        assertThat(mvc.get().uri("/desk").locale(Locale.SIMPLIFIED_CHINESE).with(SignedIn.as(officer())))
                .bodyText()
                .contains("全部单位", "<dd>31</dd>", "明天会提醒谁", "3月6日 08:30 没有要提醒的事项");
    }

    @Test
    void aUnitDoesNotSeeTheFiguresOfOthers() {
        assertThat(mvc.get().uri("/desk").locale(Locale.SIMPLIFIED_CHINESE).with(SignedIn.as(liaison())))
                .bodyText()
                .contains("这里会列出等您签收")
                .doesNotContain("全部单位", "明天会提醒谁");
    }

    @Test
    void anAdministratorIsToldWhereToGoInsteadOfAnEmptyDesk() {
        Actor administrator = new Actor(UUID.randomUUID(), "管理员甲", List.of(), Set.of(Role.SYSTEM_ADMINISTRATOR));
        assertThat(mvc.get().uri("/desk").locale(Locale.SIMPLIFIED_CHINESE).with(SignedIn.as(administrator)))
                .hasStatusOk()
                .bodyText()
                .contains("您没有担任业务岗位", "您可以使用")
                .doesNotContain("今后 14 天");
    }

    @Test
    void unreadNoticesAndRunningWorkAreFoundAgain() {
        Notice told =
                new Notice(UUID.randomUUID(), "x", Map.of(), "/x", "x", Instant.parse("2026-03-05T01:00:00Z"), null);
        when(notices.inbox(any(), anyInt())).thenReturn(List.of(told));
        when(notices.text(eq(told), any())).thenReturn("新交办");
        when(notices.unread(any())).thenReturn(1);
        UUID id = UUID.randomUUID();
        when(jobs.recentOf(any()))
                .thenReturn(List.of(new Job(
                        id, "import", Map.of(), Job.State.RUNNING, 3, 9, null, null, UNIT, Instant.EPOCH, null)));
        assertThat(mvc.get().uri("/desk").with(SignedIn.as(liaison())))
                .bodyText()
                .contains("新交办", "/notices/" + told.id() + "/reading", "/jobs/" + id, "3 / 9");
    }

    @Test
    void theSearchShowsWhatEveryRoomFindsGroupedByKind() {
        when(organization.searchUnits("规划", 20)).thenReturn(List.of(unit()));
        when(organization.searchPeople("规划", 20))
                .thenReturn(List.of(new Person(UUID.randomUUID(), "周规划", "010-1", null)));
        assertThat(mvc.get()
                        .uri("/search")
                        .param("q", " 规划 ")
                        .locale(Locale.SIMPLIFIED_CHINESE)
                        .with(SignedIn.as(officer())))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence("找到 3 条", "事项&lt;规划&gt;", "<h2>单位</h2>", "发展规划司", "<h2>人员</h2>", "周规划");
    }

    @Test
    void aBlankSearchAsksNobody() {
        assertThat(mvc.get().uri("/search").param("q", " ").with(SignedIn.as(officer())))
                .hasStatusOk();
        verify(organization, never()).searchUnits(anyString(), anyInt());
    }

    private static Obligation matter(String title, String due, ObligationState state) {
        Instant at = OffsetDateTime.parse(due).toInstant();
        return new Obligation(
                UUID.randomUUID(),
                "t",
                UUID.randomUUID(),
                UNIT,
                Role.OFFICER,
                null,
                "x",
                title,
                "/x",
                at,
                at,
                null,
                state);
    }

    private static Unit unit() {
        return new Unit(
                UNIT,
                null,
                null,
                "发展规划司",
                "发展规划司",
                List.of(),
                UnitKind.UNIT,
                1,
                List.of(UNIT),
                LocalDate.of(2020, 1, 1),
                null,
                null);
    }

    private static Actor officer() {
        return seated(Role.OFFICER);
    }

    private static Actor liaison() {
        return seated(Role.UNIT_LIAISON);
    }

    private static Actor seated(Role role) {
        Seat seat = new Seat(UUID.randomUUID(), UNIT, "发展规划司", "岗位", Set.of(role), null);
        return new Actor(UUID.randomUUID(), "周慎行", List.of(seat), Set.of());
    }

    /** Stands for a working room that adds to the search. */
    @TestConfiguration(proxyBeanMethods = false)
    static class LedgerSearch {

        @Bean
        SearchSource ledgerSearch() {
            return (query, actor, limit) ->
                    List.of(new SearchHit("desk.title", "事项<规划>", "督〔2026〕1号", "/ledger/items/1"));
        }
    }
}

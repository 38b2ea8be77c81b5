package org.luoshi.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.ClockForTests;
import org.luoshi.PostgresForTests;
import org.luoshi.SignedIn;
import org.luoshi.TestClock;
import org.luoshi.access.AccessApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.obligations.DueRevision;
import org.luoshi.obligations.Obligation;
import org.luoshi.obligations.ObligationState;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.SecretWord;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The security chain is no part of this room, so a stranger reads here; that nobody must sign in is tested where the chain is. */
@ApplicationModuleTest
@AutoConfigureMockMvc
@Import({PostgresForTests.class, ClockForTests.class, CalendarModuleTests.Meetings.class})
@TestPropertySource(properties = "luoshi.notices.sweep-every=P1D")
class CalendarModuleTests {

    private static final Instant NOON = Instant.parse("2026-03-05T04:00:00Z");
    private static final Instant FRIDAY_EVENING = Instant.parse("2026-03-06T15:59:59Z");
    private static final Pattern ADDRESS = Pattern.compile("http[^<\\s]*/calendar/([A-Za-z0-9_-]+)\\.ics");

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private List<CalendarEntry> meetings;

    @MockitoBean
    private ObligationsApi obligations;

    @MockitoBean
    private AccessApi access;

    @MockitoBean
    private HistoryApi history;

    @MockitoBean
    private OrganizationApi organization;

    @MockitoBean
    private WorktimeApi worktime;

    private Actor owner;
    private Actor stranger;

    /** A room that puts something into everybody's calendar. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Meetings {

        @Bean
        List<CalendarEntry> meetingEntries() {
            return new ArrayList<>();
        }

        @Bean
        CalendarSource meetingSource(List<CalendarEntry> meetingEntries) {
            return (person, from, to, page) -> List.copyOf(meetingEntries);
        }
    }

    @BeforeEach
    void anOwnerAndAStranger() {
        clock.set(NOON);
        meetings.clear();
        owner = new Actor(UUID.randomUUID(), "周甲", List.of(), Set.of());
        stranger = new Actor(UUID.randomUUID(), "李乙", List.of(), Set.of());
        for (Actor person : List.of(owner, stranger)) {
            when(access.actor(person.personId())).thenReturn(person);
            when(access.isOpen(person.personId())).thenReturn(true);
        }
    }

    @Test
    void theLinkIsShownOnceAndOnlyItsHashIsKept() {
        String word = makeLink(owner, "zh-CN");
        assertThat(word).hasSize(43);
        assertThat(text(get("/calendar-feed", owner))).contains("更换地址").doesNotContain(word);
        assertThat(jdbc.sql("select hash from notices.calendar_link where person_id = :person")
                        .param("person", owner.personId())
                        .query(byte[].class)
                        .single())
                .isEqualTo(SecretWord.hash(word));
        verifyTold("made", owner);
    }

    @Test
    void theCalendarShowsWhatIsDueInTheLanguageOfTheLink() {
        Obligation feedback = owe(owner, "反馈方案", FRIDAY_EVENING);
        Obligation early = owe(owner, "报送信息", Instant.parse("2026-03-06T02:00:00Z"));
        waiting(owner, List.of(early, feedback));
        MvcTestResult answer = read(makeLink(owner, "zh-CN"));
        assertThat(answer)
                .hasStatusOk()
                .hasContentType("text/calendar;charset=UTF-8")
                .headers()
                .hasValue("Cache-Control", "no-cache, private")
                .doesNotContainHeader("Set-Cookie");
        assertThat(text(answer))
                .contains(
                        "X-WR-CALNAME:落实：周甲\r\n",
                        "UID:" + early.id(),
                        "DTSTART:20260306T020000Z\r\nSUMMARY:反馈进展：报送信息\r\n",
                        "DTSTART;VALUE=DATE:20260306\r\nDTEND;VALUE=DATE:20260307\r\n",
                        "SUMMARY:反馈进展：反馈方案\r\n",
                        "URL:http://localhost/ledger/items/1\r\n");
        assertThat(text(read(makeLink(owner, "en"))))
                .contains("X-WR-CALNAME:Luoshi: 周甲\r\n", "SUMMARY:Report progress: 报送信息");
    }

    @Test
    void eachWordOpensTheCalendarOfItsOwnerOnly() {
        waiting(owner, List.of(owe(owner, "甲的事", FRIDAY_EVENING)));
        waiting(stranger, List.of(owe(stranger, "乙的事", FRIDAY_EVENING)));
        assertThat(text(read(makeLink(owner, "zh-CN")))).contains("甲的事").doesNotContain("乙的事");
        assertThat(text(read(makeLink(stranger, "zh-CN")))).contains("乙的事").doesNotContain("甲的事");
    }

    @Test
    void anUnknownAReplacedAndAWithdrawnWordAllFindNothing() {
        String first = makeLink(owner, "zh-CN");
        assertThat(read(SecretWord.next())).hasStatus(404);
        assertThat(read("x")).hasStatus(404);
        String second = makeLink(owner, "zh-CN");
        verifyTold("replaced", owner);
        assertThat(read(first)).hasStatus(404);
        assertThat(read(second)).hasStatusOk();
        assertThat(post("/calendar-feed/withdrawal", stranger, "zh-CN")).hasStatus3xxRedirection();
        assertThat(read(second)).hasStatusOk();
        assertThat(post("/calendar-feed/withdrawal", owner, "zh-CN")).hasStatus3xxRedirection();
        verifyTold("withdrawn", owner);
        assertThat(read(second)).hasStatus(404).body().isEmpty();
    }

    @Test
    void whoMayNoLongerComeInHasNoCalendar() {
        String word = makeLink(owner, "zh-CN");
        when(access.isOpen(owner.personId())).thenReturn(false);
        assertThat(read(word)).hasStatus(404);
        when(access.isOpen(owner.personId())).thenReturn(true);
        assertThat(read(word)).hasStatusOk();
    }

    @Test
    void aMovedDateIsTheSameEntryWithAHigherSequence() {
        Obligation feedback = owe(owner, "反馈方案", FRIDAY_EVENING);
        waiting(owner, List.of(feedback));
        String word = makeLink(owner, "zh-CN");
        assertThat(text(read(word))).contains("UID:" + feedback.id(), "SEQUENCE:0\r\nDTSTAMP:20260305T040000Z\r\n");
        when(obligations.revisionsOf(anyCollection()))
                .thenReturn(List.of(new DueRevision(feedback.id(), 1, NOON.plusSeconds(60))));
        assertThat(text(read(word))).contains("UID:" + feedback.id(), "SEQUENCE:1\r\nDTSTAMP:20260305T040100Z\r\n");
    }

    @Test
    void otherRoomsAddTheirsAndMayCallThemOff() {
        String word = makeLink(owner, "zh-CN");
        meetings.add(meeting(0, false));
        assertThat(text(read(word))).contains("SUMMARY:办公会\r\n", "SEQUENCE:0\r\n", "STATUS:CONFIRMED\r\n");
        meetings.set(0, meeting(1, true));
        assertThat(text(read(word))).contains("UID:meeting-1\r\nSEQUENCE:1\r\n", "STATUS:CANCELLED\r\n");
    }

    @Test
    void anUnchangedCalendarIsNotSentAgain() {
        String word = makeLink(owner, "zh-CN");
        String tag = Objects.requireNonNull(read(word).getResponse().getHeader("ETag"));
        clock.advance(Duration.ofHours(1));
        assertThat(mvc.get()
                        .uri("/calendar/" + word + ".ics")
                        .header("If-None-Match", tag)
                        .with(SignedIn.as(stranger)))
                .hasStatus(304);
        meetings.add(meeting(0, false));
        assertThat(mvc.get()
                        .uri("/calendar/" + word + ".ics")
                        .header("If-None-Match", tag)
                        .with(SignedIn.as(stranger)))
                .hasStatusOk();
    }

    @Test
    void theOwnerSeesWhenTheCalendarWasLastRead() {
        String word = makeLink(owner, "zh-CN");
        assertThat(text(get("/calendar-feed", owner))).contains("还没有读取过");
        clock.set("2026-03-05T16:20:00+08:00");
        read(word);
        assertThat(text(get("/calendar-feed", owner))).contains("3月5日 16:20").doesNotContain("还没有读取过");
    }

    @Test
    void aFaultIsAnsweredWithoutWordsAndTheProgramKeepsWhatItHas() {
        String word = makeLink(owner, "zh-CN");
        doThrow(new IllegalStateException("for the test"))
                .when(obligations)
                .openFor(any(), any(LocalDate.class), any(), anyInt());
        assertThat(read(word)).hasStatus(503).body().isEmpty();
    }

    @Test
    void theInboxLeadsToTheCalendar() {
        assertThat(text(get("/notices", owner))).contains("href=\"/calendar-feed\"");
        assertThat(text(get("/calendar-feed", owner))).contains("您还没有订阅地址", "iPhone");
    }

    private Obligation owe(Actor person, String title, Instant due) {
        return new Obligation(
                UUID.randomUUID(),
                "ledger.assignment",
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                person.personId(),
                "feedback",
                title,
                "/ledger/items/1",
                due,
                due,
                null,
                ObligationState.OPEN);
    }

    private void waiting(Actor person, List<Obligation> open) {
        when(obligations.openFor(
                        argThat(actor -> actor != null && actor.personId().equals(person.personId())),
                        any(LocalDate.class),
                        any(),
                        anyInt()))
                .thenReturn(open);
        when(obligations.revisionsOf(anyCollection()))
                .thenReturn(open.stream()
                        .map(one -> new DueRevision(one.id(), 0, NOON))
                        .toList());
    }

    private static CalendarEntry meeting(int sequence, boolean cancelled) {
        Instant start = Instant.parse("2026-03-09T01:00:00Z");
        return new CalendarEntry(
                "meeting-1",
                sequence,
                "办公会",
                null,
                "第一会议室",
                start,
                start.plusSeconds(3600),
                false,
                cancelled,
                "/m/1",
                NOON);
    }

    private String makeLink(Actor actor, String language) {
        Matcher address = ADDRESS.matcher(text(post("/calendar-feed/link", actor, language)));
        assertThat(address.find()).isTrue();
        return address.group(1);
    }

    private MvcTestResult read(String word) {
        return mvc.get()
                .uri("/calendar/" + word + ".ics")
                .with(SignedIn.as(stranger))
                .exchange();
    }

    private MvcTestResult get(String address, Actor actor) {
        return mvc.get()
                .uri(address)
                .header("Accept-Language", "zh-CN")
                .with(SignedIn.as(actor))
                .exchange();
    }

    private MvcTestResult post(String address, Actor actor, String language) {
        return mvc.post()
                .uri(address)
                .header("Accept-Language", language)
                .with(SignedIn.as(actor))
                .exchange();
    }

    private void verifyTold(String action, Actor actor) {
        verify(history)
                .record(
                        argThat(fact -> fact.action().equals(action)
                                && fact.scopeId().equals(actor.personId())
                                && fact.subjectKind().equals("notices.calendar-link")),
                        any());
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}

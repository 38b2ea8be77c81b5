package org.luoshi.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.when;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.ClockForTests;
import org.luoshi.PostgresForTests;
import org.luoshi.SignedIn;
import org.luoshi.TestClock;
import org.luoshi.access.AccessApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.notices.core.Mailer;
import org.luoshi.notices.core.Sweep;
import org.luoshi.obligations.Obligation;
import org.luoshi.obligations.ObligationState;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationModuleTest
@AutoConfigureMockMvc
@Import({PostgresForTests.class, ClockForTests.class})
@TestPropertySource(
        properties = {
            "luoshi.mail.enabled=true",
            "luoshi.mail.from=luoshi@example.org",
            "luoshi.mail.link=https://luoshi.example.org",
            "luoshi.notices.sweep-every=P1D"
        })
class NoticesModuleTests {

    private static final GreenMail SERVER = started();

    /** Thursday, 5 March 2026, 12:00 in the office. */
    private static final Instant NOON = Instant.parse("2026-03-05T04:00:00Z");

    private static final Instant FRIDAY_DIGEST = Instant.parse("2026-03-06T00:30:00Z");

    @Autowired
    private NoticesApi notices;

    @Autowired
    private Sweep sweep;

    @Autowired
    private Mailer mailer;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

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

    private final List<Obligation> owed = new ArrayList<>();
    private UUID unit;
    private Person liaison;
    private Actor reader;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
    }

    @BeforeEach
    void anOfficeWithOneLiaison() throws Exception {
        clock.set(NOON);
        SERVER.purgeEmailFromAllMailboxes();
        jdbc.sql(
                        "truncate notices.notice, notices.told, notices.mail, notices.digest, notices.heartbeat, notices.mail_choice")
                .update();
        owed.clear();
        unit = UUID.randomUUID();
        liaison = new Person(UUID.randomUUID(), "周甲", null, "zhou@example.org");
        reader = new Actor(liaison.id(), liaison.name(), List.of(), Set.of());
        when(access.holders(unit, Role.UNIT_LIAISON)).thenReturn(List.of(liaison.id()));
        when(organization.people(anyCollection())).thenReturn(Map.of(liaison.id(), liaison));
        when(worktime.isWorkingDay(any())).thenAnswer(call -> isWeekday(call.getArgument(0)));
        when(worktime.plusWorkingDays(any(), anyInt()))
                .thenAnswer(call -> plusWeekdays(call.getArgument(0), call.getArgument(1)));
        when(obligations.dueWithin(any(), any()))
                .thenAnswer(call -> dueWithin(call.getArgument(0), call.getArgument(1)));
        when(obligations.find(anyCollection())).thenAnswer(call -> found(call.getArgument(0)));
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void aCalendarIsFoundWhereTheOfficeSaysTheHouseIs() {
        assertThat(mvc.post().uri("/calendar-feed/link").with(SignedIn.as(reader)))
                .hasStatusOk()
                .bodyText()
                .contains("https://luoshi.example.org/calendar/");
    }

    @Test
    void theSameThingIsSaidOnceADay() {
        UUID subject = UUID.randomUUID();
        notices.tell(notice(subject));
        notices.tell(notice(subject));
        clock.set(NOON.plus(Duration.ofDays(1)));
        notices.tell(notice(subject));
        assertThat(notices.inbox(liaison.id(), 10)).hasSize(2);
        assertThat(notices.unread(liaison.id())).isEqualTo(2);
    }

    @Test
    void onlyTheReaderMarksANoticeRead() {
        notices.tell(notice(UUID.randomUUID()));
        UUID id = notices.inbox(liaison.id(), 1).get(0).id();
        notices.markRead(id, new Actor(UUID.randomUUID(), "别人", List.of(), Set.of()));
        assertThat(notices.unread(liaison.id())).isOne();
        notices.markRead(id, reader);
        assertThat(notices.unread(liaison.id())).isZero();
    }

    @Test
    void aSecondUrgeWaitsForOneWorkingDay() {
        UUID subject = UUID.randomUUID();
        clock.set(NOON.plus(Duration.ofDays(1)));
        assertThat(notices.urge(unit, notice(subject)).sent()).isTrue();
        clock.set(NOON.plus(Duration.ofDays(3)));
        UrgeResult tooSoon = notices.urge(unit, notice(subject));
        assertThat(tooSoon.sent()).isFalse();
        assertThat(tooSoon.nextPossible()).isEqualTo(NOON.plus(Duration.ofDays(4)));
        assertThat(notices.urge(unit, notice(UUID.randomUUID())).sent()).isTrue();
        assertThat(notices.urge(UUID.randomUUID(), notice(subject)).sent()).isTrue();
        clock.set(NOON.plus(Duration.ofDays(4)));
        assertThat(notices.urge(unit, notice(subject)).sent()).isTrue();
    }

    @Test
    void theSweepTellsWhatFallsDueOnTheNextWorkingDayOnceHoweverOftenItRuns() {
        clock.set(NOON.plus(Duration.ofDays(1)));
        owe(LocalDate.of(2026, 3, 9));
        owe(LocalDate.of(2026, 3, 10));
        sweep.run();
        sweep.run();
        assertThat(texts()).containsExactly("notices.due-soon");
    }

    @Test
    void whatBecomesOverdueIsToldOnceAndReplacesTheReminder() {
        owe(LocalDate.of(2026, 3, 6));
        sweep.run();
        clock.set(Instant.parse("2026-03-06T16:00:00Z"));
        sweep.run();
        sweep.run();
        assertThat(notices.unread(liaison.id())).isOne();
        assertThat(notices.inbox(liaison.id(), 1)).extracting(Notice::textKey).containsExactly("notices.overdue");
    }

    @Test
    void whatWasAnsweredIsNotRemindedOfAnyMore() {
        owe(LocalDate.of(2026, 3, 6));
        sweep.run();
        owed.clear();
        sweep.run();
        assertThat(notices.unread(liaison.id())).isZero();
    }

    @Test
    void aVacantSeatIsToldAsSoonAsSomebodySitsOnIt() {
        when(access.holders(unit, Role.UNIT_LIAISON)).thenReturn(List.of());
        owe(LocalDate.of(2026, 3, 6));
        sweep.run();
        assertThat(notices.preview().lines())
                .singleElement()
                .satisfies(line -> assertThat(line.personIds()).isEmpty());
        when(access.holders(unit, Role.UNIT_LIAISON)).thenReturn(List.of(liaison.id()));
        sweep.run();
        assertThat(notices.unread(liaison.id())).isOne();
    }

    @Test
    void thePreviewSaysWhatTheDigestThenContains() throws Exception {
        owe(LocalDate.of(2026, 3, 9));
        owe(LocalDate.of(2026, 3, 6));
        DigestPreview preview = notices.preview();
        assertThat(preview.at()).isEqualTo(FRIDAY_DIGEST);
        assertThat(preview.lines()).hasSize(2);
        assertThat(preview.units()).isOne();
        assertThat(preview.people()).isOne();
        clock.set(FRIDAY_DIGEST);
        sweep.run();
        mailer.sendWaiting();
        assertThat(received())
                .singleElement()
                .satisfies(mail -> assertThat(mail.getSubject()).isEqualTo("落实：2 件待办提醒（3月6日 周五）"));
    }

    @Test
    void onePersonGetsOneMailADayWithTheRuleOfEachLine() throws Exception {
        owe(LocalDate.of(2026, 3, 6));
        notices.tell(notice(UUID.randomUUID()));
        clock.set(FRIDAY_DIGEST);
        sweep.run();
        mailer.sendWaiting();
        notices.tell(notice(UUID.randomUUID()));
        clock.set(FRIDAY_DIGEST.plusSeconds(600));
        sweep.run();
        mailer.sendWaiting();
        assertThat(received()).hasSize(1);
        String body = GreenMailUtil.getBody(received().get(0));
        MimeMessage mail = received().get(0);
        String plain = textOf(mail);
        assertThat(plain).contains("修<桥>", "https://luoshi.example.org/ledger/items/1", "为什么提醒我：下一个工作日到期前提醒一次");
        assertThat(body).contains("text/html");
    }

    @Test
    void theMailIsWrittenInTheLanguageThatWasChosenAndNotSentToWhoDeclined() throws Exception {
        mvc.post()
                .uri("/notices/mail-choice")
                .with(SignedIn.as(reader))
                .param("language", "en")
                .param("wanted", "on")
                .exchange();
        owe(LocalDate.of(2026, 3, 6));
        clock.set(FRIDAY_DIGEST);
        sweep.run();
        mailer.sendWaiting();
        assertThat(textOf(received().get(0))).contains("Why I receive this", "Due 6 Mar Fri");
        SERVER.purgeEmailFromAllMailboxes();
        mvc.post()
                .uri("/notices/mail-choice")
                .with(SignedIn.as(reader))
                .param("language", "en")
                .exchange();
        clock.set(Instant.parse("2026-03-09T00:30:00Z"));
        notices.tell(notice(UUID.randomUUID()));
        sweep.run();
        mailer.sendWaiting();
        assertThat(received()).isEmpty();
    }

    @Test
    void nothingLeavesAtNightOrOnARestDay() {
        notices.tell(notice(UUID.randomUUID()));
        clock.set(Instant.parse("2026-03-06T12:00:00Z"));
        sweep.run();
        mailer.sendWaiting();
        clock.set(Instant.parse("2026-03-07T02:00:00Z"));
        sweep.run();
        mailer.sendWaiting();
        assertThat(received()).isEmpty();
        clock.set(Instant.parse("2026-03-09T02:00:00Z"));
        sweep.run();
        mailer.sendWaiting();
        assertThat(received()).hasSize(1);
    }

    @Test
    void aMailThatIsRefusedIsTriedThreeTimesAndItsLinesTravelWithTheNextDigest() {
        notices.tell(notice(UUID.randomUUID()));
        SERVER.stop();
        try {
            clock.set(FRIDAY_DIGEST);
            sweep.run();
            for (int minute = 0; minute < 120; minute += 5) {
                clock.set(FRIDAY_DIGEST.plus(Duration.ofMinutes(minute)));
                mailer.sendWaiting();
            }
        } finally {
            SERVER.start();
        }
        assertThat(jdbc.sql("select attempts from notices.mail where dead_at is not null and failure is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        clock.set(Instant.parse("2026-03-09T00:30:00Z"));
        sweep.run();
        mailer.sendWaiting();
        assertThat(received()).hasSize(1);
    }

    private List<MimeMessage> received() {
        return List.of(SERVER.getReceivedMessages());
    }

    private static String textOf(MimeMessage mail) throws Exception {
        ArrayDeque<Object> parts = new ArrayDeque<>(List.of(mail.getContent()));
        while (!(parts.peek() instanceof String)) {
            MimeMultipart multipart = (MimeMultipart) parts.remove();
            for (int i = multipart.getCount() - 1; i >= 0; i--) {
                parts.addFirst(multipart.getBodyPart(i).getContent());
            }
        }
        return (String) parts.remove();
    }

    private List<String> texts() {
        return notices.inbox(liaison.id(), 100).stream().map(Notice::textKey).toList();
    }

    private NewNotice notice(UUID subject) {
        return new NewNotice(Set.of(liaison.id()), "test.told", Map.of(), "/ledger/items/2", subject, "test");
    }

    private void owe(LocalDate day) {
        Instant due = day.plusDays(1)
                .atStartOfDay(ZoneId.of("Asia/Shanghai"))
                .toInstant()
                .minusSeconds(1);
        owed.add(new Obligation(
                UUID.randomUUID(),
                "test.matter",
                UUID.randomUUID(),
                unit,
                Role.UNIT_LIAISON,
                null,
                "test",
                "修<桥>",
                "/ledger/items/1",
                due,
                due,
                null,
                ObligationState.OPEN));
    }

    private List<Obligation> dueWithin(Instant from, Instant before) {
        return owed.stream()
                .filter(obligation -> obligation.due() != null
                        && !obligation.due().isBefore(from)
                        && obligation.due().isBefore(before))
                .toList();
    }

    private List<Obligation> found(Collection<UUID> ids) {
        return owed.stream()
                .filter(obligation -> ids.contains(obligation.id()))
                .map(this::asItStands)
                .toList();
    }

    private Obligation asItStands(Obligation o) {
        @Nullable Instant due = o.due();
        boolean late = due != null && due.isBefore(clock.instant());
        return new Obligation(
                o.id(),
                o.sourceKind(),
                o.sourceId(),
                o.unitId(),
                o.role(),
                o.personId(),
                o.kindKey(),
                o.title(),
                o.href(),
                due,
                o.originalDue(),
                null,
                late ? ObligationState.OVERDUE : ObligationState.OPEN);
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static LocalDate plusWeekdays(LocalDate day, int days) {
        LocalDate at = day;
        for (int left = days; left > 0; ) {
            at = at.plusDays(1);
            left -= isWeekday(at) ? 1 : 0;
        }
        return at;
    }

    private static GreenMail started() {
        GreenMail server = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    /** A fixed one, because the server is stopped and started again. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

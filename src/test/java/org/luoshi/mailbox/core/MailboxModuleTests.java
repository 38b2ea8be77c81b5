package org.luoshi.mailbox.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags.Flag;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.ClockForTests;
import org.luoshi.PostgresForTests;
import org.luoshi.SignedIn;
import org.luoshi.TestClock;
import org.luoshi.access.AccessApi;
import org.luoshi.files.FilesApi;
import org.luoshi.mailbox.IncomingMail;
import org.luoshi.mailbox.MailReader;
import org.luoshi.mailbox.MailboxApi;
import org.luoshi.notices.NoticesApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A mailbox of a real IMAP server, and what may lie in it. */
@ApplicationModuleTest
@AutoConfigureMockMvc
@Import({PostgresForTests.class, ClockForTests.class, MailboxModuleTests.Desk.class})
@TestPropertySource(
        properties = {
            "luoshi.mailbox.enabled=true",
            "luoshi.mailbox.security=NONE",
            "luoshi.mailbox.host=127.0.0.1",
            "luoshi.mailbox.user=luoshi",
            "luoshi.mailbox.password=secret",
            "luoshi.mailbox.address=luoshi@example.org",
            "luoshi.mailbox.sender-domains=example.org",
            "luoshi.mailbox.most-megabytes=1",
            "luoshi.mailbox.mails-a-day=40",
            "luoshi.mailbox.patience=3s",
            "luoshi.mailbox.every=P1D"
        })
class MailboxModuleTests {

    private static final GreenMail SERVER = started();
    private static final Actor ADMINISTRATOR =
            new Actor(UUID.randomUUID(), "钱系统", List.of(), Set.of(Role.SYSTEM_ADMINISTRATOR));
    private static final String BOUNDARY = "=_b";

    /** A room that takes every answer about its one thing. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Desk {

        private static final UUID SUBJECT = UUID.randomUUID();
        private static final List<IncomingMail> DRAFTS = new ArrayList<>();
        private static @Nullable RuntimeException fault;

        @Bean
        MailReader desk() {
            return new MailReader() {
                @Override
                public Collection<UUID> subjectsOf(Actor person) {
                    return List.of(UUID.randomUUID(), SUBJECT);
                }

                @Override
                public UUID draft(UUID subjectId, IncomingMail mail, Actor person) {
                    if (fault != null) {
                        throw fault;
                    }
                    DRAFTS.add(mail);
                    return UUID.randomUUID();
                }
            };
        }
    }

    @Autowired
    private MailboxApi mailbox;

    @Autowired
    private MailboxPoller poller;

    @Autowired
    private MailboxQueries queries;

    @Autowired
    private MailboxLines lines;

    @Autowired
    private MailIntake intake;

    @Autowired
    private ImapFolder folder;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    @MockitoBean
    private OrganizationApi organization;

    @MockitoBean
    private AccessApi access;

    @MockitoBean
    private NoticesApi notices;

    @MockitoBean
    private WorktimeApi worktime;

    @MockitoBean
    private FilesApi files;

    private Person writer;
    private GreenMailUser account;
    private int messages;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        properties.add("luoshi.mailbox.port", () -> SERVER.getImap().getPort());
    }

    private static GreenMail started() {
        GreenMail server =
                new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)});
        server.start();
        return server;
    }

    @AfterAll
    static void stopped() {
        SERVER.stop();
    }

    @BeforeEach
    void anEmptyMailbox() throws Exception {
        clock.set(TestClock.START);
        SERVER.purgeEmailFromAllMailboxes();
        account = SERVER.setUser("luoshi@example.org", "luoshi", "secret");
        jdbc.sql("delete from mailbox.mail").update();
        jdbc.sql("update mailbox.reading set busy_until = '-infinity', failure = null")
                .update();
        Desk.DRAFTS.clear();
        Desk.fault = null;
        writer = new Person(UUID.randomUUID(), "韩甲二", null, "han@example.org");
        when(organization.peopleWithEmail("han@example.org")).thenReturn(List.of(writer));
        when(access.isOpen(writer.id())).thenReturn(true);
        when(access.actor(writer.id())).thenReturn(new Actor(writer.id(), writer.name(), List.of(), Set.of()));
    }

    @Test
    void anAnswerWithItsReferenceBecomesADraftAndIsMarkedAsAnswered() throws Exception {
        arrives(mail("", "Content-Type: text/plain; charset=utf-8\r\n", "已完成认定标准。\r\n\r\n-----原始邮件-----\r\n旧文"));
        assertThat(poller.readNow()).isTrue();
        assertThat(Desk.DRAFTS).singleElement().extracting(IncomingMail::text).isEqualTo("已完成认定标准。");
        assertThat(line().taken()).isTrue();
        assertThat(line().person()).isNull();
        assertThat(flagged(Flag.ANSWERED)).isTrue();
        verify(notices, never()).tell(any());
    }

    @Test
    void aForgedSenderADifferentPersonAndAnInventedReferenceAreRefused() throws Exception {
        Person other = new Person(UUID.randomUUID(), "别人", null, "other@example.org");
        when(organization.peopleWithEmail("other@example.org")).thenReturn(List.of(other));
        when(access.isOpen(other.id())).thenReturn(true);
        when(access.actor(other.id())).thenReturn(new Actor(other.id(), other.name(), List.of(), Set.of()));
        refusedAs("SENDER_UNKNOWN", plain("stranger@example.org", reference(), "伪造"));
        refusedAs("DOMAIN_NOT_ALLOWED", plain("han@elsewhere.example", reference(), "伪造"));
        refusedAs("REFERENCE_UNKNOWN", plain("other@example.org", reference(), "拿了别人的编号"));
        refusedAs("REFERENCE_UNKNOWN", plain("han@example.org", "[督办〔2026〕12号 · AAAAA-AAAAA]", "编的"));
        refusedAs("NO_REFERENCE", plain("han@example.org", "督办〔2026〕12号", "没有编号"));
        refusedAs("SENDER_UNCLEAR", plain("han@example.org, other@example.org", reference(), "两个人"));
        refusedAs("SENDER_UNCLEAR", plain("nobody", reference(), "没有地址"));
        when(access.isOpen(writer.id())).thenReturn(false);
        refusedAs("SENDER_UNKNOWN", plain("han@example.org", reference(), "已停用"));
        assertThat(Desk.DRAFTS).isEmpty();
        assertThat(flagged(Flag.FLAGGED)).isTrue();
    }

    @Test
    void twoPeopleWhoShareAnAddressAreToldApartByTheReference() throws Exception {
        Person second = new Person(UUID.randomUUID(), "同一邮箱", null, "han@example.org");
        when(organization.peopleWithEmail("han@example.org")).thenReturn(List.of(second, writer));
        when(access.isOpen(second.id())).thenReturn(true);
        when(access.actor(second.id())).thenReturn(new Actor(second.id(), second.name(), List.of(), Set.of()));
        arrives(plain("Han <HAN@Example.org>", reference(), "好"));
        poller.readNow();
        assertThat(jdbc.sql("select person_id from mailbox.mail")
                        .query(UUID.class)
                        .single())
                .isEqualTo(writer.id());
    }

    @Test
    void programsAreNotAnsweredAndNotBelieved() throws Exception {
        for (String header : List.of(
                "Auto-Submitted: auto-replied",
                "Precedence: bulk",
                "X-Autoreply: yes",
                "Return-Path: <>",
                "List-Id: <a.example.org>")) {
            refusedAs("AUTOMATIC", mail(header + "\r\n", "Content-Type: text/plain\r\n", "我不在办公室"));
        }
        refusedAs("AUTOMATIC", mail("", "Content-Type: multipart/report; boundary=x\r\n", "--x--"));
        refusedAs("AUTOMATIC", plain("MAILER-DAEMON@example.org", reference(), "退信"));
        refusedAs("OWN", plain("luoshi@example.org", reference(), "回环"));
        verify(notices, never()).tell(any());
        arrives(mail("Auto-Submitted: no\r\n", "Content-Type: text/plain\r\n", "ok"));
        poller.readNow();
        assertThat(Desk.DRAFTS).hasSize(1);
    }

    @Test
    void aCalendarBombIsNotEvenLookedAt() throws Exception {
        String bomb = "BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\nRRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\n".repeat(5000)
                + "END:VCALENDAR\r\n";
        arrives(mixed(
                part("Content-Type: text/plain; charset=utf-8\r\n", "见附件"),
                part("Content-Type: text/calendar; method=REQUEST\r\n", bomb),
                part("Content-Type: application/octet-stream; name=\"x.ics\"\r\n", bomb),
                part("Content-Type: message/rfc822\r\n", "Subject: x\r\n\r\ny")));
        poller.readNow();
        assertThat(Desk.DRAFTS).singleElement().satisfies(draft -> {
            assertThat(draft.files()).isEmpty();
            assertThat(draft.leftOut()).isEqualTo(3);
        });
        refusedAs("NO_TEXT", mail("", "Content-Type: text/calendar\r\n", bomb));
    }

    @Test
    void attachmentsComeAlongWithTheirChineseNamesUpToTheLimit() throws Exception {
        String encoded = "=?GB18030?B?"
                + Base64.getEncoder().encodeToString("佐证材料.pdf".getBytes(Charset.forName("GB18030"))) + "?=";
        arrives(mixed(
                part("Content-Type: text/plain; charset=utf-8\r\n", "见附件"),
                part(
                        "Content-Type: application/pdf; name=\"" + encoded
                                + "\"\r\nContent-Transfer-Encoding: base64\r\n"
                                + "Content-Disposition: attachment; filename=\"" + encoded + "\"\r\n",
                        "JVBERi0xLjQ="),
                part(
                        "Content-Type: text/plain\r\nContent-Disposition: attachment;"
                                + " filename*=UTF-8''%E5%90%8D%E5%8D%95.txt\r\n",
                        "名单"),
                part("Content-Type: image/png\r\nContent-ID: <logo>\r\nContent-Disposition: inline\r\n", "x")));
        poller.readNow();
        assertThat(Desk.DRAFTS).singleElement().satisfies(draft -> {
            assertThat(draft.files()).extracting(IncomingMail.Attached::name).containsExactly("佐证材料.pdf", "名单.txt");
            assertThat(draft.files().get(0).content()).startsWith("%PDF-1.4".getBytes(StandardCharsets.US_ASCII));
        });
        List<String> fifty = new ArrayList<>();
        fifty.add(part("Content-Type: text/plain\r\n", "fifty"));
        for (int i = 0; i < 50; i++) {
            fifty.add(part("Content-Type: application/pdf; name=\"" + i + ".pdf\"\r\n", "x"));
        }
        refusedAs("TOO_MANY_FILES", mixed(fifty.toArray(String[]::new)));
        verify(notices).tell(any());
    }

    @Test
    void aThousandPartsInsideEachOtherAreTooMany() throws Exception {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            body.append("--b")
                    .append(i)
                    .append("\r\nContent-Type: multipart/mixed; boundary=b")
                    .append(i + 1)
                    .append("\r\n\r\n");
        }
        byte[] nested = mail("", "Content-Type: multipart/mixed; boundary=b0\r\n", body.toString());
        assertThat(intake.take(new MailIntake.Place(9, 9), nested)).isFalse();
        assertThat(line().reason()).isEqualTo("TOO_NESTED");
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            many.add(part("Content-Type: text/plain\r\n", "x"));
        }
        refusedAs("TOO_NESTED", mixed(many.toArray(String[]::new)));
    }

    @Test
    void noTextTooMuchTextAndTooMuchAltogetherAreRefused() throws Exception {
        refusedAs("NO_TEXT", mail("", "Content-Type: text/plain\r\n", "\r\n> 只有引文\r\n"));
        refusedAs("NO_TEXT", mail("", "Content-Type: application/pdf; name=a.pdf\r\n", "x"));
        refusedAs("TEXT_TOO_LONG", mail("", "Content-Type: text/plain\r\n", "很长的正文。\r\n".repeat(4000)));
        refusedAs("TOO_LARGE", mail("", "Content-Type: text/plain\r\n", ("x".repeat(70) + "\r\n").repeat(20_000)));
        assertThat(line().sender()).isEmpty();
    }

    @Test
    void aChineseMailInTheWrongCharacterSetIsReadAllTheSame() throws Exception {
        byte[] head = mail("", "Content-Type: text/plain; charset=us-ascii\r\nContent-Transfer-Encoding: 8bit\r\n", "");
        byte[] words = "已办结，𠮷镇除外。\r\n".getBytes(Charset.forName("GB18030"));
        byte[] both = java.util.Arrays.copyOf(head, head.length + words.length);
        System.arraycopy(words, 0, both, head.length, words.length);
        assertThat(intake.take(new MailIntake.Place(9, 10), both)).isTrue();
        assertThat(Desk.DRAFTS).singleElement().extracting(IncomingMail::text).isEqualTo("已办结，𠮷镇除外。");
        // Whatever the parts claim to be encoded in, one mail cannot stop the others.
        refusedAs(null, mail("", "Content-Type: text/plain\r\nContent-Transfer-Encoding: x-odd\r\n", "plain words"));
        refusedAs("UNREADABLE", mail("", "Content-Type: multipart/mixed\r\n", "no boundary"));
    }

    @Test
    void theSameMailTwiceIsOneDraft() throws Exception {
        byte[] mail = plain("han@example.org", reference(), "一次");
        arrives(mail);
        poller.readNow();
        arrives(mail);
        clock.advance(Duration.ofSeconds(1));
        poller.readNow();
        assertThat(Desk.DRAFTS).hasSize(1);
        assertThat(line().reason()).isEqualTo("DUPLICATE");
        // Read once more because the mark was lost with the connection: nothing happens at all.
        int known = queries.lines(ADMINISTRATOR).size();
        var inbox = hosts().getInbox(account);
        for (var message : inbox.getMessages()) {
            message.getFlags();
            inbox.setFlags(new jakarta.mail.Flags(Flag.SEEN), false, message.getUid(), null, false);
        }
        poller.readNow();
        assertThat(queries.lines(ADMINISTRATOR)).hasSize(known);
        assertThat(Desk.DRAFTS).hasSize(1);
    }

    @Test
    void whatTheRulesRefuseOrBreaksHereIsALineAndTheNextMailIsRead() throws Exception {
        Desk.fault = new org.luoshi.shared.BusinessException(MailboxError.NOT_YOURS, java.util.Map.of());
        refusedAs("RULE:mailbox.not-yours", plain("han@example.org", reference(), "甲"));
        Desk.fault = new IllegalStateException("broken");
        refusedAs("FAULT", plain("han@example.org", reference(), "乙"));
        Desk.fault = null;
        arrives(plain("han@example.org", reference(), "丙"));
        poller.readNow();
        assertThat(Desk.DRAFTS).hasSize(1);
    }

    @Test
    void whatTheDatabaseCannotHoldIsALineAndTheNextMailIsRead() throws Exception {
        Desk.fault = new DataIntegrityViolationException("a value that cannot be kept");
        refusedAs("FAULT", plain("han@example.org", reference(), "甲"));
        Desk.fault = new TransientDataAccessResourceException("away");
        arrives(plain("han@example.org", reference(), "乙"));
        poller.readNow();
        Desk.fault = null;
        poller.readNow();
        assertThat(Desk.DRAFTS).singleElement().extracting(IncomingMail::text).isEqualTo("乙");
    }

    @Test
    void aMailThatTheServerDoesNotGiveHoldsUpNoOther() throws Exception {
        arrives(plain("han@example.org", reference(), "甲"));
        arrives(plain("han@example.org", reference(), "乙"));
        var inbox = hosts().getInbox(account);
        Runnable taken = () -> {
            if (inbox.getMessageCount() == 2) {
                inbox.getMessages().get(0).setFlag(Flag.DELETED, true);
                try {
                    inbox.expunge();
                } catch (FolderException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        assertThatExceptionOfType(MessagingException.class).isThrownBy(() -> folder.read(taken));
        assertThat(Desk.DRAFTS).singleElement().extracting(IncomingMail::text).isEqualTo("乙");
    }

    @Test
    void aMailThatIsNothingButHeadersIsNotTakenApart() throws Exception {
        String headers = "a:b\r\n".repeat(100_000);
        refusedAs("TOO_NESTED", mail(headers, "Content-Type: text/plain\r\n", "x"));
        refusedAs("TOO_NESTED", mixed(part("Content-Type: text/plain\r\n" + headers, "x")));
    }

    @Test
    void aPageOfSeveralMegabytesIsNotTakenApart() {
        byte[] mail = mail("", "Content-Type: text/html\r\n", "<b>".repeat(1024 * 1024));
        assertThat(intake.take(new MailIntake.Place(9, 11), mail)).isFalse();
        assertThat(line().reason()).isEqualTo("TEXT_TOO_LONG");
    }

    @Test
    void whoForgesASenderDoesNotUseUpWhatThePersonMaySend() throws Exception {
        for (int i = 0; i < 41; i++) {
            lines.refused(
                    new MailIntake.Place(1, i),
                    new byte[] {1},
                    "han@example.org",
                    MailRefusal.NO_REFERENCE,
                    null,
                    writer.id(),
                    null);
        }
        arrives(plain("han@example.org", reference(), "真的"));
        poller.readNow();
        assertThat(Desk.DRAFTS).hasSize(1);
    }

    @Test
    void aFloodOfOneAddressIsDammed() throws Exception {
        for (int i = 0; i < 40; i++) {
            lines.refused(
                    new MailIntake.Place(1, i),
                    new byte[] {1},
                    "han@example.org",
                    MailRefusal.NO_TEXT,
                    null,
                    writer.id(),
                    Desk.SUBJECT);
        }
        refusedAs("TOO_MANY_MAILS", plain("han@example.org", reference(), "第四十一封"));
        clock.advance(Duration.ofDays(2));
        arrives(plain("han@example.org", reference(), "后天"));
        poller.readNow();
        assertThat(Desk.DRAFTS).hasSize(1);
    }

    @Test
    void onlyOneServerReadsAtATimeAndADeadOneDoesNotKeepIt() throws Exception {
        arrives(plain("han@example.org", reference(), "一"));
        jdbc.sql("update mailbox.reading set busy_until = :until")
                .param("until", clock.instant().plus(MailboxPoller.KEPT).atOffset(java.time.ZoneOffset.UTC))
                .update();
        assertThat(poller.readNow()).isFalse();
        assertThat(Desk.DRAFTS).isEmpty();
        clock.advance(MailboxPoller.KEPT);
        assertThat(poller.readNow()).isTrue();
        assertThat(Desk.DRAFTS).hasSize(1);
    }

    @Test
    void aServerThatHangsOrHangsUpIsReportedAndTriedAgain() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            MailboxPoller other = pollerOf(silent.getLocalPort(), Duration.ofMillis(300));
            assertThat(other.readNow()).isTrue();
            assertThat(queries.reading(ADMINISTRATOR).failure()).isNotBlank();
            CompletableFuture.runAsync(() -> hangUp(silent));
            assertThat(other.readNow()).isTrue();
            assertThat(queries.reading(ADMINISTRATOR).failure()).isNotBlank();
            other.destroy();
        }
        assertThat(poller.readNow()).isTrue();
        assertThat(queries.reading(ADMINISTRATOR).failure()).isNull();
    }

    private static void hangUp(ServerSocket server) {
        // The first one waiting is the poller that has given up already.
        try (var gone = server.accept();
                var socket = server.accept()) {
            gone.close();
            socket.getOutputStream().write("* OK ready\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().read();
            socket.getOutputStream().write("* CAPABI".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // the other side was quicker
        }
    }

    @Test
    void itIsReadInOfficeHoursOnWorkingDaysOnly() throws Exception {
        MailboxSettings settings = settings(true, MailboxSettings.Security.NONE, 1, Duration.ofSeconds(1));
        assertThat(settings.isOpen(LocalTime.of(7, 59))).isFalse();
        assertThat(settings.isOpen(LocalTime.of(8, 0))).isTrue();
        assertThat(settings.isOpen(LocalTime.of(20, 0))).isFalse();
        arrives(plain("han@example.org", reference(), "周六"));
        when(worktime.isWorkingDay(any())).thenReturn(false);
        poller.tick();
        assertThat(queries.lines(ADMINISTRATOR)).isEmpty();
    }

    @Test
    void aSettingThatWouldSendThePasswordInTheClearIsRefusedAtTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MailboxSettings(
                        true,
                        "192.0.2.1",
                        143,
                        MailboxSettings.Security.NONE,
                        "u",
                        "p",
                        "INBOX",
                        "",
                        List.of(),
                        LocalTime.MIN,
                        LocalTime.MAX,
                        Duration.ofSeconds(1),
                        1,
                        1,
                        1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MailboxSettings(
                        true,
                        "",
                        993,
                        MailboxSettings.Security.IMPLICIT,
                        "u",
                        "p",
                        "INBOX",
                        "",
                        List.of(),
                        LocalTime.MIN,
                        LocalTime.MAX,
                        Duration.ofSeconds(1),
                        1,
                        1,
                        1));
        assertThat(settings(true, MailboxSettings.Security.NONE, 1, Duration.ZERO)
                        .toString())
                .doesNotContain("secret");
    }

    @Test
    void theAdministratorSeesWhatBecameOfEachMailForNinetyDaysAndNoWordOfIt() throws Exception {
        arrives(plain("han@example.org", reference(), "机密的话"));
        arrives(plain("stranger@example.org", reference(), "x"));
        poller.readNow();
        var page = mvc.get().uri("/mailbox").with(SignedIn.as(ADMINISTRATOR)).exchange();
        assertThat(page)
                .hasStatus(200)
                .bodyText()
                .contains("stranger@example.org", "han@example.org")
                .doesNotContain("机密的话");
        assertThat(mvc.get().uri("/api/v1/mailbox").with(SignedIn.as(ADMINISTRATOR)))
                .hasStatus(200)
                .bodyText()
                .contains("SENDER_UNKNOWN")
                .doesNotContain("机密的话", "secret");
        Actor officer = new Actor(UUID.randomUUID(), "周慎行", List.of(), Set.of());
        assertThat(mvc.get().uri("/mailbox").with(SignedIn.as(officer))).hasStatus(403);
        assertThat(mvc.post().uri("/mailbox/reading").with(SignedIn.as(officer)))
                .hasStatus(403);
        clock.advance(Duration.ofDays(91));
        lines.forget();
        assertThat(queries.lines(ADMINISTRATOR)).isEmpty();
    }

    private MailboxPoller pollerOf(int port, Duration patience) {
        MailboxSettings settings = settings(true, MailboxSettings.Security.NONE, port, patience);
        return new MailboxPoller(
                settings, new ImapFolder(settings, intake), worktime, jdbc, clock, ZoneId.of("Asia/Shanghai"));
    }

    private static MailboxSettings settings(
            boolean on, MailboxSettings.Security security, int port, Duration patience) {
        return new MailboxSettings(
                on,
                "127.0.0.1",
                port,
                security,
                "luoshi",
                "secret",
                "INBOX",
                "",
                List.of(),
                LocalTime.of(8, 0),
                LocalTime.of(20, 0),
                patience,
                10,
                20,
                30);
    }

    private void refusedAs(@Nullable String reason, byte[] mail) throws Exception {
        arrives(mail);
        clock.advance(Duration.ofSeconds(1));
        assertThat(poller.readNow()).isTrue();
        assertThat(queries.reading(ADMINISTRATOR).failure()).isNull();
        assertThat(line().reason()).isEqualTo(reason);
    }

    private MailboxQueries.MailRead line() {
        return queries.lines(ADMINISTRATOR).get(0);
    }

    private String reference() {
        return mailbox.replyTo(Desk.SUBJECT, writer.id(), "督办〔2026〕12号")
                .orElseThrow()
                .reference();
    }

    private byte[] plain(String from, String subject, String text) {
        return ("From: " + from + "\r\nTo: luoshi@example.org\r\nMessage-ID: <" + ++messages + "@example.org>\r\n"
                        + "Subject: =?UTF-8?B?"
                        + Base64.getEncoder().encodeToString(("回复：" + subject).getBytes(StandardCharsets.UTF_8))
                        + "?=\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] mail(String headers, String type, String body) {
        return ("From: han@example.org\r\nTo: luoshi@example.org\r\nMessage-ID: <" + ++messages + "@example.org>\r\n"
                        + headers + "Subject: Re: " + reference().replaceAll("[^A-Z0-9-]", " ")
                        + "\r\nMIME-Version: 1.0\r\n"
                        + type + "\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String part(String headers, String body) {
        return "--" + BOUNDARY + "\r\n" + headers + "\r\n" + body + "\r\n";
    }

    private byte[] mixed(String... parts) {
        return mail(
                "",
                "Content-Type: multipart/mixed; boundary=\"" + BOUNDARY + "\"\r\n",
                String.join("", parts) + "--" + BOUNDARY + "--\r\n");
    }

    private void arrives(byte[] mail) throws Exception {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
        hosts().getInbox(account).appendMessage(message, new jakarta.mail.Flags(), java.util.Date.from(Instant.EPOCH));
    }

    private ImapHostManager hosts() {
        return SERVER.getManagers().getImapHostManager();
    }

    private boolean flagged(Flag flag) throws Exception {
        return hosts().getInbox(account).getMessages().stream()
                .allMatch(message -> message.getFlags().contains(flag));
    }
}

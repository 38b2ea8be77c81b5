package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.ClockForTests;
import org.luoshi.PostgresForTests;
import org.luoshi.SignedIn;
import org.luoshi.TestClock;
import org.luoshi.access.AccessApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.ledger.core.FeedbackKind;
import org.luoshi.ledger.core.FeedbackReview;
import org.luoshi.ledger.core.FeedbackService;
import org.luoshi.ledger.core.FeedbackState;
import org.luoshi.ledger.core.FeedbackStep;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.ItemQueries;
import org.luoshi.ledger.core.NewFeedback;
import org.luoshi.ledger.core.NoticeLevel;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.ledger.core.SupervisionService;
import org.luoshi.mailbox.core.MailboxPoller;
import org.luoshi.mailbox.core.MailboxQueries;
import org.luoshi.notices.NoticesApi;
import org.luoshi.notices.core.CalendarLinks;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.webhooks.core.NewWebhook;
import org.luoshi.webhooks.core.WebhookAllowances;
import org.luoshi.webhooks.core.WebhookService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What the ledger tells other programs, takes from the mailbox and puts into calendars. */
@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
@AutoConfigureMockMvc
@Import({PostgresForTests.class, ClockForTests.class})
@TestPropertySource(
        properties = {
            "luoshi.mailbox.enabled=true",
            "luoshi.mailbox.security=NONE",
            "luoshi.mailbox.host=127.0.0.1",
            "luoshi.mailbox.user=luoshi",
            "luoshi.mailbox.password=secret",
            "luoshi.mailbox.address=luoshi@example.org",
            "luoshi.mailbox.every=P1D",
            "luoshi.webhooks.every=P1D",
            "luoshi.notices.sweep-every=P1D",
            "luoshi.secret-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
        })
class NeighboursStoryTests {

    private static final GreenMail SERVER = started();
    private static final Actor SYSTEM_ADMINISTRATOR = administrator("钱系统", Role.SYSTEM_ADMINISTRATOR);
    private static final Actor SECURITY_ADMINISTRATOR = administrator("孙安全", Role.SECURITY_ADMINISTRATOR);

    @Autowired
    private ApplicationContext house;

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private ItemQueries queries;

    @Autowired
    private FeedbackService feedback;

    @Autowired
    private FeedbackReview review;

    @Autowired
    private SupervisionService supervision;

    @Autowired
    private HistoryApi history;

    @Autowired
    private NoticesApi notices;

    @Autowired
    private CalendarLinks calendars;

    @Autowired
    private WebhookService webhooks;

    @Autowired
    private WebhookAllowances allowances;

    @Autowired
    private MailboxPoller mailbox;

    @Autowired
    private MailboxQueries mails;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestClock clock;

    private InventedOffice office;
    private IssuedItems items;

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
    void anOffice() {
        clock.set(TestClock.START);
        office = InventedOffice.in(organization, access);
        office.openAccounts();
        jdbc.sql("update mailbox.reading set busy_until = '-infinity'").update();
        jdbc.sql("delete from mailbox.mail").update();
        items = new IssuedItems(house);
    }

    @Test
    void eachStepIsToldOnceAndSaysNothingThatSomebodyWrote() {
        allowances.change("http://127.0.0.1:9", "127.0.0.0/8", SECURITY_ADMINISTRATOR);
        UUID hook = webhooks.make(
                        new NewWebhook(
                                "办公系统",
                                "http://127.0.0.1:9/",
                                List.of(
                                        "item.filed",
                                        "item.issued",
                                        "assignment.signed",
                                        "feedback.submitted",
                                        "feedback.returned",
                                        "notice.issued")),
                        SYSTEM_ADMINISTRATOR)
                .id();
        UUID item = items.issued(office, "不可外传的标题", LocalDate.of(2026, 3, 20), office.planning);
        items.sign(office, item, office.planning, office.planningLiaison());
        UUID part = items.part(office, item, office.planning).id();
        UUID report = feedback.draft(
                new NewFeedback(List.of(part), FeedbackKind.PERIODIC, "不可外传的反馈", null, null, List.of()),
                office.planningHead());
        feedback.perform(report, FeedbackStep.SIGN_OFF, StepInput.of(1), office.planningHead());
        supervision.issue(part, NoticeLevel.BLUE, "不可外传的催办", office.officer());

        List<String> types = jdbc.sql("select type from webhooks.delivery where subscription_id = :id order by id")
                .param("id", hook)
                .query(String.class)
                .list();
        assertThat(types)
                .containsExactlyInAnyOrder(
                        "item.filed", "item.issued", "assignment.signed", "feedback.submitted", "notice.issued");
        List<String> bodies = jdbc.sql("select body from webhooks.delivery where subscription_id = :id")
                .param("id", hook)
                .query(String.class)
                .list();
        String number = items.detail(office, item).item().number();
        assertThat(bodies)
                .allSatisfy(body -> assertThat(body)
                        .contains(item.toString(), number)
                        .doesNotContain("不可外传", office.planningHead().name()));
        assertThat(bodies).anyMatch(body -> body.contains("\"feedback\":\"" + report + "\""));
        webhooks.remove(hook, SYSTEM_ADMINISTRATOR);
    }

    @Test
    void aMailBecomesADraftThatOnlyThePersonCanSubmit() throws Exception {
        Actor liaison = liaisonWithMail("mail-" + UUID.randomUUID() + "@example.org");
        String address = addressOf(liaison);
        UUID item = items.issued(office, "用邮件反馈", LocalDate.of(2026, 3, 20), office.planning);
        items.sign(office, item, office.planning, liaison);
        UUID part = items.part(office, item, office.planning).id();

        String page = body("/ledger/items/" + item, liaison);
        assertThat(page).contains("luoshi@example.org");
        String reference = referenceIn(page);
        assertThat(body("/ledger/assignments/" + part + "/feedback/new", liaison))
                .contains(reference);
        assertThat(body("/ledger/items/" + item, office.officer())).doesNotContain("luoshi@example.org");

        arrives(address, "答复：" + reference, "一是已定标准。\r\n二是下月报名单。\r\n\r\n----- 原始邮件 -----\r\n旧", "名单.txt", "张庄、李庄");
        assertThat(mailbox.readNow()).isTrue();

        ItemDetail.Report draft =
                queries.detail(item, Locale.CHINESE, liaison).reports().get(0);
        assertThat(draft.state()).isEqualTo(FeedbackState.DRAFT);
        assertThat(draft.body()).isEqualTo("一是已定标准。\n二是下月报名单。");
        assertThat(draft.draftedBy()).isEqualTo(liaison.name());
        assertThat(draft.proofs())
                .singleElement()
                .extracting(ItemDetail.Proof::fileName)
                .isEqualTo("名单.txt");
        assertThat(queries.detail(item, Locale.CHINESE, office.officer()).reports())
                .isEmpty();
        assertThat(history.of(item, 50)).anyMatch(line -> line.textKey().equals("history.ledger.feedback.mailed"));
        assertThat(notices.inbox(liaison.personId(), 20))
                .anyMatch(notice -> notice.textKey().equals("ledger.neighbours.notice.drafted"));
        assertThat(body("/ledger/items/" + item, liaison))
                .contains("邮件草稿", "/ledger/feedback/" + draft.id() + "/draft");
        assertThat(body("/ledger/feedback/" + draft.id() + "/draft", liaison)).contains("一是已定标准。", "名单.txt");
        correctAndSend(draft, "一是已定标准，文号补上。", liaison);
        ItemDetail.Report sent =
                queries.detail(item, Locale.CHINESE, liaison).reports().get(0);
        assertThat(sent.state()).isEqualTo(FeedbackState.UNIT_REVIEW);
        assertThat(sent.body()).isEqualTo("一是已定标准，文号补上。");
        assertThat(sent.proofs())
                .singleElement()
                .extracting(ItemDetail.Proof::fileName)
                .isEqualTo("名单.txt");
        assertThat(mvc.get().uri("/ledger/feedback/" + draft.id() + "/draft").with(SignedIn.as(liaison)))
                .hasStatus(404);
    }

    @Test
    void whatMayNotBeWrittenHereMayNotBeMailedHereEither() throws Exception {
        Actor liaison = liaisonWithMail("mail-" + UUID.randomUUID() + "@example.org");
        String address = addressOf(liaison);
        UUID item = items.issued(office, "密级与邮件", LocalDate.of(2026, 3, 20), office.planning);
        items.sign(office, item, office.planning, liaison);
        String reference = referenceIn(body("/ledger/items/" + item, liaison));

        arrives(address, reference, "机密★1年\r\n正文", null, "");
        assertThat(lastReason()).startsWith("RULE:files.");
        clock.advance(java.time.Duration.ofMinutes(1));
        arrives(address, reference, "见附件", "通知.txt", "秘密★5年\n内容");
        assertThat(lastReason()).startsWith("RULE:files.");
        clock.advance(java.time.Duration.ofMinutes(1));
        arrives(address, reference, "见附件", "工具.exe", "MZ");
        assertThat(lastReason()).startsWith("RULE:");
        assertThat(queries.detail(item, Locale.CHINESE, liaison).reports()).isEmpty();
        assertThat(notices.inbox(liaison.personId(), 20))
                .anyMatch(notice -> notice.textKey().equals("mailbox.notice.refused"));
    }

    @Test
    void aReferenceEndsWithThePersonsPlaceAndWithTheMatter() throws Exception {
        Actor liaison = liaisonWithMail("mail-" + UUID.randomUUID() + "@example.org");
        String address = addressOf(liaison);
        UUID item = items.issued(office, "编号的有效期", LocalDate.of(2026, 3, 20), office.planning);
        items.sign(office, item, office.planning, liaison);
        UUID part = items.part(office, item, office.planning).id();
        String reference = referenceIn(body("/ledger/items/" + item, liaison));
        UUID report = feedback.draft(
                new NewFeedback(List.of(part), FeedbackKind.FINAL, "办结", null, null, List.of()), office.planningHead());
        feedback.perform(report, FeedbackStep.SIGN_OFF, StepInput.of(1), office.planningHead());
        ItemDetail.Report submitted =
                queries.detail(item, Locale.CHINESE, office.officer()).reports().get(0);
        review.decide(report, part, FeedbackStep.ACCEPT, StepInput.of(submitted.version()), office.officer());
        arrives(address, reference, "办结以后", null, "");
        assertThat(lastReason()).isEqualTo("REFERENCE_UNKNOWN");
    }

    @Test
    void aUnitsLimitsStandInTheCalendarOfWhoOwesThemUntilTheyAreMet() throws Exception {
        Actor liaison = office.roadsLiaison();
        String title = "关于进一步做好汛期道路隐患排查整治并按月报送进展情况的督办事项".repeat(2);
        UUID item = items.issued(office, title, LocalDate.of(2026, 3, 20), office.roads);
        String address = "/calendar/" + calendars.make(Locale.SIMPLIFIED_CHINESE, liaison) + ".ics";
        String before = mvc.get().uri(address).exchange().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(unfolded(before)).contains("签收", title);
        assertThat(before.lines())
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));

        items.sign(office, item, office.roads, liaison);
        supervision.issue(items.part(office, item, office.roads).id(), NoticeLevel.BLUE, "请说明", office.officer());
        var response = mvc.get().uri(address).exchange().getResponse();
        String after = unfolded(response.getContentAsString(StandardCharsets.UTF_8));
        List<String> mine = events(after, item);
        assertThat(mine).noneMatch(event -> event.contains("签收"));
        assertThat(mine).anyMatch(event -> event.contains("SUMMARY") && event.contains("20260320"));
        assertThat(mine).anyMatch(event -> event.contains("督查单"));

        String tag = java.util.Objects.requireNonNull(response.getHeader("ETag"));
        assertThat(mvc.get().uri(address).header("If-None-Match", tag)).hasStatus(304);
        calendars.withdraw(liaison);
        assertThat(mvc.get().uri(address)).hasStatus(404);
    }

    private void correctAndSend(ItemDetail.Report draft, String text, Actor actor) {
        var form = mvc.post()
                .multipart()
                .uri("/ledger/feedback/" + draft.id() + "/draft")
                .param("version", String.valueOf(draft.version()))
                .param("kind", "PERIODIC")
                .param("body", text)
                .param("kept", "|" + draft.proofs().get(0).fileId() + "|名单.txt", "")
                .param("words", "")
                .param("send", "true")
                .with(SignedIn.as(actor));
        assertThat(mvc.get().uri("/ledger/feedback/" + draft.id() + "/draft").with(SignedIn.as(office.officer())))
                .hasStatus(404);
        assertThat(form).hasStatus(302);
    }

    private static String unfolded(String calendar) {
        return calendar.replace("\r\n ", "");
    }

    private static List<String> events(String calendar, UUID item) {
        return Pattern.compile("BEGIN:VEVENT.*?END:VEVENT", Pattern.DOTALL)
                .matcher(calendar)
                .results()
                .map(found -> found.group())
                .filter(event -> event.contains(item.toString()))
                .toList();
    }

    private String lastReason() {
        assertThat(mailbox.readNow()).isTrue();
        return java.util.Objects.requireNonNull(
                mails.lines(SYSTEM_ADMINISTRATOR).get(0).reason());
    }

    private String body(String address, Actor actor) throws Exception {
        var answer = mvc.get().uri(address).with(SignedIn.as(actor)).exchange();
        assertThat(answer).hasStatus(200);
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static String referenceIn(String page) {
        var found = Pattern.compile("\\[[^\\[\\]]* · [0-9A-Z]{5}-[0-9A-Z]{5}]").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private String addressOf(Actor person) {
        return java.util.Objects.requireNonNull(
                organization.person(person.personId()).orElseThrow().email());
    }

    private Actor liaisonWithMail(String address) {
        UUID personId =
                organization.addPerson("韩来信", null, address, Actor.system()).id();
        UUID postId = organization
                .addPost(office.planning.id(), "联络员", null, Actor.system())
                .id();
        organization.seat(personId, postId, InventedOffice.SINCE, Actor.system());
        access.grantToPost(postId, Role.UNIT_LIAISON, Actor.system());
        access.openAccount(
                personId,
                "m" + UUID.randomUUID().toString().substring(0, 8),
                InventedOffice.PASSWORD,
                false,
                Actor.system());
        return access.actor(personId);
    }

    private static void arrives(
            String from, String subject, String text, @org.jspecify.annotations.Nullable String fileName, String file)
            throws Exception {
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom(new InternetAddress(from));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("luoshi@example.org"));
        mail.setSubject(subject, "UTF-8");
        MimeBodyPart words = new MimeBodyPart();
        words.setText(text, "UTF-8");
        MimeMultipart all = new MimeMultipart(words);
        if (fileName != null) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new jakarta.activation.DataHandler(
                    new ByteArrayDataSource(file.getBytes(StandardCharsets.UTF_8), "application/octet-stream")));
            part.setFileName(jakarta.mail.internet.MimeUtility.encodeText(fileName, "UTF-8", "B"));
            all.addBodyPart(part);
        }
        mail.setContent(all);
        mail.saveChanges();
        SERVER.getManagers()
                .getImapHostManager()
                .getInbox(SERVER.setUser("luoshi@example.org", "luoshi", "secret"))
                .appendMessage(mail, new Flags(), java.util.Date.from(TestClock.START));
    }

    private static Actor administrator(String name, Role role) {
        return new Actor(UUID.randomUUID(), name, List.of(), Set.of(role));
    }
}

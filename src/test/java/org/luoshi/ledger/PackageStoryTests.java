package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.files.FilesApi;
import org.luoshi.ledger.core.AssignmentState;
import org.luoshi.ledger.core.AssignmentStep;
import org.luoshi.ledger.core.AssignmentSteps;
import org.luoshi.ledger.core.FeedbackKind;
import org.luoshi.ledger.core.FeedbackReview;
import org.luoshi.ledger.core.FeedbackService;
import org.luoshi.ledger.core.FeedbackStep;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.ItemState;
import org.luoshi.ledger.core.NewFeedback;
import org.luoshi.ledger.core.ReportWay;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.ledger.core.TargetState;
import org.luoshi.ledger.exchange.Installations;
import org.luoshi.ledger.exchange.PackageDeliveries;
import org.luoshi.organization.NewUnit;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Items go down to another installation and reports come up, by disk and over the network; what is not right is refused with the reason. */
@WholeHouse
class PackageStoryTests {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private Installations installations;

    @Autowired
    private PackageDeliveries deliveries;

    @Autowired
    private AssignmentSteps steps;

    @Autowired
    private FeedbackService feedback;

    @Autowired
    private FeedbackReview review;

    @Autowired
    private FilesApi files;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    private InventedOffice office;
    private HandedOn pages;
    private Actor officer;
    private Actor director;
    private NeighbourOffice neighbour;
    private Unit unit;

    @BeforeEach
    void aNeighbour(@Autowired WebApplicationContext context) {
        clock.set(TestClock.START);
        office = InventedOffice.in(organization, access);
        officer = office.officer();
        director = office.director();
        pages = new HandedOn(context, office);
        String name = "望湖县督查室" + NUMBER.incrementAndGet();
        neighbour = new NeighbourOffice(name);
        unit = organization.addUnit(
                new NewUnit(null, null, name, name, List.of(), UnitKind.UNIT, null, InventedOffice.SINCE),
                Actor.system());
    }

    @AfterEach
    void backToMonday() {
        clock.set(TestClock.START);
    }

    @Test
    void aPartnerIsRegisteredByItsKeyAndActiveOnceBothHaveComparedTheNumber() {
        String page = pages.seen("/ledger/exchange/partners", director);
        assertThat(page).contains("核对码", installations.own().checkNumber()).doesNotContain("PRIVATE");
        assertThat(pages.send(
                        "/ledger/exchange/partners", officer, "name", neighbour.name, "key", neighbour.publicKey()))
                .hasStatus(403);
        assertRefused(Map.of("name", neighbour.name, "key", "abc"), "这不是落实系统的公钥");
        assertRefused(Map.of("name", neighbour.name, "key", installations.own().written()), "本单位自己的公钥");
        assertRefused(Map.of("name", "", "key", neighbour.publicKey()), "请写名称");
        assertRefused(Map.of("name", neighbour.name, "key", neighbour.publicKey(), "unit", "没有的单位"), "没有叫");
        for (String address : List.of(
                "ftp://host",
                "http://a@host",
                "https://host/path",
                "http://host?x=1",
                "javascript:1",
                "http://host:0",
                "http://host:99999")) {
            assertRefused(
                    Map.of("name", neighbour.name, "key", neighbour.publicKey(), "address", address), "网址只写到主机和端口");
        }
        UUID id = registered(null);
        assertRefused(Map.of("name", neighbour.name, "key", neighbour.publicKey()), "已经登记过");
        assertThat(pages.seen("/ledger/exchange/partners", director)).contains(neighbour.name, "待核对");
        assertThat(brought(issue().sealed())).hasStatus(403).bodyText().contains("还没有核对或已停用");
        compare(id);
        assertThat(pages.seen("/ledger/exchange/partners", officer))
                .contains("已核对，可往来", "吴明远与望湖王与")
                .doesNotContain("登记往来单位");
        assertThat(jdbc.sql("select active from ledger.partner where id = :id")
                        .param("id", id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        pages.send("/ledger/exchange/partners/" + id + "/stop", director, "version", "2");
        assertThat(brought(issue().sealed())).hasStatus(403);
    }

    @Test
    void anItemFromAboveIsShownBeforeItIsTakenAndBecomesASourceWithADraftAndAReceipt() {
        compare(registered(null));
        NeighbourOffice.Draft issue = issue().with("files/1.txt", "排查清单");
        MvcTestResult shown = brought(issue.sealed());
        assertThat(shown).hasStatus3xxRedirection();
        String address = "/ledger/exchange/received/" + issue.id;
        assertThat(pages.seen(address, officer))
                .contains("签名属实", neighbour.name, "排查山塘隐患", "逐座登记", "4月20日", "督〔2026〕7号", "附件1.txt");
        assertThat(pages.seen("/ledger/exchange", officer)).contains("待处理");
        assertThat(pages.get(address, office.roadsLiaison())).hasStatus(403);

        MvcTestResult taken = pages.send(address + "/taking", officer, "kind", "PAPER");
        assertThat(taken).hasStatus3xxRedirection();
        String location = String.valueOf(taken.getResponse().getRedirectedUrl());
        UUID item = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        ItemDetail detail = pages.detail(item);
        assertThat(detail.item().state()).isEqualTo(ItemState.DRAFT);
        assertThat(detail.item().title()).isEqualTo("排查山塘隐患");
        assertThat(detail.item().givenDue()).hasToString("2026-04-20");
        assertThat(detail.points()).extracting(ItemDetail.Point::text).containsExactly("逐座登记", "当日上报");
        assertThat(pages.itemPage(item)).contains("这一项由" + neighbour.name + "下发", neighbour.name + "：排查山塘隐患", "向上报送");
        assertThat(pages.send(address + "/taking", officer, "kind", "PAPER")).hasStatus(409);

        NeighbourOffice.Read receipt = lastPackage("RECEIPT");
        assertThat(receipt.manifest().get("inReplyTo").asString()).isEqualTo(issue.id.toString());
        assertThat(receipt.content().at("/receipt/taken").asBoolean()).isTrue();
        assertThat(receipt.content().at("/receipt/by").asString()).isEqualTo("周慎行");
    }

    @Test
    void whatIsNotTakenGoesBackWithTheReason() {
        compare(registered(null));
        NeighbourOffice.Draft issue = issue();
        brought(issue.sealed());
        String address = "/ledger/exchange/received/" + issue.id + "/declining";
        assertThat(pages.send(address, officer)).hasStatus(422).bodyText().contains("请写明不收的理由");
        assertThat(pages.send(address, officer, "reason", "不属本县")).hasStatus3xxRedirection();
        NeighbourOffice.Read receipt = lastPackage("RECEIPT");
        assertThat(receipt.content().at("/receipt/taken").asBoolean()).isFalse();
        assertThat(receipt.content().at("/receipt/reason").asString()).isEqualTo("不属本县");
    }

    @Test
    void whatIsNotRightIsRefusedWithAClearSentenceAndNothingIsKept() {
        NeighbourOffice stranger = new NeighbourOffice("陌生人");
        compare(registered(null));
        int before = received();
        assertRefused(stranger.draft().says("ISSUE", content()).to(own()).sealed(), "没有登记为往来单位");
        assertRefused(issue().to("0".repeat(64)).sealed(), "不是发给本单位的");
        assertRefused(issue().ofFormat("2").sealed(), "新版格式（第 2 版）");
        NeighbourOffice.Draft issue = issue().with("files/1.txt", "原文");
        assertRefused(issue.sealed(Map.of("files/1.txt", "改过".getBytes(StandardCharsets.UTF_8))), "与清单不符");
        assertRefused(issue.sealed(Map.of("files/2.txt", "多出来".getBytes(StandardCharsets.UTF_8))), "与清单不符");
        assertRefused(issue.sealed(Map.of("signature", new byte[64])), "签名不对");
        String manifest = new String(
                NeighbourOffice.read(issue.sealed(), key()).files().get("manifest.json"), StandardCharsets.UTF_8);
        assertRefused(
                issue.sealed(
                        Map.of("manifest.json", manifest.replace("下发事项", "别的事项").getBytes(StandardCharsets.UTF_8))),
                "签名不对");
        assertRefused(issue.sealed(Map.of("../../etc/passwd", new byte[] {1})), "不该有的文件名");
        assertRefused(issue.sealed(Map.of("files/../x.txt", new byte[] {1})), "不该有的文件名");
        assertRefused(issue.sealed(Map.of("files/中文.txt", new byte[] {1})), "不该有的文件名");
        assertRefused(
                neighbour
                        .draft()
                        .says("ISSUE", "{'issue':{'title':'缺东西'}}")
                        .to(own())
                        .sealed(),
                "不合格式");
        assertRefused(neighbour.draft().says("RECEIPT", content()).to(own()).sealed(), "不合格式");
        assertRefused(
                neighbour
                        .draft()
                        .says("RECEIPT", "{'receipt':{'taken':true,'by':'王与'}}")
                        .to(own())
                        .answers(UUID.randomUUID())
                        .sealed(),
                "答复的不是本单位发出的");
        assertRefused(report(UUID.randomUUID()).sealed(), "不是本单位下发给它的");
        for (String incomplete : List.of(
                content().replaceFirst("'assignment':'[^']*'", "'assignment':null"),
                content().replace("'LEAD'", "null"),
                content().replace("'MONTHLY'", "null"),
                content().replaceFirst("'id':'[^']*'", "'id':null"),
                content().replace("'files':[]", "'files':['files/9.txt']"),
                content().replace("逐座登记", "逐座\\u0000登记"),
                content().replace("县长办公会", "县长\\u0000办公会"))) {
            assertRefused(neighbour.draft().says("ISSUE", incomplete).to(own()).sealed(), "不合格式");
        }
        assertRefused(issue().titled("下发\\u0000事项").sealed(), "不是落实系统的数据包");
        assertRefused(
                neighbour
                        .draft()
                        .says("ISSUE", content().replace("逐座登记", "机密★10年"))
                        .to(own())
                        .sealed(),
                "密");
        assertRefused(issue().with("files/1.txt", "机密★10年").sealed(), "密");
        assertRefused(
                NeighbourOffice.zip(Map.of(
                        "manifest.json",
                        "{}".getBytes(StandardCharsets.UTF_8),
                        "signature",
                        new byte[64],
                        "content.json",
                        new byte[2])),
                "不是落实系统的数据包");
        assertRefused("不是压缩包".getBytes(StandardCharsets.UTF_8), "扩展名与内容不符");
        assertThat(received()).isEqualTo(before);
    }

    @Test
    void aBombIsRefusedBeforeItHasGrown() throws IOException, InterruptedException {
        compare(registered(null));
        byte[] zeros = new byte[101 * 1024 * 1024];
        byte[] bomb = issue().sealed(Map.of("files/1.txt", zeros));
        assertThat(bomb.length).isLessThan(200_000);
        HttpResponse<String> answer = handedIn(bomb);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).isEqualTo("ledger.packages.bomb");
        byte[] ofAStranger = new NeighbourOffice("陌生人")
                .draft()
                .says("ISSUE", content())
                .to(own())
                .sealed(Map.of("files/1.txt", zeros));
        assertThat(handedIn(ofAStranger).body()).isEqualTo("ledger.packages.unknown-signer");
        assertThat(handedIn(new byte[41 * 1024 * 1024]).body()).isEqualTo("ledger.packages.too-large");
    }

    @Test
    void anItemGoesDownIsSignedForByTheReceiptAndItsReportComesUpMarkedAndReviewed() {
        compare(registered(unit.shortName()));
        UUID item = pages.issued("清理河道垃圾", unit.id(), "清理三处堆点");
        UUID part = pages.part(item).id();
        assertThat(pages.seen("/ledger/assignments/" + part + "/handing-on", officer))
                .contains("下发数据包", neighbour.name);
        assertThat(pages.send("/ledger/assignments/" + part + "/packages", officer))
                .hasStatus3xxRedirection();
        NeighbourOffice.Read issued = lastPackage("ISSUE");
        assertThat(issued.manifest().at("/to/fingerprint").asString()).isEqualTo(neighbour.fingerprint());
        assertThat(issued.content().at("/issue/assignment").asString()).isEqualTo(part.toString());
        assertThat(issued.content().at("/issue/due").asString()).isEqualTo("2026-04-10");
        assertThat(issued.content().at("/issue/points/0/text").asString()).isEqualTo("清理三处堆点");

        UUID issueId = UUID.fromString(issued.manifest().get("id").asString());
        byte[] receipt = neighbour
                .draft()
                .says("RECEIPT", "{'receipt':{'taken':true,'by':'王与'}}")
                .to(own())
                .answers(issueId)
                .sealed();
        assertThat(brought(receipt)).hasStatus3xxRedirection();
        assertThat(pages.part(item).state()).isEqualTo(AssignmentState.SIGNED);
        assertThat(pages.seen("/ledger/exchange/sent", officer)).contains("已送达", "王与");
        assertThat(pages.itemPage(item)).contains(neighbour.name + "已收下", "王与（数据包）");
        assertThat(brought(receipt)).hasStatus(409).bodyText().contains("以前已经收到过");

        String point = issued.content().at("/issue/points/0/id").asString();
        NeighbourOffice.Draft report = neighbour
                .draft()
                .titled("清理河道垃圾")
                .says(
                        "REPORT",
                        "{'report':{'assignment':'%s','kind':'FINAL','body':'三处堆点都清了。','signer':'王与','evidence':[{'point':'%s','file':'files/1.txt'}]}}"
                                .formatted(part, point))
                .with("files/1.txt", "清运单")
                .to(own());
        assertThat(brought(report.sealed())).hasStatus3xxRedirection();
        assertThat(pages.detail(item).reports()).isEmpty();
        assertThat(pages.send("/ledger/exchange/received/" + report.id + "/taking", officer))
                .hasStatus3xxRedirection();

        ItemDetail.Report sent = pages.detail(item).reports().get(0);
        assertThat(sent.target()).isEqualTo(TargetState.SUBMITTED);
        assertThat(sent.origin())
                .isNotNull()
                .satisfies(origin -> assertThat(origin.way()).isEqualTo(ReportWay.PACKAGE));
        assertThat(sent.proofs()).extracting(ItemDetail.Proof::fileName).containsExactly("附件1.txt");
        assertThat(pages.itemPage(item)).contains("来自" + neighbour.name);
        review.decide(sent.id(), sent.assignmentId(), FeedbackStep.ACCEPT, StepInput.of(0), officer);
        assertThat(pages.part(item).state()).isEqualTo(AssignmentState.ACCEPTED);
        assertThat(lastPackage("RECEIPT").content().at("/receipt/taken").asBoolean())
                .isTrue();
    }

    @Test
    void whatWasAcceptedHereGoesUpOnceWithItsEvidenceForTheSamePoint() {
        compare(registered(null));
        NeighbourOffice.Draft issue = issue();
        brought(issue.sealed());
        String taken = String.valueOf(pages.send("/ledger/exchange/received/" + issue.id + "/taking", officer)
                .getResponse()
                .getRedirectedUrl());
        UUID item = UUID.fromString(taken.substring(taken.lastIndexOf('/') + 1));
        pages.issueTo(item, office.roads.id());
        String address = "/ledger/items/" + item + "/upward";
        assertThat(pages.seen(address, officer)).contains("还没有已采纳的反馈");
        UUID part = pages.part(item).id();
        steps.perform(part, AssignmentStep.SIGN, StepInput.of(pages.part(item).version()), office.roadsHead());
        UUID file = files.store("登记表.txt", "逐座登记表".getBytes(StandardCharsets.UTF_8), office.roadsHead())
                .id();
        NewFeedback report = new NewFeedback(
                List.of(part),
                FeedbackKind.FINAL,
                "已逐座登记。",
                null,
                null,
                List.of(
                        new NewFeedback.Proof(pages.detail(item).points().get(0).id(), file, null),
                        new NewFeedback.Proof(null, null, "详见台账。".repeat(700))));
        UUID feedbackId = feedback.draft(report, office.roadsHead());
        feedback.perform(feedbackId, FeedbackStep.SIGN_OFF, StepInput.of(1), office.roadsHead());
        String[] typed = {"feedback", feedbackId.toString(), "kind", "FINAL", "body", "我市已逐座登记。"};
        assertThat(pages.send(address, officer, typed))
                .hasStatus(422)
                .bodyText()
                .contains("请选一份已采纳的反馈");
        review.decide(feedbackId, part, FeedbackStep.ACCEPT, StepInput.of(0), officer);
        assertThat(pages.seen(address, officer)).contains("道路养护局第 1 次：办结报告", "已逐座登记。");

        assertThat(pages.send(address, officer, typed)).hasStatus3xxRedirection();

        NeighbourOffice.Read sent = lastPackage("REPORT");
        assertThat(sent.manifest().get("inReplyTo").asString()).isEqualTo(issue.id.toString());
        assertThat(sent.content().at("/report/body").asString()).isEqualTo("我市已逐座登记。");
        assertThat(sent.content().at("/report/assignment").asString())
                .isEqualTo(said(issue).at("/issue/assignment").asString());
        assertThat(sent.content().at("/report/evidence")).hasSize(2);
        assertThat(sent.content().at("/report/evidence").toString())
                .contains(said(issue).at("/issue/points/0/id").asString(), "详见台账。");
        assertThat(sent.files()).containsKey("files/1");
        assertThat(pages.send(address, officer, typed))
                .hasStatus(422)
                .bodyText()
                .contains("已经上报过");
        assertThat(pages.seen(address, officer)).contains("已上报");
        UUID own = pages.issued("本单位自己的事", office.roads.id());
        assertThat(pages.get("/ledger/items/" + own + "/upward", officer)).hasStatus(422);
    }

    private static JsonNode said(NeighbourOffice.Draft draft) {
        return JsonMapper.builder().build().readTree(draft.files.getOrDefault("content.json", new byte[0]));
    }

    @Test
    void aReportMustHaveAKindAndTheFilesThatItNames() {
        compare(registered(unit.shortName()));
        UUID item = pages.issued("清点泵站", unit.id());
        UUID part = pages.part(item).id();
        pages.send("/ledger/assignments/" + part + "/packages", officer);
        String report =
                "{'report':{'assignment':'%s','kind':'FINAL','body':'清了','signer':'王与','evidence':[]}}".formatted(part);
        for (String incomplete : List.of(
                report.replace("'FINAL'", "null"),
                report.replace("[]", "[{'point':null,'file':'files/9.txt','words':null}]"),
                report.replace("[]", "[{'point':null,'file':null,'words':' '}]"),
                report.replace("[]", "[" + "{'words':'有'},".repeat(1_000) + "{'words':'有'}]"))) {
            assertRefused(neighbour.draft().says("REPORT", incomplete).to(own()).sealed(), "不合格式");
        }
        assertThat(brought(neighbour.draft().says("REPORT", report).to(own()).sealed()))
                .hasStatus3xxRedirection();
    }

    @Test
    void whatAStoppedPartnerHasSentCanStillBeSentBackAndNothingLeaves() {
        UUID partner = registered(null);
        compare(partner);
        NeighbourOffice.Draft issue = issue();
        brought(issue.sealed());
        pages.send("/ledger/exchange/partners/" + partner + "/stop", director, "version", "2");
        String address = "/ledger/exchange/received/" + issue.id;
        assertThat(pages.seen(address, officer)).contains("已停用", "/declining").doesNotContain("/taking");
        assertThat(pages.send(address + "/taking", officer)).hasStatus(403);
        assertThat(pages.send(address + "/declining", officer, "reason", "已停止往来"))
                .hasStatus3xxRedirection();
        assertThat(pages.seen(address, officer)).contains("已停止往来");
        assertThat(jdbc.sql("select count(*) from ledger.package_sent where partner_id = :id")
                        .param("id", partner)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void strangersAreCountedByAddressAlsoWhereNothingElseIsKept() throws IOException, InterruptedException {
        int before = refusedWords();
        byte[] strange = new NeighbourOffice("陌生人")
                .draft()
                .says("ISSUE", content())
                .to(own())
                .sealed();
        assertThat(handedIn(strange).statusCode()).isEqualTo(403);
        assertThat(refusedWords()).isEqualTo(before + 1);
    }

    private int refusedWords() {
        return jdbc.sql("select count(*) from access.sign_in where outcome = 'TOKEN_REFUSED'")
                .query(Integer.class)
                .single();
    }

    @Test
    void whoHandsInDropByDropDoesNotKeepThePlace() throws IOException {
        try (Socket slow = new Socket("localhost", port)) {
            slow.setSoTimeout(20_000);
            slow.getOutputStream()
                    .write(("POST /exchange/packages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/zip\r\n"
                                    + "Content-Length: 1000000\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            Thread drops = new Thread(() -> drip(slow));
            drops.setDaemon(true);
            drops.start();
            byte[] answer = slow.getInputStream().readNBytes("HTTP/1.1 503".length());
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 503");
        }
    }

    private static void drip(Socket slow) {
        try {
            while (!slow.isClosed()) {
                slow.getOutputStream().write('x');
                slow.getOutputStream().flush();
                java.util.concurrent.locks.LockSupport.parkNanos(300_000_000);
            }
        } catch (IOException over) {
            return;
        }
    }

    @Test
    void whoMadeAPackageIsToldThatItWasRefused() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/exchange/packages", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Luoshi-Refusal", "ledger.packages.unknown-signer");
            exchange.sendResponseHeaders(403, -1);
            exchange.close();
        });
        server.start();
        try {
            UUID id = waiting("http://127.0.0.1:" + server.getAddress().getPort());
            clock.set("2026-03-02T12:00:00+08:00");
            deliveries.sweep();
            assertThat(state(id)).isEqualTo("FAILED ledger.packages.unknown-signer");
            assertThat(jdbc.sql(
                                    "select person_id from notices.notice where subject_id = :id and text_key = 'ledger.packages.notice.failed'")
                            .param("id", id)
                            .query(UUID.class)
                            .list())
                    .containsExactly(officer.personId());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void ofOnePartnerOnePackageIsTriedAtATime() throws IOException {
        AtomicInteger tries = new AtomicInteger();
        HttpServer busy = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        busy.createContext("/exchange/packages", exchange -> {
            exchange.getRequestBody().readAllBytes();
            tries.incrementAndGet();
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        busy.start();
        try {
            waiting("http://127.0.0.1:" + busy.getAddress().getPort());
            jdbc.sql("""
                            insert into ledger.package_sent (id, kind, partner_id, title, content, made_by, made_by_id, made_at, state, next_try_at)
                            select gen_random_uuid(), kind, partner_id, title, content, made_by, made_by_id, made_at, state, next_try_at
                            from ledger.package_sent, generate_series(1, 5) where id = :id
                            """).param("id", idOf("ISSUE")).update();
            clock.set("2026-03-02T12:00:00+08:00");
            deliveries.sweep();
            assertThat(tries).hasValue(1);
        } finally {
            busy.stop(0);
        }
    }

    @Test
    void overTheNetworkAPackageIsHandedInAndASecondTimeIsKnown() throws IOException, InterruptedException {
        compare(registered(null));
        byte[] issue = issue().sealed();
        assertThat(handedIn(issue).statusCode()).isEqualTo(202);
        HttpResponse<String> again = handedIn(issue);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.headers().firstValue("Luoshi-Refusal")).contains("ledger.packages.replayed");
        HttpResponse<String> stranger = handedIn(new NeighbourOffice("陌生人")
                .draft()
                .says("ISSUE", content())
                .to(own())
                .sealed());
        assertThat(stranger.statusCode()).isEqualTo(403);
        assertThat(stranger.body()).isEqualTo("ledger.packages.unknown-signer");
    }

    @Test
    void whatAPartnerDoesNotTakeIsTriedAgainLaterAndNeverSentElsewhere() throws IOException {
        AtomicInteger status = new AtomicInteger(503);
        AtomicReference<byte[]> got = new AtomicReference<>(new byte[0]);
        AtomicInteger elsewhere = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/elsewhere", exchange -> {
            elsewhere.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/exchange/packages", exchange -> {
            got.set(exchange.getRequestBody().readAllBytes());
            if (status.get() == 302) {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
        try {
            compare(registered(
                    unit.shortName(), "http://127.0.0.1:" + server.getAddress().getPort()));
            UUID item = pages.issued("检查渡船", unit.id());
            pages.send("/ledger/assignments/" + pages.part(item).id() + "/packages", officer);
            UUID id = idOf("ISSUE");
            waitUntil(id, "attempts = 1 and last_error is not null");
            assertThat(state(id)).isEqualTo("WAITING ledger.packages.other-status");
            clock.set("2026-03-02T09:02:00+08:00");
            status.set(302);
            deliveries.sweep();
            assertThat(state(id)).isEqualTo("WAITING ledger.packages.other-status");
            assertThat(elsewhere).hasValue(0);
            clock.set("2026-03-02T09:30:00+08:00");
            status.set(202);
            deliveries.sweep();
            assertThat(state(id)).isEqualTo("DELIVERED null");
            assertThat(NeighbourOffice.read(
                                    Objects.requireNonNull(got.get()),
                                    installations.own().publicKey())
                            .content()
                            .at("/issue/title")
                            .asString())
                    .isEqualTo("检查渡船");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aPartnerThatHangsIsCutOffAndDoesNotHoldUpTheOthers() throws IOException {
        HttpServer good = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        good.createContext("/exchange/packages", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        good.start();
        try (ServerSocket hanging = new ServerSocket(0)) {
            UUID hangs = waiting("http://127.0.0.1:" + hanging.getLocalPort());
            neighbour = new NeighbourOffice("另一家" + NUMBER.incrementAndGet());
            unit = organization.addUnit(
                    new NewUnit(
                            null,
                            null,
                            neighbour.name,
                            neighbour.name,
                            List.of(),
                            UnitKind.UNIT,
                            null,
                            InventedOffice.SINCE),
                    Actor.system());
            UUID goes = waiting("http://127.0.0.1:" + good.getAddress().getPort());
            clock.set("2026-03-02T12:00:00+08:00");
            deliveries.sweep();
            assertThat(state(goes)).isEqualTo("DELIVERED null");
            assertThat(state(hangs)).isEqualTo("WAITING ledger.packages.no-answer");
        } finally {
            good.stop(0);
        }
    }

    /** A package that waits for its next try. */
    private UUID waiting(String address) {
        UUID partner = registered(unit.shortName());
        compare(partner);
        UUID item = pages.issued("巡查水库", unit.id());
        pages.send("/ledger/assignments/" + pages.part(item).id() + "/packages", officer);
        UUID id = idOf("ISSUE");
        jdbc.sql("update ledger.partner set address = :address where id = :id")
                .param("address", address)
                .param("id", partner)
                .update();
        jdbc.sql(
                        "update ledger.package_sent set state = 'WAITING', next_try_at = '2026-03-02T03:00:00Z' where id = :id")
                .param("id", id)
                .update();
        return id;
    }

    private void waitUntil(UUID id, String condition) {
        for (int n = 0; n < 200; n++) {
            boolean reached = jdbc.sql(
                            "select exists (select from ledger.package_sent where id = :id and " + condition + ")")
                    .param("id", id)
                    .query(Boolean.class)
                    .single();
            if (reached) {
                return;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("Not reached: " + condition);
    }

    private String state(UUID id) {
        return jdbc.sql("select state || ' ' || coalesce(last_error, 'null') from ledger.package_sent where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private UUID idOf(String kind) {
        return jdbc.sql("""
                select s.id from ledger.package_sent s join ledger.partner p on p.id = s.partner_id
                where p.fingerprint = :fingerprint and s.kind = :kind order by s.made_at desc, s.id desc limit 1
                """)
                .param("fingerprint", neighbour.fingerprint())
                .param("kind", kind)
                .query(UUID.class)
                .single();
    }

    /** As the neighbour gets it on a disk. */
    private NeighbourOffice.Read lastPackage(String kind) {
        MvcTestResult file = pages.get("/ledger/exchange/sent/" + idOf(kind) + "/package.zip", officer);
        assertThat(file).hasStatusOk();
        return NeighbourOffice.read(
                file.getResponse().getContentAsByteArray(), installations.own().publicKey());
    }

    private String own() {
        return installations.own().fingerprint();
    }

    private byte[] key() {
        return java.util.Base64.getDecoder().decode(neighbour.publicKey().replaceAll("-----[A-Z ]+-----|\\s", ""));
    }

    private static String content() {
        return """
                {'issue':{'assignment':'%s','number':'督〔2026〕7号','title':'排查山塘隐患','part':'LEAD','duty':null,'due':'2026-04-20',
                 'cycle':'MONTHLY','cycleDay':5,'points':[{'id':'%s','text':'逐座登记'},{'id':'%s','text':'当日上报'}],
                 'officer':'王与','source':'县长办公会','files':[]}}
                """.formatted(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    }

    private NeighbourOffice.Draft issue() {
        return neighbour.draft().says("ISSUE", content()).to(own());
    }

    private NeighbourOffice.Draft report(UUID assignment) {
        return neighbour
                .draft()
                .says(
                        "REPORT",
                        "{'report':{'assignment':'%s','kind':'FINAL','body':'完成','signer':'王与','evidence':[]}}"
                                .formatted(assignment))
                .to(own());
    }

    private int received() {
        return jdbc.sql(
                        "select count(*) from ledger.package_received r join ledger.partner p on p.id = r.partner_id where p.fingerprint = :f")
                .param("f", neighbour.fingerprint())
                .query(Integer.class)
                .single();
    }

    private UUID registered(@Nullable String unitName) {
        return registered(unitName, "");
    }

    private UUID registered(@Nullable String unitName, String address) {
        MvcTestResult added = pages.send(
                "/ledger/exchange/partners",
                director,
                "name",
                neighbour.name,
                "key",
                neighbour.publicKey(),
                "unit",
                unitName == null ? "" : unitName,
                "address",
                address);
        assertThat(added).hasStatus3xxRedirection();
        return jdbc.sql("select id from ledger.partner where fingerprint = :fingerprint")
                .param("fingerprint", neighbour.fingerprint())
                .query(UUID.class)
                .single();
    }

    private void compare(UUID partner) {
        assertThat(pages.send(
                        "/ledger/exchange/partners/" + partner + "/comparison",
                        director,
                        "version",
                        "1",
                        "comparedWith",
                        ""))
                .hasStatus(422);
        assertThat(pages.send(
                        "/ledger/exchange/partners/" + partner + "/comparison",
                        director,
                        "version",
                        "1",
                        "comparedWith",
                        "望湖王与"))
                .hasStatus3xxRedirection();
    }

    private MvcTestResult brought(byte[] zip) {
        return pages.send(
                "/ledger/exchange", officer, new LinkedHashMap<>(), new MockMultipartFile("file", "包.zip", null, zip));
    }

    private HttpResponse<String> handedIn(byte[] zip) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/exchange/packages"))
                .header("Content-Type", "application/zip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(zip))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private void assertRefused(byte[] zip, String why) {
        MvcTestResult result = brought(zip);
        assertThat(HandedOn.text(result)).contains(why);
        assertThat(result.getResponse().getStatus()).isBetween(400, 499);
    }

    private void assertRefused(Map<String, String> partner, String why) {
        String[] fields = partner.entrySet().stream()
                .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
        assertThat(pages.send("/ledger/exchange/partners", director, fields))
                .hasStatus(422)
                .bodyText()
                .contains(why);
    }
}

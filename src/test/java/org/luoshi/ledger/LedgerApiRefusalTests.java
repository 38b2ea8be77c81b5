package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.luoshi.ClockForTests;
import org.luoshi.PostgresForTests;
import org.luoshi.TestClock;
import org.luoshi.access.AccessApi;
import org.luoshi.access.core.TokenService;
import org.luoshi.ledger.core.ItemFilter;
import org.luoshi.ledger.core.LedgerSetting;
import org.luoshi.organization.OrganizationApi;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** What the API refuses, and that it always says why in the same form. */
@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
@AutoConfigureMockMvc
@Import({PostgresForTests.class, ClockForTests.class})
class LedgerApiRefusalTests {

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private TokenService tokens;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestClock clock;

    private InventedOffice office;
    private Programs programs;
    private Program officer;

    @BeforeEach
    void anOffice() {
        clock.set(TestClock.START);
        office = InventedOffice.in(organization, access);
        programs = new Programs(access, tokens, mvc);
        officer = programs.of(office.officer());
    }

    @Test
    void aUnitDoesNotSeeWhatWasSentToAnother() {
        UUID itemId = issued("只交发展规划局", null);
        assertThat(programs.of(office.planningLiaison())
                        .item(itemId)
                        .at("/item/title")
                        .asString())
                .isEqualTo("只交发展规划局");
        Program roads = programs.of(office.roadsLiaison());
        roads.get("/items/" + itemId).refused(404, "ledger.unknown");
        roads.get("/items/" + itemId + "/history").refused(404, "ledger.unknown");
        roads.get("/items/" + itemId + "/files/" + itemId).refused(404, "ledger.unknown");
        roads.step("/items/" + itemId, "SUBMIT", 1, "").refused(404, "ledger.unknown");
        roads.put("/items/" + itemId + "/watch", "{}").refused(404, "ledger.unknown");
        String part = officer.part(itemId, "发展规划局").get("id").asString();
        roads.step("/assignments/" + part, "SIGN", 1, "").refused(404, "ledger.unknown");
        roads.post("/feedback", "{'assignmentIds':['%s'],'kind':'FIRST','body':'x'}".formatted(part))
                .refused(404, "ledger.unknown");
        for (JsonNode row : roads.get("/items?view=ALL&limit=200").ok().get("items")) {
            assertThat(row.get("id").asString()).isNotEqualTo(itemId.toString());
        }
    }

    @Test
    void theSecondOfTwoWhoChangeADraftGetsTheDraftAsItIsNow() {
        UUID itemId = officer.post("/items", "{'title':'两人同改'}").id();
        String first = "{'version':%d,'item':{'title':'先改的'}}".formatted(officer.version(itemId));
        String second = first.replace("先改的", "后改的");
        officer.put("/items/" + itemId, first).ok();
        JsonNode refusal = programs.of(office.otherOfficer())
                .put("/items/" + itemId, second)
                .refused(409, "ledger.changed-meanwhile");
        assertThat(refusal.at("/details/item/item/title").asString()).isEqualTo("先改的");
        officer.step("/items/" + itemId, "DECLINE", 0, ",'words':'x'").refused(403, "ledger.not-yours");
        programs.of(office.director())
                .step("/items/" + itemId, "DECLINE", 0, ",'words':'x'")
                .refused(409, "ledger.changed-meanwhile");
    }

    @Test
    void theSameKeyMakesOneObjectEvenWhenAskedAtTheSameMoment() throws Exception {
        String key = UUID.randomUUID().toString();
        List<Callable<UUID>> calls = Collections.nCopies(
                6, () -> officer.post("/items", "{'title':'只立一次'}", key).id());
        ExecutorService threads = Executors.newFixedThreadPool(6);
        Set<UUID> ids = new HashSet<>();
        for (Future<UUID> call : threads.invokeAll(calls)) {
            ids.add(call.get());
        }
        threads.shutdown();
        assertThat(ids).hasSize(1);
        assertThat(officer.post("/items", "{'title':'只立一次'}", key).status()).isEqualTo(201);
        assertThat(programs.of(office.otherOfficer())
                        .post("/items", "{'title':'别人的键'}", key)
                        .id())
                .isNotIn(ids);
        UUID source = officer.post("/sources", "{'kind':'PAPER','title':'来文','body':'请办。'}", key)
                .id();
        assertThat(ids).doesNotContain(source);
        officer.post("/items", "{'title':'x'}", "k".repeat(201)).refused(400, "platform.api.invalid");
    }

    @ParameterizedTest
    @EnumSource(ItemFilter.Sort.class)
    void aCursorWalksTheWholeListExactlyOnce(ItemFilter.Sort sort) {
        String label = "翻页" + sort;
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.add(officer.post("/items", "{'title':'第%d项','label':'%s'}".formatted(i, label))
                    .id()
                    .toString());
        }
        List<String> walked = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = officer.get("/items?limit=3&sort=" + sort + "&label=" + label + cursor)
                    .ok();
            page.get("items").forEach(row -> walked.add(row.get("id").asString()));
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());
        assertThat(walked).containsExactlyInAnyOrderElementsOf(made);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rubbish",
                "%7C%7C",
                "OTk5OXwwMDAwMDAwMC0wMDAwLTAwMDAtMDAwMC0wMDAwMDAwMDAwMDA",
                "J3wwMDAwMDAwMC0wMDAwLTAwMDAtMDAwMC0wMDAwMDAwMDAwMDA"
            })
    void aCursorThatWasMadeUpIsRefused(String cursor) {
        officer.get("/items?cursor=" + cursor).refused(422, "ledger.cursor");
    }

    @Test
    void wildCardsInASearchMeanThemselves() {
        officer.post("/items", "{'title':'完成百分之百7719%的核查'}").id();
        assertThat(officer.get("/items?view=ALL&text=7719%").ok().get("items").size())
                .isEqualTo(1);
        assertThat(officer.get("/items?view=ALL&text=__%%").ok().get("items").size())
                .isZero();
    }

    @Test
    void whoMayNotComeInIsToldSoAsAProblem() {
        programs.nobody().get("/items").refused(401, "access.api-sign-in");
        new Program(mvc, "luoshi_made-up").get("/items").refused(401, "access.token-refused");
        Program reading = programs.reading(office.officer());
        reading.get("/items").ok();
        reading.post("/items", "{'title':'x'}").refused(403, "access.token-scope");
        programs.of(office.planningHead()).post("/items", "{'title':'x'}").refused(403, "ledger.not-yours");
        programs.of(office.planningHead())
                .put("/settings", "{'settings':{'SILENCE_DAYS':10}}")
                .refused(403, "ledger.not-yours");
    }

    @Test
    void wrongInputIsToldFieldByField() {
        assertField(officer.post("/items", "{'title':'" + "字".repeat(501) + "'}"), "title", null);
        assertThat(officer.post("/items", "{'title':'" + "𠮷".repeat(500) + "'}")
                        .status())
                .isEqualTo(201);
        assertField(officer.post("/items", "{'titel':'拼错'}"), "titel", "title");
        assertField(officer.post("/items", "{'title':'x','cycle':'DAILY'}"), "cycle", "WEEKLY");
        assertField(officer.post("/items", "{'title':'x','coUnits':[{'unitId':'7'}]}"), "coUnits[0].unitId", null);
        assertField(officer.post("/items", "{'title':'x','due':'20260-01-01'}"), "due", null);
        assertField(officer.post("/items", "{'title':'x','due':'+12026-01-01'}"), "due", null);
        assertField(officer.get("/items?view=PURPLE"), "view", "RED");
        assertField(officer.get("/items?limit=201"), "limit", null);
        assertField(officer.get("/items/none"), "id", null);
        assertField(officer.step("/items/" + UUID.randomUUID(), "SUBMITT", 1, ""), "step", "SUBMIT");
        assertField(officer.post("/items/" + UUID.randomUUID() + "/steps", "{'step':'SUBMIT'}"), "version", null);
        assertField(officer.put("/settings", "{'settings':{'NOTHING':1}}"), "settings", "SILENCE_DAYS");
        officer.post("/items", "{'title':").refused(400, "platform.api.unreadable");
        officer.post("/items", "").refused(400, "platform.api.unreadable");
        officer.post("/items", "{'title':'x\\u0000'}").refused(400, "platform.api.bad-request");
    }

    private static void assertField(Program.Answer answer, String field, @Nullable String allowed) {
        JsonNode wrong = answer.refused(400, "platform.api.invalid").at("/fields/0");
        assertThat(wrong.get("field").asString()).isEqualTo(field);
        assertThat(wrong.get("message").asString()).isNotBlank();
        if (allowed != null) {
            assertThat(wrong.get("allowed").valueStream().map(JsonNode::asString))
                    .contains(allowed);
        }
    }

    @Test
    void whatLeadsNowhereIsAProblemToo() {
        officer.get("/nothing-here").refused(404, "platform.api.not-found");
        officer.delete("/settings").refused(405, "platform.api.method-not-allowed");
        new Program.Answer(mvc.post()
                        .uri("/api/v1/ledger/items")
                        .header("Authorization", "Bearer " + programs.tokenOf(office.officer()))
                        .contentType("text/plain")
                        .content("title")
                        .exchange())
                .refused(415, "platform.api.media-type");
        new Program.Answer(mvc.get()
                        .uri("/api/v1/ledger/items/" + UUID.randomUUID())
                        .header("Authorization", "Bearer " + programs.tokenOf(office.officer()))
                        .header("Accept", "text/html")
                        .exchange())
                .refused(404, "ledger.unknown");
    }

    @Test
    void nothingMarkedGetsIn() {
        officer.post("/items", "{'title':'机密★1年'}").refused(422, "files.marked");
        officer.upload("通知.txt", "机密★1年\n内容".getBytes(StandardCharsets.UTF_8)).refused(422, "files.marked");
        officer.upload("空.txt", new byte[0]).refused(422, "files.empty");
        officer.upload("大.txt", new byte[51 * 1024 * 1024]).refused(413, "files.too-large");
    }

    @Test
    void aFileIsHungUpByItsOwnerOnlyAndReadByWhoSeesTheItem() {
        UUID itemId = issued("附件只给该看的人", null);
        Program planning = programs.of(office.planningLiaison());
        String part = sign(planning, itemId);
        UUID foreign = officer.upload("内部.txt", "office".getBytes(StandardCharsets.UTF_8))
                .id();
        String report = "{'assignmentIds':['%s'],'kind':'FIRST','body':'已启动。','evidence':[{'fileId':'%s'}]}";
        planning.post("/feedback", report.formatted(part, foreign)).refused(422, "ledger.unknown-file");
        planning.post("/feedback", report.formatted(part, UUID.randomUUID())).refused(422, "ledger.unknown-file");
        UUID own = planning.upload("进展.txt", "三月进展".getBytes(StandardCharsets.UTF_8))
                .id();
        planning.post("/feedback", report.formatted(part, own)).id();
        Program.Answer file = officer.get("/items/" + itemId + "/files/" + own);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.text()).isEqualTo("三月进展");
        officer.get("/items/" + itemId + "/files/" + foreign).refused(404, "ledger.unknown");
        planning.post(
                        "/feedback",
                        report.formatted(part, own)
                                .replace("'fileId'", "'requirementId':'" + UUID.randomUUID() + "','fileId'"))
                .refused(422, "ledger.unknown-point");
        planning.post("/feedback", report.formatted(part, own).replace("'fileId':'" + own + "'", "'words':' '"))
                .refused(400, "platform.api.invalid");
    }

    @Test
    void aDraftThatCannotBeIsRefused() {
        officer.post("/items", "{'title':'x','limitClass':'NONE_SUCH'}").refused(422, "ledger.unknown-kind");
        officer.post("/items", "{'title':'x','cycle':'WEEKLY','cycleDay':8}").refused(422, "ledger.cycle-day");
        officer.post("/items", "{'title':'x','parentId':'" + UUID.randomUUID() + "'}")
                .refused(404, "ledger.unknown");
        officer.post("/items", "{'title':'x','leadUnitId':'" + UUID.randomUUID() + "'}")
                .refused(422, "ledger.unknown-unit");
        UUID parent = officer.post("/items", "{'title':'上级'}").id();
        UUID child = officer.post("/items", "{'title':'下级','parentId':'" + parent + "'}")
                .id();
        officer.put(
                        "/items/" + parent,
                        "{'version':%d,'item':{'title':'上级','parentId':'%s'}}"
                                .formatted(officer.version(parent), child))
                .refused(422, "ledger.same-item");
    }

    @Test
    void theOtherResourcesAnswer() {
        UUID itemId = issued("逐个调用", "MONTHLY");
        Program planning = programs.of(office.planningLiaison());
        Program head = programs.of(office.planningHead());
        String part = sign(planning, itemId);
        assertThat(officer.get("/items/counts").ok().get("open").asInt()).isPositive();
        assertThat(officer.get("/choices").ok().get("limitClasses").size()).isEqualTo(10);
        assertThat(officer.get("/sources?limit=5").ok().get("sources").isArray())
                .isTrue();

        planning.put("/items/" + itemId + "/watch", "{}").done();
        assertThat(planning.item(itemId).get("watching").asBoolean()).isTrue();
        planning.delete("/items/" + itemId + "/watch").done();

        JsonNode lit = officer.put(
                        "/items/" + itemId + "/light",
                        "{'version':%d,'colour':'RED','reason':'进度不实'}".formatted(officer.version(itemId)))
                .ok();
        assertThat(lit.at("/item/light/colour").asString()).isEqualTo("GREEN");
        assertThat(lit.at("/item/overrideLight").asString()).isEqualTo("RED");

        UUID other = officer.post("/items", "{'title':'后续'}").id();
        officer.post("/items/" + itemId + "/relations", "{'otherId':'%s','kind':'FOLLOWS'}".formatted(other))
                .ok();
        officer.post("/items/" + itemId + "/relations", "{'otherId':'%s','kind':'FOLLOWS'}".formatted(itemId))
                .refused(422, "ledger.same-item");

        UUID zero = head.post("/assignments/" + part + "/nothing-new", "{'reason':'等待上级口径'}")
                .id();
        assertThat(officer.get("/feedback/" + zero).ok().at("/reports/0/kind").asString())
                .isEqualTo("ZERO");
        programs.of(office.roadsHead()).get("/feedback/" + zero).refused(404, "ledger.unknown");

        UUID draft = planning.post("/feedback", "{'assignmentIds':['%s'],'kind':'FIRST','body':'一稿'}".formatted(part))
                .id();
        String revision = "{'version':%d,'feedback':{'assignmentIds':['%s'],'kind':'FIRST','body':'二稿'}}";
        planning.put("/feedback/" + draft, revision.formatted(1, part)).ok();
        planning.put("/feedback/" + draft, revision.formatted(1, part)).refused(409, "ledger.changed-meanwhile");

        UUID notice = officer.post("/assignments/" + part + "/notices", "{'level':'BLUE','text':'请抓紧'}")
                .id();
        planning.step("/notices/" + notice, "ANSWER", 1, ",'words':'马上办'").ok();
        officer.step("/notices/" + notice, "LIFT", 2, ",'words':'已改进'").ok();

        Program director = programs.of(office.director());
        director.put("/settings", "{'settings':{'SILENCE_DAYS':31,'REVISIT_PERCENT':101}}")
                .refused(422, "ledger.setting-out-of-range");
        assertThat(director.put("/settings", "{'settings':{'SILENCE_DAYS':30}}")
                        .ok()
                        .get("settings")
                        .size())
                .isEqualTo(LedgerSetting.values().length);
    }

    private UUID issued(String title, @Nullable String cycle) {
        UUID itemId = officer.post(
                        "/items",
                        "{'title':'%s','limitClass':'QUARTER','leadUnitId':'%s'%s}"
                                .formatted(
                                        title, office.planning.id(), cycle == null ? "" : ",'cycle':'" + cycle + "'"))
                .id();
        officer.step(itemId, "SUBMIT", "").ok();
        programs.of(office.director()).step(itemId, "APPROVE", "").ok();
        officer.step(itemId, "ISSUE", "").ok();
        return itemId;
    }

    private String sign(Program planning, UUID itemId) {
        JsonNode part = planning.part(itemId, "发展规划局");
        String id = part.get("id").asString();
        planning.step("/assignments/" + id, "SIGN", part.get("version").asInt(), "")
                .ok();
        return id;
    }

    @Test
    void clausesAreMarkedAndCoveredOverTheApi() {
        UUID source = officer.post("/sources", "{'kind':'PAPER','title':'来文','body':'𠮷一二三。四五六。'}")
                .id();
        officer.step("/sources/" + source, "SUPERVISE", 1, "").ok();
        UUID clause = officer.post("/sources/" + source + "/clauses", "{'start':0,'end':5}")
                .id();
        JsonNode piece = officer.get("/sources/" + source).ok().at("/pieces/0");
        assertThat(piece.get("text").asString()).isEqualTo("𠮷一二三。");
        officer.post("/sources/" + source + "/clauses", "{'start':4,'end':6}").refused(422, "ledger.clause-overlaps");
        officer.post("/sources/" + source + "/clauses", "{'start':5,'end':10}").refused(422, "ledger.clause-outside");
        officer.put("/clauses/" + clause + "/cover", "{'cover':'NONE'}").refused(422, "ledger.field-missing");
        officer.put("/clauses/" + clause + "/cover", "{'cover':'COVERED','itemId':'%s'}".formatted(clause))
                .refused(404, "ledger.unknown");
        UUID item = officer.post("/items", "{'title':'x','sourceId':'%s','clauseIds':['%s']}".formatted(source, clause))
                .id();
        officer.put("/clauses/" + clause + "/cover", "{'cover':'NONE','reason':'x'}")
                .refused(422, "ledger.clause-in-use");
        officer.delete("/clauses/" + clause).refused(422, "ledger.clause-in-use");
        UUID second = officer.post("/sources/" + source + "/clauses", "{'start':5,'end':9}")
                .id();
        officer.put("/clauses/" + second + "/cover", "{'cover':'COVERED','itemId':'%s'}".formatted(item))
                .done();
        officer.put("/clauses/" + second + "/cover", "{'cover':'OPEN'}").done();
        officer.delete("/clauses/" + second).done();
        programs.of(office.planningLiaison()).get("/sources/" + source).refused(404, "ledger.unknown");
        officer.call(HttpMethod.PATCH, "/sources/" + source, "{}", null)
                .refused(405, "platform.api.method-not-allowed");
    }
}

package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.ClockForTests;
import org.luoshi.PostgresForTests;
import org.luoshi.TestClock;
import org.luoshi.access.AccessApi;
import org.luoshi.access.core.TokenService;
import org.luoshi.history.HistoryApi;
import org.luoshi.organization.OrganizationApi;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** The whole story of an instruction, told by programs with personal tokens. */
@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
@AutoConfigureMockMvc
@Import({PostgresForTests.class, ClockForTests.class})
class LedgerApiStoryTests {

    private static final String PLANNING = "发展规划局";
    private static final String FINANCE = "财务保障局";
    private static final String ROADS = "道路养护局";

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private TokenService tokens;

    @Autowired
    private HistoryApi history;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestClock clock;

    private InventedOffice office;
    private Programs programs;
    private Program officer;
    private Program director;

    @BeforeEach
    void anOffice() {
        clock.set(TestClock.START);
        office = InventedOffice.in(organization, access);
        programs = new Programs(access, tokens, mvc);
        officer = programs.of(office.officer());
        director = programs.of(office.director());
    }

    @Test
    void anInstructionIsCarriedOutAndProvenAndRelapses() {
        UUID itemId = drafted(registered());
        officer.step(itemId, "SUBMIT", "").ok();
        officer.step(itemId, "APPROVE", "").refused(403, "ledger.not-yours");
        assertThat(director.step(itemId, "APPROVE", "").ok().at("/item/number").asString())
                .startsWith("督〔2026〕");
        officer.step(itemId, "ISSUE", "").ok();

        signAndObject(itemId);
        reportReturnAndExtend(itemId);
        closeWithProof(itemId);

        clock.set("2026-05-20T10:00:00+08:00");
        officer.step(itemId, "RELAPSE", ",'words':'问题反弹'").refused(422, "ledger.second-person-needed");
        Program other = programs.of(office.otherOfficer());
        JsonNode relapsed =
                other.step(itemId, "RELAPSE", ",'words':'现场核查发现监测停报'").ok();
        assertThat(relapsed.at("/item/state").asString()).isEqualTo("RELAPSED");
        assertThat(relapsed.at("/related/0/kind").asString()).isEqualTo("RELAPSE_OF_BACK");
        assertThat(relapsed.at("/visits/0/result").asString()).isEqualTo("RELAPSED");

        JsonNode lines = officer.get("/items/" + itemId + "/history").ok().get("lines");
        assertThat(lines.size()).isGreaterThan(20);
        assertThat(lines.get(0).get("action").asString()).isEqualTo("relapse");
        history.seal();
        assertThat(history.verify().isIntact()).isTrue();
    }

    private UUID registered() {
        UUID sourceId = officer.post(
                        "/sources",
                        "{'kind':'INSTRUCTION','title':'座谈会讲话要点','issuedOn':'2026-03-01','leaderPostId':'%s',"
                                        .formatted(office.leaderPost)
                                + "'body':'一是建立监测对象认定标准；二是按月报送监测对象数量及帮扶措施。请抓紧落实。'}")
                .id();
        officer.step("/sources/" + sourceId, "SUPERVISE", 1, "").ok();
        assertThat(officer.call(
                                org.springframework.http.HttpMethod.POST,
                                "/sources/" + sourceId + "/clauses/by-sentence",
                                null,
                                null)
                        .ok()
                        .get("clauses")
                        .asInt())
                .isEqualTo(3);
        officer.put("/clauses/" + clauses(sourceId).get(2) + "/cover", "{'cover':'NONE','reason':'结束语'}")
                .done();
        return sourceId;
    }

    private List<String> clauses(UUID sourceId) {
        List<String> ids = new ArrayList<>();
        for (JsonNode piece : officer.get("/sources/" + sourceId).ok().get("pieces")) {
            if (!piece.get("clauseId").isNull()) {
                ids.add(piece.get("clauseId").asString());
            }
        }
        return ids;
    }

    private UUID drafted(UUID sourceId) {
        List<String> clauses = clauses(sourceId);
        return officer.post("/items", """
                {'title':'建立防返贫动态监测和帮扶机制','sourceId':'%s','clauseIds':['%s','%s'],
                 'requirements':['建立监测对象认定标准','按月报送监测对象数量及帮扶措施'],'limitClass':'GENERAL',
                 'leadUnitId':'%s','coUnits':[{'unitId':'%s','duty':'保障资金'},{'unitId':'%s'}]}
                """.formatted(
                                sourceId,
                                clauses.get(0),
                                clauses.get(1),
                                office.planning.id(),
                                office.finance.id(),
                                office.roads.id()))
                .id();
    }

    private void signAndObject(UUID itemId) {
        Program planning = programs.of(office.planningLiaison());
        JsonNode signed = unitStep(planning, itemId, PLANNING, "SIGN", "");
        assertThat(signed.at("/item/state").asString()).isEqualTo("IN_PROGRESS");
        unitStep(programs.of(office.roadsLiaison()), itemId, ROADS, "OBJECT", ",'words':'不属于我局职责'");
        unitStep(director, itemId, ROADS, "MAINTAIN", ",'words':'按职责分工维持'");

        clock.set("2026-03-04T10:00:00+08:00");
        JsonNode late = officer.part(itemId, FINANCE).get("light");
        assertThat(late.get("colour").asString()).isEqualTo("RED");
        assertThat(late.get("why").asString()).isEqualTo("sign-late");
        assertThat(officer.part(itemId, PLANNING).at("/light/colour").asString())
                .isEqualTo("GREEN");
        unitStep(programs.of(office.financeLiaison()), itemId, FINANCE, "SIGN", "");
    }

    private void reportReturnAndExtend(UUID itemId) {
        Program planning = programs.of(office.planningLiaison());
        Program head = programs.of(office.planningHead());
        String file = evidence(planning);
        UUID first = finalReport(itemId, PLANNING, "已建立认定标准。", point(itemId, 0), file, planning, head);
        decision(first, itemId, PLANNING, "{'decision':'RETURN'}").refused(422, "ledger.field-missing");
        decision(first, itemId, PLANNING, "{'decision':'RETURN','rejectCode':'NO_SUBSTANCE','words':'没有说明二月新增对象'}")
                .ok();
        assertThat(officer.part(itemId, PLANNING).get("state").asString()).isEqualTo("RETURNED");

        UUID request = head.post(
                        "/items/" + itemId + "/requests",
                        "{'kind':'EXTENSION','assignmentId':'%s','reason':'两省数据口径不一','progress':'已完成一半','date':'2026-03-20'}"
                                .formatted(partId(itemId, PLANNING)))
                .id();
        officer.step("/requests/" + request, "FORWARD", 1, ",'words':'情况属实'").ok();
        director.step("/requests/" + request, "GRANT", 2, "").ok();
        JsonNode part = officer.part(itemId, PLANNING);
        assertThat(part.get("due").asString())
                .isGreaterThan(part.get("originalDue").asString());

        UUID second = finalReport(itemId, PLANNING, "已建立认定标准。已补报二月新增对象及措施。", point(itemId, 0), file, planning, head);
        accept(second, itemId, PLANNING);
        accept(
                finalReport(
                        itemId,
                        ROADS,
                        "已配合。",
                        null,
                        null,
                        programs.of(office.roadsLiaison()),
                        programs.of(office.roadsHead())),
                itemId,
                ROADS);
        accept(
                finalReport(
                        itemId,
                        FINANCE,
                        "资金已保障。",
                        null,
                        null,
                        programs.of(office.financeLiaison()),
                        programs.of(office.financeHead())),
                itemId,
                FINANCE);
    }

    private void closeWithProof(UUID itemId) {
        JsonNode refusal =
                officer.step(itemId, "PROPOSE_CLOSE", ",'words':'已完成'").refused(422, "ledger.evidence-missing");
        assertThat(refusal.at("/details/missing").asString()).contains("按月报送");
        Program planning = programs.of(office.planningLiaison());
        unitStep(officer, itemId, PLANNING, "REOPEN", ",'words':'请补第二条证据'");
        UUID third = finalReport(
                itemId,
                PLANNING,
                "补充第二条证据。",
                point(itemId, 1),
                evidence(planning),
                planning,
                programs.of(office.planningHead()));
        accept(third, itemId, PLANNING);
        officer.step(itemId, "PROPOSE_CLOSE", ",'words':'各条均有证据'").ok();
        officer.step(itemId, "CONFIRM_CLOSE", "").refused(422, "ledger.second-person-needed");
        JsonNode confirmed = programs.of(office.otherOfficer())
                .step(itemId, "CONFIRM_CLOSE", "")
                .ok();
        assertThat(confirmed.at("/item/state").asString()).isEqualTo("PENDING_LEADER");
        Program leader = programs.of(office.leader());
        leader.step(itemId, "LEADER_AGREE", ",'words':'同意'").ok();
        assertThat(officer.step(itemId, "STRIKE_OFF", "").ok().at("/item/state").asString())
                .isEqualTo("STRUCK_OFF");
    }

    private String evidence(Program program) {
        return program.upload("认定标准.txt", "监测对象认定标准（试行）".getBytes(StandardCharsets.UTF_8))
                .id()
                .toString();
    }

    private String point(UUID itemId, int index) {
        return officer.item(itemId).at("/points/" + index + "/id").asString();
    }

    private String partId(UUID itemId, String unit) {
        return officer.part(itemId, unit).get("id").asString();
    }

    private JsonNode unitStep(Program program, UUID itemId, String unit, String step, String more) {
        JsonNode part = program.part(itemId, unit);
        return program.step(
                        "/assignments/" + part.get("id").asString(),
                        step,
                        part.get("version").asInt(),
                        more)
                .ok();
    }

    private UUID finalReport(
            UUID itemId,
            String unit,
            String body,
            @Nullable String point,
            @Nullable String file,
            Program liaison,
            Program head) {
        String evidence = point == null ? "" : "{'requirementId':'%s','fileId':'%s'}".formatted(point, file);
        UUID id = liaison.post(
                        "/feedback",
                        "{'assignmentIds':['%s'],'kind':'FINAL','body':'%s','evidence':[%s]}"
                                .formatted(partId(itemId, unit), body, evidence))
                .id();
        liaison.step("/feedback/" + id, "SEND_TO_HEAD", 1, "").ok();
        JsonNode signed = head.step("/feedback/" + id, "SIGN_OFF", 2, "").ok();
        assertThat(signed.at("/reports/0/state").asString()).isEqualTo("SUBMITTED");
        return id;
    }

    private Program.Answer decision(UUID feedbackId, UUID itemId, String unit, String json) {
        return officer.post("/feedback/" + feedbackId + "/targets/" + partId(itemId, unit) + "/decision", json);
    }

    private void accept(UUID feedbackId, UUID itemId, String unit) {
        decision(feedbackId, itemId, unit, "{'decision':'ACCEPT'}").ok();
    }
}

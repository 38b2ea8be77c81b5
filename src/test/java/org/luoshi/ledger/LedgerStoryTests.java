package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.ClockForTests;
import org.luoshi.PostgresForTests;
import org.luoshi.TestClock;
import org.luoshi.access.AccessApi;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.ledger.core.AssignmentState;
import org.luoshi.ledger.core.AssignmentStep;
import org.luoshi.ledger.core.AssignmentSteps;
import org.luoshi.ledger.core.DraftItem;
import org.luoshi.ledger.core.FeedbackKind;
import org.luoshi.ledger.core.FeedbackReview;
import org.luoshi.ledger.core.FeedbackService;
import org.luoshi.ledger.core.FeedbackStep;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.ItemDrafting;
import org.luoshi.ledger.core.ItemQueries;
import org.luoshi.ledger.core.ItemState;
import org.luoshi.ledger.core.ItemStep;
import org.luoshi.ledger.core.ItemSteps;
import org.luoshi.ledger.core.LedgerError;
import org.luoshi.ledger.core.LightColour;
import org.luoshi.ledger.core.NewFeedback;
import org.luoshi.ledger.core.NewFeedback.Proof;
import org.luoshi.ledger.core.NewRequest;
import org.luoshi.ledger.core.NewSource;
import org.luoshi.ledger.core.RejectCode;
import org.luoshi.ledger.core.RequestKind;
import org.luoshi.ledger.core.RequestService;
import org.luoshi.ledger.core.RequestStep;
import org.luoshi.ledger.core.SourceQueries;
import org.luoshi.ledger.core.SourceService;
import org.luoshi.ledger.core.SourceStep;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

/** The ledger as its people live it, on the real rooms below. */
@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
@AutoConfigureMockMvc
@Import({PostgresForTests.class, ClockForTests.class})
class LedgerStoryTests {

    private static final String BODY = "一是建立监测对象认定标准；二是按月报送监测对象数量及帮扶措施。请抓紧落实。";

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private FilesApi files;

    @Autowired
    private HistoryApi history;

    @Autowired
    private SourceService sources;

    @Autowired
    private SourceQueries sourceQueries;

    @Autowired
    private ItemDrafting drafting;

    @Autowired
    private ItemSteps items;

    @Autowired
    private ItemQueries queries;

    @Autowired
    private AssignmentSteps assignments;

    @Autowired
    private FeedbackService feedback;

    @Autowired
    private FeedbackReview review;

    @Autowired
    private RequestService requests;

    @Autowired
    private TestClock clock;

    private InventedOffice office;

    @BeforeEach
    void anOffice() {
        clock.set(TestClock.START);
        office = InventedOffice.in(organization, access);
    }

    @Test
    void anInstructionIsCarriedOutAndProvenAndRelapses() {
        UUID sourceId = sources.register(
                new NewSource(
                        "INSTRUCTION", "座谈会讲话要点", null, LocalDate.of(2026, 3, 1), office.leaderPost, BODY, List.of()),
                office.officer());
        sources.perform(sourceId, SourceStep.SUPERVISE, StepInput.of(1), office.officer());
        assertThat(sources.cutBySentences(sourceId, office.officer())).isEqualTo(3);
        var pieces = sourceQueries.detail(sourceId, office.officer()).pieces();
        List<UUID> clauses = pieces.stream()
                .map(piece -> piece.clauseId())
                .filter(java.util.Objects::nonNull)
                .toList();
        sources.needsNone(clauses.get(2), "结束语", office.officer());

        UUID itemId = drafting.draft(
                new DraftItem(
                        "建立防返贫动态监测和帮扶机制",
                        sourceId,
                        clauses.subList(0, 2),
                        List.of("建立监测对象认定标准", "按月报送监测对象数量及帮扶措施"),
                        "GENERAL",
                        null,
                        Cycle.ONCE,
                        null,
                        office.planning.id(),
                        List.of(
                                new DraftItem.CoUnit(office.finance.id(), "保障资金", null),
                                new DraftItem.CoUnit(office.roads.id(), null, null)),
                        List.of(),
                        null,
                        null),
                null,
                office.officer());
        step(itemId, ItemStep.SUBMIT, office.officer());
        assertRefused(() -> step(itemId, ItemStep.APPROVE, office.officer()), LedgerError.NOT_YOURS);
        step(itemId, ItemStep.APPROVE, office.director());
        assertThat(detail(itemId).item().number()).startsWith("督〔2026〕");
        step(itemId, ItemStep.ISSUE, office.officer());

        sign(itemId, "发展规划局", office.planningLiaison());
        assertThat(detail(itemId).item().state()).isEqualTo(ItemState.IN_PROGRESS);
        unitStep(itemId, "道路养护局", AssignmentStep.OBJECT, "不属于我局职责", office.roadsLiaison());
        unitStep(itemId, "道路养护局", AssignmentStep.MAINTAIN, "按职责分工维持", office.director());

        clock.set("2026-03-04T10:00:00+08:00");
        ItemDetail.UnitPart late = part(itemId, "财务保障局");
        assertThat(late.light().colour()).isEqualTo(LightColour.RED);
        assertThat(late.light().why()).isEqualTo("sign-late");
        assertThat(part(itemId, "发展规划局").light().colour()).isEqualTo(LightColour.GREEN);
        sign(itemId, "财务保障局", office.financeLiaison());

        UUID file = files.store("认定标准.txt", "监测对象认定标准（试行）".getBytes(), office.planningLiaison())
                .id();
        List<UUID> points =
                detail(itemId).points().stream().map(ItemDetail.Point::id).toList();
        UUID first = finalReport(
                itemId,
                "发展规划局",
                "已建立认定标准。",
                List.of(new Proof(points.get(0), file, null)),
                office.planningLiaison(),
                office.planningHead());
        review.decide(
                first,
                part(itemId, "发展规划局").id(),
                FeedbackStep.RETURN,
                StepInput.of(0, "没有说明二月新增对象").withRejectCode(RejectCode.NO_SUBSTANCE),
                office.officer());
        assertThat(part(itemId, "发展规划局").state()).isEqualTo(AssignmentState.RETURNED);

        UUID request = requests.ask(
                itemId,
                new NewRequest(
                        RequestKind.EXTENSION,
                        part(itemId, "发展规划局").id(),
                        "两省数据口径不一",
                        "已完成一半",
                        LocalDate.of(2026, 3, 20),
                        null,
                        null,
                        null),
                office.planningHead());
        requests.perform(request, RequestStep.FORWARD, StepInput.of(1, "情况属实"), office.officer());
        requests.perform(request, RequestStep.GRANT, StepInput.of(2), office.director());
        assertThat(part(itemId, "发展规划局").due()).isAfter(part(itemId, "发展规划局").originalDue());

        UUID second = finalReport(
                itemId,
                "发展规划局",
                "已建立认定标准。已补报二月新增对象及措施。",
                List.of(new Proof(points.get(0), file, null)),
                office.planningLiaison(),
                office.planningHead());
        accept(itemId, second, "发展规划局");
        accept(
                itemId,
                finalReport(itemId, "道路养护局", "已配合。", List.of(), office.roadsLiaison(), office.roadsHead()),
                "道路养护局");
        accept(
                itemId,
                finalReport(itemId, "财务保障局", "资金已保障。", List.of(), office.financeLiaison(), office.financeHead()),
                "财务保障局");

        assertRefused(
                () -> step(itemId, ItemStep.PROPOSE_CLOSE, "已完成", office.officer()), LedgerError.EVIDENCE_MISSING);
        unitStep(itemId, "发展规划局", AssignmentStep.REOPEN, "请补第二条证据", office.officer());
        UUID third = finalReport(
                itemId,
                "发展规划局",
                "补充第二条证据。",
                List.of(new Proof(points.get(1), file, null)),
                office.planningLiaison(),
                office.planningHead());
        accept(itemId, third, "发展规划局");

        step(itemId, ItemStep.PROPOSE_CLOSE, "各条均有证据", office.officer());
        assertRefused(() -> step(itemId, ItemStep.CONFIRM_CLOSE, office.officer()), LedgerError.SECOND_PERSON_NEEDED);
        step(itemId, ItemStep.CONFIRM_CLOSE, office.otherOfficer());
        assertThat(detail(itemId).item().state()).isEqualTo(ItemState.PENDING_LEADER);
        step(itemId, ItemStep.LEADER_AGREE, "同意", office.leader());
        step(itemId, ItemStep.STRIKE_OFF, office.officer());

        clock.set("2026-05-20T10:00:00+08:00");
        assertRefused(() -> step(itemId, ItemStep.RELAPSE, "问题反弹", office.officer()), LedgerError.SECOND_PERSON_NEEDED);
        step(itemId, ItemStep.RELAPSE, "现场核查发现监测停报", office.otherOfficer());
        ItemDetail relapsed = detail(itemId);
        assertThat(relapsed.item().state()).isEqualTo(ItemState.RELAPSED);
        assertThat(relapsed.related())
                .anySatisfy(related -> assertThat(related.kind()).isEqualTo("RELAPSE_OF_BACK"));
        assertThat(history.countOf(itemId)).isGreaterThan(20);
        history.seal();
        assertThat(history.verify().isIntact()).isTrue();
    }

    private UUID finalReport(UUID itemId, String unit, String body, List<Proof> proofs, Actor liaison, Actor head) {
        UUID id = feedback.draft(
                new NewFeedback(List.of(part(itemId, unit).id()), FeedbackKind.FINAL, body, null, null, proofs),
                liaison);
        feedback.perform(id, FeedbackStep.SEND_TO_HEAD, StepInput.of(1), liaison);
        feedback.perform(id, FeedbackStep.SIGN_OFF, StepInput.of(2), head);
        return id;
    }

    private void accept(UUID itemId, UUID feedbackId, String unit) {
        review.decide(feedbackId, part(itemId, unit).id(), FeedbackStep.ACCEPT, StepInput.of(0), office.officer());
    }

    private void sign(UUID itemId, String unit, Actor actor) {
        ItemDetail.UnitPart part = part(itemId, unit);
        assignments.perform(part.id(), AssignmentStep.SIGN, StepInput.of(part.version()), actor);
    }

    private void unitStep(UUID itemId, String unit, AssignmentStep step, String words, Actor actor) {
        ItemDetail.UnitPart part = part(itemId, unit);
        assignments.perform(part.id(), step, StepInput.of(part.version(), words), actor);
    }

    private void step(UUID itemId, ItemStep step, Actor actor) {
        items.perform(itemId, step, StepInput.of(detail(itemId).item().version()), actor);
    }

    private void step(UUID itemId, ItemStep step, String words, Actor actor) {
        items.perform(itemId, step, StepInput.of(detail(itemId).item().version(), words), actor);
    }

    private ItemDetail detail(UUID itemId) {
        return queries.detail(itemId, Locale.SIMPLIFIED_CHINESE, office.officer());
    }

    private ItemDetail.UnitPart part(UUID itemId, String unit) {
        return detail(itemId).units().stream()
                .filter(part -> part.unit().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    private static void assertRefused(ThrowingCallable call, ErrorCode error) {
        assertThatExceptionOfType(BusinessException.class)
                .isThrownBy(call)
                .extracting(BusinessException::error)
                .isEqualTo(error);
    }
}

package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.luoshi.WholeHouse;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Items go down to another installation and reports come up, by disk. */
@WholeHouse
class PackageStoryTests extends NeighbourFixture {

    @Autowired
    private AssignmentSteps steps;

    @Autowired
    private FeedbackService feedback;

    @Autowired
    private FeedbackReview review;

    @Autowired
    private FilesApi files;

    @Test
    void anItemFromAboveIsShownBeforeItIsTakenAndBecomesASourceWithADraftAndAReceipt() {
        county.compare(county.registered(null));
        NeighbourOffice.Draft issue = county.issue().with("files/1.txt", "排查清单");
        MvcTestResult shown = county.brought(issue.sealed());
        assertThat(shown).hasStatus3xxRedirection();
        String address = "/ledger/exchange/received/" + issue.id;
        assertThat(pages.seen(address, officer))
                .contains("签名属实", county.neighbour.name, "排查山塘隐患", "逐座登记", "4月20日", "督〔2026〕7号", "附件1.txt");
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
        assertThat(pages.itemPage(item))
                .contains("这一项由" + county.neighbour.name + "下发", county.neighbour.name + "：排查山塘隐患", "向上报送");
        assertThat(pages.send(address + "/taking", officer, "kind", "PAPER")).hasStatus(409);

        NeighbourOffice.Read receipt = county.lastPackage("RECEIPT");
        assertThat(receipt.manifest().get("inReplyTo").asString()).isEqualTo(issue.id.toString());
        assertThat(receipt.content().at("/receipt/taken").asBoolean()).isTrue();
        assertThat(receipt.content().at("/receipt/by").asString()).isEqualTo("周慎行");
    }

    @Test
    void whatAPartnerHandsDownAgainIsSaidBeforeASecondDraftIsMade() {
        county.compare(county.registered(null));
        NeighbourOffice.Draft issue = county.issue();
        county.brought(issue.sealed());
        assertThat(pages.seen("/ledger/exchange/received/" + issue.id, officer)).doesNotContain("以前下发过");
        String taken = String.valueOf(pages.send("/ledger/exchange/received/" + issue.id + "/taking", officer)
                .getResponse()
                .getRedirectedUrl());
        NeighbourOffice.Draft again = county.neighbour.draft().to(county.own());
        again.says("ISSUE", new String(issue.files.getOrDefault("content.json", new byte[0]), StandardCharsets.UTF_8));
        county.brought(again.sealed());
        assertThat(pages.seen("/ledger/exchange/received/" + again.id, officer)).contains("以前下发过这一件", taken);
        assertThat(pages.seen("/ledger/exchange/received/" + issue.id, officer)).doesNotContain("以前下发过");
    }

    @Test
    void whatIsNotTakenGoesBackWithTheReason() {
        county.compare(county.registered(null));
        NeighbourOffice.Draft issue = county.issue();
        county.brought(issue.sealed());
        String address = "/ledger/exchange/received/" + issue.id + "/declining";
        assertThat(pages.send(address, officer)).hasStatus(422).bodyText().contains("请写明不收的理由");
        assertThat(pages.send(address, officer, "reason", "不属本县")).hasStatus3xxRedirection();
        NeighbourOffice.Read receipt = county.lastPackage("RECEIPT");
        assertThat(receipt.content().at("/receipt/taken").asBoolean()).isFalse();
        assertThat(receipt.content().at("/receipt/reason").asString()).isEqualTo("不属本县");
    }

    @Test
    void anItemGoesDownIsSignedForByTheReceiptAndItsReportComesUpMarkedAndReviewed() {
        county.compare(county.registered(county.unit.shortName()));
        UUID item = pages.issued("清理河道垃圾", county.unit.id(), "清理三处堆点");
        UUID part = pages.part(item).id();
        assertThat(pages.seen("/ledger/assignments/" + part + "/handing-on", officer))
                .contains("下发数据包", county.neighbour.name);
        assertThat(pages.send("/ledger/assignments/" + part + "/packages", officer))
                .hasStatus3xxRedirection();
        NeighbourOffice.Read issued = county.lastPackage("ISSUE");
        assertThat(issued.manifest().at("/to/fingerprint").asString()).isEqualTo(county.neighbour.fingerprint());
        assertThat(issued.content().at("/issue/assignment").asString()).isEqualTo(part.toString());
        assertThat(issued.content().at("/issue/due").asString()).isEqualTo("2026-04-10");
        assertThat(issued.content().at("/issue/points/0/text").asString()).isEqualTo("清理三处堆点");

        UUID issueId = UUID.fromString(issued.manifest().get("id").asString());
        byte[] receipt = county.neighbour
                .draft()
                .says("RECEIPT", "{'receipt':{'taken':true,'by':'王与'}}")
                .to(county.own())
                .answers(issueId)
                .sealed();
        assertThat(county.brought(receipt)).hasStatus3xxRedirection();
        assertThat(pages.part(item).state()).isEqualTo(AssignmentState.SIGNED);
        assertThat(pages.seen("/ledger/exchange/sent", officer)).contains("已送达", "王与");
        assertThat(pages.itemPage(item)).contains(county.neighbour.name + "已收下", "王与（数据包）");
        assertThat(county.brought(receipt)).hasStatus(409).bodyText().contains("以前已经收到过");

        String point = issued.content().at("/issue/points/0/id").asString();
        NeighbourOffice.Draft report = county.neighbour
                .draft()
                .titled("清理河道垃圾")
                .says(
                        "REPORT",
                        "{'report':{'assignment':'%s','kind':'FINAL','body':'三处堆点都清了。','signer':'王与','evidence':[{'point':'%s','file':'files/1.txt'}]}}"
                                .formatted(part, point))
                .with("files/1.txt", "清运单")
                .to(county.own());
        assertThat(county.brought(report.sealed())).hasStatus3xxRedirection();
        assertThat(pages.detail(item).reports()).isEmpty();
        assertThat(pages.send("/ledger/exchange/received/" + report.id + "/taking", officer))
                .hasStatus3xxRedirection();

        ItemDetail.Report sent = pages.detail(item).reports().get(0);
        assertThat(sent.target()).isEqualTo(TargetState.SUBMITTED);
        assertThat(sent.origin())
                .isNotNull()
                .satisfies(origin -> assertThat(origin.way()).isEqualTo(ReportWay.PACKAGE));
        assertThat(sent.proofs()).extracting(ItemDetail.Proof::fileName).containsExactly("附件1.txt");
        assertThat(pages.itemPage(item)).contains("来自" + county.neighbour.name);
        review.decide(sent.id(), sent.assignmentId(), FeedbackStep.ACCEPT, StepInput.of(0), officer);
        assertThat(pages.part(item).state()).isEqualTo(AssignmentState.ACCEPTED);
        assertThat(county.lastPackage("RECEIPT").content().at("/receipt/taken").asBoolean())
                .isTrue();
    }

    @Test
    void whatWasAcceptedHereGoesUpOnceWithItsEvidenceForTheSamePoint() {
        county.compare(county.registered(null));
        NeighbourOffice.Draft issue = county.issue();
        county.brought(issue.sealed());
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

        NeighbourOffice.Read sent = county.lastPackage("REPORT");
        assertThat(sent.manifest().get("inReplyTo").asString()).isEqualTo(issue.id.toString());
        assertThat(sent.content().at("/report/body").asString()).isEqualTo("我市已逐座登记。");
        assertThat(sent.content().at("/report/assignment").asString())
                .isEqualTo(NeighbourCounty.said(issue).at("/issue/assignment").asString());
        assertThat(sent.content().at("/report/evidence")).hasSize(2);
        assertThat(sent.content().at("/report/evidence").toString())
                .contains(NeighbourCounty.said(issue).at("/issue/points/0/id").asString(), "详见台账。");
        assertThat(sent.files()).containsKey("files/1");
        assertThat(pages.send(address, officer, typed))
                .hasStatus(422)
                .bodyText()
                .contains("已经上报过");
        assertThat(pages.seen(address, officer)).contains("已上报");
        UUID own = pages.issued("本单位自己的事", office.roads.id());
        assertThat(pages.get("/ledger/items/" + own + "/upward", officer)).hasStatus(422);
    }
}

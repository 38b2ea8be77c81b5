package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.ledger.core.AssignmentState;
import org.luoshi.ledger.core.FeedbackReview;
import org.luoshi.ledger.core.FeedbackStep;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.ReportWay;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.ledger.core.TargetState;
import org.luoshi.shared.SecretWord;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A unit without account signs and reports: by a link, or by telephone through an officer. */
@WholeHouse
class GuestStoryTests extends HandingOnFixture {

    @Autowired
    private FeedbackReview review;

    @Test
    void aGuestReadsSignsReportsWithProofAndTheOfficeAcceptsAsUsual() {
        UUID item = pages.issued("整修渡口候船亭", office.roads.id(), "修好渡口甲的候船亭", "公布值守电话");
        String word = link(item);
        assertThat(jdbc.sql("select hash from ledger.guest_link where assignment_id = :id")
                        .param("id", pages.part(item).id())
                        .query(byte[].class)
                        .list())
                .containsExactly(SecretWord.hash(word));
        assertThat(pages.seen(handingOn(item), officer)).doesNotContain(word).contains("还没有打开过");

        MvcTestResult first = pages.get("/ledger/guest/" + word, null);
        assertThat(first).hasStatusOk().hasHeader("X-Robots-Tag", "noindex, nofollow");
        assertThat(HandedOn.text(first))
                .contains("整修渡口候船亭", "公布值守电话", "4月10日", "无异议", "需要明确", "不属于本单位")
                .contains("周慎行")
                .doesNotContain("立项");

        assertThat(pages.send(
                        address(word, "reports"),
                        null,
                        Map.of("kind", "FIRST", "body", "已开工", "signer", "马渡口", "telephone", "0991-2200000")))
                .hasStatus(422)
                .bodyText()
                .contains("请先签收");
        assertThat(pages.send(
                        address(word, "signature"),
                        null,
                        "step",
                        "SIGN_AND_ASK",
                        "signer",
                        "马渡口",
                        "telephone",
                        "0991-2200000"))
                .hasStatus(422)
                .bodyText()
                .contains("请写明理由或问题", "value=\"马渡口\"");
        assertThat(pages.send(
                        address(word, "signature"), null, "step", "SIGN", "signer", "马渡口", "telephone", "０９９１-2200000"))
                .hasStatus3xxRedirection();
        assertThat(pages.part(item).state()).isEqualTo(AssignmentState.SIGNED);
        assertThat(pages.itemPage(item)).contains("马渡口（凭链接）");

        String point = pages.detail(item).points().get(0).id().toString();
        Map<String, String> report = Map.of(
                "kind",
                "FINAL",
                "body",
                "候船亭已修好并公布电话。",
                "signer",
                "马渡口",
                "telephone",
                "0991-2200000",
                "once",
                UUID.randomUUID().toString());
        MockMultipartFile photo = new MockMultipartFile(
                "file-" + point, "验收单.txt", "text/plain", "验收合格".getBytes(StandardCharsets.UTF_8));
        for (int press = 0; press < 2; press++) {
            assertThat(pages.send(address(word, "reports"), null, report, photo))
                    .hasStatus3xxRedirection();
        }

        ItemDetail detail = pages.detail(item);
        assertThat(detail.reports()).hasSize(1);
        ItemDetail.Report sent = detail.reports().get(0);
        assertThat(sent.target()).isEqualTo(TargetState.SUBMITTED);
        assertThat(sent.onBehalf()).isFalse();
        assertThat(sent.origin())
                .isNotNull()
                .satisfies(origin -> assertThat(origin.way()).isEqualTo(ReportWay.LINK));
        assertThat(sent.signedOffBy()).isEqualTo("马渡口（凭链接）");
        assertThat(sent.proofs()).extracting(ItemDetail.Proof::fileName).containsExactly("验收单.txt");
        assertThat(pages.itemPage(item)).contains("凭链接 · 马渡口", "签报人 马渡口，电话 0991-2200000");

        review.decide(sent.id(), sent.assignmentId(), FeedbackStep.ACCEPT, StepInput.of(0), officer);
        assertThat(pages.part(item).state()).isEqualTo(AssignmentState.ACCEPTED);
        assertThat(pages.seen("/ledger/guest/" + word, null))
                .contains("候船亭已修好", "已采纳")
                .doesNotContain("name=\"body\"");
    }

    @Test
    void aLinkOpensOneItemForItsTimeAndUntilItIsRevoked() {
        UUID item = pages.issued("核对桥梁台账", office.roads.id());
        UUID other = pages.issued("清点防汛物资", office.roads.id());
        String word = link(item);
        assertThat(pages.seen("/ledger/guest/" + word, null)).contains("核对桥梁台账").doesNotContain("清点防汛物资");
        assertThat(pages.send(
                        "/ledger/assignments/" + pages.part(other).id() + "/handing-on/links",
                        office.roadsLiaison(),
                        "signer",
                        "甲",
                        "telephone",
                        "12345",
                        "until",
                        "2026-03-20"))
                .hasStatus(403);

        String newer = link(item);
        assertThat(pages.get("/ledger/guest/" + word, null))
                .hasStatus(410)
                .bodyText()
                .contains("已作废");
        clock.set("2026-03-21T00:00:01+08:00");
        assertThat(pages.get("/ledger/guest/" + newer, null))
                .hasStatus(410)
                .bodyText()
                .contains("已经过期", "周慎行");
        clock.set(TestClock.START);
        String id = jdbc.sql("select id from ledger.guest_link where hash = :hash")
                .param("hash", SecretWord.hash(newer))
                .query(UUID.class)
                .single()
                .toString();
        pages.send(handingOn(item) + "/links/" + id + "/revocation", officer);
        assertThat(pages.get("/ledger/guest/" + newer, null)).hasStatus(410);
        assertThat(pages.get("/ledger/guest/" + SecretWord.next(), null)).hasStatus(404);
        assertThat(pages.send(
                        handingOn(item) + "/links", officer, "signer", "甲", "telephone", "没有", "until", "2026-03-20"))
                .hasStatus(422)
                .bodyText()
                .contains("电话号码", "value=\"甲\"");
        assertThat(pages.send(
                        handingOn(item) + "/links",
                        officer,
                        "signer",
                        "甲",
                        "telephone",
                        "12345",
                        "until",
                        "2026-02-20"))
                .hasStatus(422)
                .bodyText()
                .contains("日期要在");
    }

    @Test
    void whatIsSecretDoesNotComeInByALink() {
        UUID item = pages.issued("更新值班表", office.roads.id());
        String word = link(item);
        pages.send(address(word, "signature"), null, "step", "SIGN", "signer", "马渡口", "telephone", "0991-2200000");
        assertThat(pages.send(
                        address(word, "reports"),
                        null,
                        Map.of("kind", "FIRST", "body", "机密★10年", "signer", "马渡口", "telephone", "0991-2200000")))
                .hasStatus(422);
        assertThat(pages.detail(item).reports()).isEmpty();
    }

    @Test
    void filesOfWhoMayNotReportAreNotKept() {
        UUID item = pages.issued("上传之前先签收", office.roads.id());
        String word = link(item);
        int before = count("select count(*) from files.file");
        assertThat(pages.send(
                        address(word, "reports"),
                        null,
                        Map.of("kind", "FIRST", "body", "已开工", "signer", "马渡口", "telephone", "0991-2200000"),
                        new MockMultipartFile("files", "照片.txt", "text/plain", "照片".getBytes(StandardCharsets.UTF_8))))
                .hasStatus(422)
                .bodyText()
                .contains("请先签收");
        assertThat(count("select count(*) from files.file")).isEqualTo(before);
    }

    @Test
    void anOfficerWhoReportsForAUnitSaysOnWhatBasis() {
        UUID item = pages.issued("上报养护计划", office.roads.id());
        UUID part = pages.part(item).id();
        String word = link(item);
        pages.send(address(word, "signature"), null, "step", "SIGN", "signer", "马渡口", "telephone", "0991-2200000");
        String address = "/ledger/assignments/" + part + "/feedback";
        assertThat(pages.seen(address + "/new", officer)).contains("依据", "电话", "由谁提供");
        Map<String, String> typed = Map.of("kind", "ZERO", "body", "等上级口径", "send", "true");
        MvcTestResult refused = pages.send(address, officer, typed);
        assertThat(refused).hasStatus(422).bodyText().contains("代录反馈要选依据", "等上级口径");
        Map<String, String> based = new java.util.HashMap<>(typed);
        based.putAll(Map.of("basis", "TELEPHONE", "toldBy", "马渡口", "toldOn", "2026-03-09"));
        assertThat(pages.send(address, officer, based))
                .hasStatus(422)
                .bodyText()
                .contains("不能晚于今天");
        based.put("toldOn", "2026-03-01");
        assertThat(pages.send(address, officer, based)).hasStatus3xxRedirection();
        assertThat(pages.itemPage(item)).contains("代录", "依据：电话，马渡口，2026年3月1日");
        assertThat(pages.send("/ledger/assignments/" + part + "/nothing-new", officer, "reason", "没有"))
                .hasStatus(422);
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private String link(UUID item) {
        return pages.link(pages.part(item).id());
    }

    private String handingOn(UUID item) {
        return "/ledger/assignments/" + pages.part(item).id() + "/handing-on";
    }

    private static String address(String word, String what) {
        return "/ledger/guest/" + word + "/" + what;
    }
}

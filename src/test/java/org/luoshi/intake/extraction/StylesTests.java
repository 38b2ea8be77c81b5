package org.luoshi.intake.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.luoshi.intake.reading.Paper;
import org.luoshi.intake.reading.PaperReader;
import org.luoshi.worktime.ShippedCalendar;

/** Which words a bracket, label or heading belongs to. */
class StylesTests {

    private final Extractor extractor = new RuleExtractor(ShippedCalendar::plusWorkingDays);

    @Test
    void severalClausesOfAParagraphEachHaveTheirBracket() {
        assertThat(read("1.扩大出口。建立清单。（甲海关负责）巩固优势。（省商务厅牵头，甲海关配合）"))
                .extracting(ProposedItem::task)
                .containsExactly("扩大出口。建立清单。", "巩固优势。");
    }

    @Test
    void aBracketOnTheHeadingCoversWhatStandsBelow() {
        List<ProposedItem> items =
                read("（一）开展排查（市应急局牵头）", "各单位要全面排查隐患。", "建立问题清单，逐项销号。", "（二）开展整治（市水利局牵头）", "对隐患立即整治到位。");
        assertThat(items).hasSize(2);
        assertThat(items.get(0).task()).contains("全面排查隐患", "逐项销号").doesNotContain("立即整治");
        assertThat(items.get(1).lead()).containsExactly("市水利局");
    }

    @Test
    void oneBracketBehindTheLastPointSpeaksForAllOfThem() {
        List<ProposedItem> items = read("（一）加强管理。", "（1）完善制度。", "（2）充实力量。", "（3）强化考核。（市教育局负责）");
        assertThat(items).hasSize(1);
        assertThat(items.get(0).task()).contains("完善制度", "强化考核");
    }

    @Test
    void labelLinesBelongToTheParagraphAboveThem() {
        List<ProposedItem> items =
                read("1.建设平台。", "牵头单位：市大数据局", "配合单位：市财政局、各区、县级市", "完成时限：2026年9月底前", "2.推广应用。", "牵头单位：市商务局");
        assertThat(items).hasSize(2);
        assertThat(items.get(0).support()).containsExactly("市财政局", "各区、县级市");
        assertThat(items.get(0).deadline()).isEqualTo("2026-09-30");
    }

    @Test
    void twoTasksAboveShareOneSentence() {
        List<ProposedItem> items = read("（一）做强产业。", "1.实施改造，全年完成投资12亿元。", "2.建设中心，引进团队5个以上。", "以上两项工作由县经信局牵头，县财政局配合。");
        assertThat(items).extracting(ProposedItem::lead).containsExactly(List.of("县经信局"), List.of("县经信局"));
    }

    @Test
    void minutesCommandBySentences() {
        List<ProposedItem> items = read("专题会议纪要", "会议听取了市水利局的汇报。会议议定，由市水利局牵头，会同市财政局于10月底前提出方案。市公安局要加强巡查。");
        assertThat(items).extracting(ProposedItem::lead).containsExactly(List.of("市水利局"), List.of("市公安局"));
        assertThat(items.get(0).support()).containsExactly("市财政局");
        assertThat(items.get(0).kind()).isEqualTo(ProposedItem.Kind.PROSE);
    }

    @Test
    void whatABracketOnlyGuidesTheAddressedLocalitiesDo() {
        List<ProposedItem> items = read("关于管护的实施意见", "各市、县（市、区）人民政府，省政府各部门：", "（一）落实管护责任，健全管护机制。（省水利厅指导）");
        assertThat(items.get(0).lead()).containsExactly("各市、县（市、区）人民政府");
        assertThat(items.get(0).guide()).containsExactly("省水利厅");
    }

    @Test
    void traditionalScriptIsReadAndKept() {
        List<ProposedItem> items = read("（一）加強監管。（市財政局牽頭，市衛生健康委配合，年底前完成）");
        assertThat(items.get(0).lead()).containsExactly("市財政局");
        assertThat(items.get(0).support()).containsExactly("市衛生健康委");
    }

    @Test
    void sentencesWithADutyThatNoItemCoversAreTold() {
        Paper paper = PaperReader.ofText("方案\n（一）开展检查，建立问题清单，逐项整改销号，定期通报检查情况，确保检查取得实效。（市教育局负责）\n各学校要按月报送情况。");
        Proposal proposal = extractor.propose(paper, null);
        assertThat(proposal.uncovered())
                .extracting(span -> paper.text(span.start(), span.end()))
                .containsExactly("各学校要按月报送情况。");
    }

    @Test
    void aCharacterBeyondTheBasicPlaneDoesNotShiftWhatStandsBehindIt() {
        Paper paper = PaperReader.ofText("（一）保护𠮷镇老街。（市文旅局负责）");
        ProposedItem item = extractor.propose(paper, null).items().get(0);
        assertThat(paper.text(item.span().start(), item.span().end())).isEqualTo("保护𠮷镇老街。");
    }

    @Test
    void aPaperThatLostItsLineEndsIsCutAtItsHeadings() {
        StringBuilder paper = new StringBuilder("关于养护的实施方案 一、重点任务");
        for (int i = 0; i < 9; i++) {
            paper.append("（")
                    .append("一二三四五六七八九".charAt(i))
                    .append("）加强道路养护。")
                    .append("建立台账，逐段排查，及时修复。".repeat(14))
                    .append("（市交通局负责）");
        }
        assertThat(read(paper.toString())).hasSize(9);
    }

    @Test
    void aPaperThatOnlyTellsHasNoItems() {
        assertThat(read("关于表扬先进单位的通报", "一年来，市教育局认真履职，各项工作取得明显成效。")).isEmpty();
    }

    private List<ProposedItem> read(String... lines) {
        return extractor
                .propose(PaperReader.ofText(String.join("\n", lines)), null)
                .items();
    }
}

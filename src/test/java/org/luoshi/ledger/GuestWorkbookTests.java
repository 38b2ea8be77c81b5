package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.luoshi.WholeHouse;
import org.luoshi.ledger.core.AssignmentState;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.ReportWay;
import org.luoshi.ledger.core.TargetState;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A unit without account signs and reports by a workbook, which is taken whole, once, or not at all. */
@WholeHouse
class GuestWorkbookTests extends HandingOnFixture {

    @Test
    void aWorkbookForTwoItemsComesBackOnceAndIsKnownAgain() throws IOException {
        UUID one = pages.issued("疏通涵洞", office.roads.id(), "疏通三处涵洞");
        UUID two = pages.issued("补栽行道树", office.roads.id());
        byte[] form = form(one, pages.part(one).id(), pages.part(two).id());
        byte[] filled = changed(form, sheet -> {
            answer(sheet, "1.sign", "无异议");
            answer(sheet, "1.kind", "首次反馈");
            answer(sheet, "1.body", "涵洞已疏通两处。");
            answer(sheet, "1.p" + pages.detail(one).points().get(0).id(), "现场看甲涵洞");
            answer(sheet, "1.forecast", "2026年3月20日");
            answer(sheet, "signer", "马渡口");
            answer(sheet, "telephone", "0991-2200000");
        });

        assertThat(returned(one, filled)).hasStatusOk().bodyText().contains("反馈 1 条，签收 1 项");

        ItemDetail.Report report = pages.detail(one).reports().get(0);
        assertThat(report.origin())
                .isNotNull()
                .satisfies(origin -> assertThat(origin.way()).isEqualTo(ReportWay.EXCEL));
        assertThat(report.target()).isEqualTo(TargetState.SUBMITTED);
        assertThat(report.forecast()).hasToString("2026-03-20");
        assertThat(report.proofs()).extracting(ItemDetail.Proof::words).containsExactly("现场看甲涵洞");
        assertThat(pages.itemPage(one)).contains("Excel · 马渡口", "收回云泽省道路养护局的反馈表");
        assertThat(pages.part(two).state()).isEqualTo(AssignmentState.TO_SIGN);

        assertThat(returned(one, changed(filled, sheet -> {})))
                .hasStatusOk()
                .bodyText()
                .contains("以前已经收下");
        assertThat(pages.detail(one).reports()).hasSize(1);
        assertThat(returned(one, changed(filled, sheet -> answer(sheet, "1.body", "另一个说法"))))
                .hasStatus(409)
                .bodyText()
                .contains("已经用过");
    }

    @Test
    void aWorkbookThatCannotBeTakenIsRefusedWholeWithTheReason() throws IOException {
        UUID item = pages.issued("检修信号灯", office.roads.id());
        byte[] form = form(item, pages.part(item).id());
        assertRefused(item, form, "什么都没填");
        assertRefused(item, changed(form, sheet -> answer(sheet, "1.body", "有内容没有姓名")), "姓名");
        assertRefused(item, changed(form, sheet -> signed(sheet)), "什么都没填");
        assertRefused(
                item,
                changed(form, sheet -> {
                    signed(sheet);
                    answer(sheet, "1.kind", "首次反馈");
                    answer(sheet, "1.body", "没有签收就反馈");
                }),
                "请先签收");
        assertRefused(
                item,
                changed(form, sheet -> {
                    signed(sheet);
                    answer(sheet, "1.sign", "无异议");
                    answer(sheet, "1.kind", "随便写的");
                    answer(sheet, "1.body", "正文");
                }),
                "看不懂");
        assertThat(pages.part(item).state()).isEqualTo(AssignmentState.TO_SIGN);
        assertRefused(
                item,
                changed(
                        form,
                        sheet ->
                                marked(sheet, "luoshi-ledger-form-1").getCell(4).setCellValue("x")),
                "没有这个链接或表格");
        assertRefused(item, "no workbook".getBytes(StandardCharsets.UTF_8), "不是从这里下载的");
        UUID other = pages.issued("另一家的事", office.finance.id());
        assertThat(pages.send(
                        handingOn(item) + "/form",
                        officer,
                        "part",
                        pages.part(item).id().toString(),
                        "part",
                        pages.part(other).id().toString(),
                        "until",
                        "2026-03-20"))
                .hasStatus(422);
        clock.set("2026-03-22T09:00:00+08:00");
        assertRefused(item, changed(form, sheet -> signed(sheet)), "已经过期");
    }

    @Test
    void atItsOwnLinkAGuestFetchesAWorkbookAndBringsItBack() throws IOException {
        UUID item = pages.issued("登记水毁路段", office.roads.id());
        String word = link(item);
        byte[] form = pages.send(address(word, "form"), null).getResponse().getContentAsByteArray();
        byte[] filled = changed(form, sheet -> {
            signed(sheet);
            answer(sheet, "1.sign", "无异议");
        });
        MockMultipartFile file = new MockMultipartFile("file", "表.xlsx", null, filled);
        UUID other = pages.issued("别的一项", office.roads.id());
        assertThat(pages.send(address(link(other), "answers"), null, Map.of(), file))
                .hasStatus(422)
                .bodyText()
                .contains("不属于");
        assertThat(pages.send(address(word, "answers"), null, Map.of(), file))
                .hasStatusOk()
                .bodyText()
                .contains("签收 1 项");
        assertThat(pages.part(item).state()).isEqualTo(AssignmentState.SIGNED);
    }

    @Test
    void aWorkbookWithAnInventedTokenIsCountedByAddress() throws IOException {
        UUID item = pages.issued("编造的表", office.roads.id());
        String word = link(item);
        byte[] form = pages.send(address(word, "form"), null).getResponse().getContentAsByteArray();
        byte[] invented = changed(form, sheet -> {
            signed(sheet);
            marked(sheet, "luoshi-ledger-form-1").getCell(4).setCellValue("invented");
        });
        int before = count("select count(*) from access.sign_in where outcome = 'TOKEN_REFUSED'");
        assertThat(pages.send(
                        address(word, "answers"),
                        null,
                        Map.of(),
                        new MockMultipartFile("file", "表.xlsx", null, invented)))
                .hasStatus(422);
        assertThat(count("select count(*) from access.sign_in where outcome = 'TOKEN_REFUSED'"))
                .isEqualTo(before + 1);
    }

    @Test
    void atALinkNoMoreWorkbooksAreMadeThanAnybodyNeeds() {
        UUID item = pages.issued("一直取表", office.roads.id());
        String word = link(item);
        for (int n = 0; n < 20; n++) {
            assertThat(pages.send(address(word, "form"), null)).hasStatusOk();
        }
        assertThat(pages.send(address(word, "form"), null))
                .hasStatus(422)
                .bodyText()
                .contains("今天已经取过 20 次");
        clock.set("2026-03-03T09:00:01+08:00");
        assertThat(pages.send(address(word, "form"), null)).hasStatusOk();
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

    private byte[] form(UUID item, UUID... parts) {
        String[] fields = new String[parts.length * 2 + 2];
        for (int n = 0; n < parts.length; n++) {
            fields[n * 2] = "part";
            fields[n * 2 + 1] = parts[n].toString();
        }
        fields[parts.length * 2] = "until";
        fields[parts.length * 2 + 1] = "2026-03-20";
        MvcTestResult form = pages.send(handingOn(item) + "/form", officer, fields);
        assertThat(form).hasStatusOk();
        return form.getResponse().getContentAsByteArray();
    }

    private MvcTestResult returned(UUID item, byte[] file) {
        String name = file[0] == 'P' ? "表.xlsx" : "表.txt";
        return pages.send(
                handingOn(item) + "/answers", officer, Map.of(), new MockMultipartFile("file", name, null, file));
    }

    private void assertRefused(UUID item, byte[] file, String why) {
        assertThat(returned(item, file)).hasStatus(422).bodyText().contains(why);
    }

    private static void signed(Sheet sheet) {
        answer(sheet, "signer", "马渡口");
        answer(sheet, "telephone", "0991-2200000");
    }

    private static void answer(Sheet sheet, String mark, String value) {
        marked(sheet, mark).getCell(1).setCellValue(value);
    }

    private static Row marked(Sheet sheet, String mark) {
        for (Row row : sheet) {
            if (row.getCell(3) != null && row.getCell(3).getStringCellValue().equals(mark)) {
                return row;
            }
        }
        throw new AssertionError("No row " + mark);
    }

    private static byte[] changed(byte[] workbook, Consumer<Sheet> change) throws IOException {
        try (XSSFWorkbook open = new XSSFWorkbook(new ByteArrayInputStream(workbook));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            change.accept(open.getSheetAt(0));
            open.write(out);
            return out.toByteArray();
        }
    }
}

package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.luoshi.Browser;
import org.luoshi.Clerk;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.ledger.core.DraftItem;
import org.luoshi.ledger.core.ItemDrafting;
import org.luoshi.ledger.core.ItemQueries;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.Texts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A list taken out, edited and brought back as an officer does it. */
@WholeHouse
class TablesInTheBrowserTests {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final String LABEL = "表格往返";

    @LocalServerPort
    int port;

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private ItemDrafting drafting;

    @Autowired
    private ItemQueries queries;

    @Autowired
    private TestClock clock;

    private InventedOffice office;

    @BeforeEach
    void anOffice() {
        clock.set(TestClock.START);
        office = InventedOffice.in(organization, access);
        office.openAccounts();
    }

    @Test
    void aListGoesOutIsEditedAndComesBack() throws Exception {
        UUID changed = drafted("汛期道路排查");
        drafted("学校食堂检查");
        drafted("政务大厅延时服务");
        Clerk clerk = new Clerk(BROWSER.desk("zh-CN"), port, "officer", "tables");
        clerk.opens("/ledger?view=ALL&label=" + LABEL).looks("list").presses("导出 Excel");
        Awaitility.await().until(() -> clerk.reads().contains("已导出"));
        assertThat(clerk.reads()).contains("已导出 3 项");
        clerk.looks("exported");
        Download download = clerk.page.waitForDownload(() -> clerk.follows("下载文件"));
        assertThat(download.suggestedFilename()).startsWith("督办台账 ").endsWith(".xlsx");
        TableInHand table = new TableInHand(Files.readAllBytes(download.path()));
        assertThat(table.size()).isEqualTo(3);

        table.write(table.rowOf("学校食堂检查"), "时限", "2026年5月6日")
                .write(table.rowOf("学校食堂检查"), "逐条要求", "查索证索票\n查留样")
                .write(table.rowOf("学校食堂检查"), "牵头单位", "财务保障局")
                .write(table.rowOf("汛期道路排查"), "督查员", "郑以实")
                .write(table.rowOf("政务大厅延时服务"), "时限", "3月6日")
                .write(table.rowOf("政务大厅延时服务"), "预计完成", "2026/6/1")
                .addRow("事项名称", "表里新增的一件事", "牵头单位", "道路养护局", "标签", LABEL)
                .addColumn("我的备注", "看过");
        int seen = queries.detail(changed, Texts.SIMPLIFIED, office.officer())
                .item()
                .version();
        drafting.revise(changed, seen, draft("汛期道路隐患排查"), office.otherOfficer());

        clerk.opens("/ledger/import").looks("upload");
        clerk.page.setInputFiles(
                "#file",
                new FilePayload(
                        "督办台账.xlsx",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        table.save()));
        clerk.presses("上传并识别");
        assertThat(clerk.reads()).contains("核对改动", "我的备注", "没有写明年份", "导出以后他人已经改过", "新增为拟办事项");
        clerk.looks("differences");
        assertThat(clerk.page.locator("button[value=apply]").count()).isZero();
        for (var select : clerk.page.locator("select[name^=row-]").all()) {
            if (select.locator("option[value=TAKE]").count() > 0) {
                select.selectOption("TAKE");
            }
        }
        clerk.presses("保存选择，重新核对").looks("decided").presses("确认，写入 4 项");
        Awaitility.await().until(() -> clerk.reads().contains("已修改"));
        assertThat(clerk.reads()).contains("已修改 3 项，新增拟办 1 项");
        clerk.opens("/ledger/items/" + changed).looks("item");
        assertThat(clerk.reads()).contains("汛期道路隐患排查", "郑以实", "按《督办台账.xlsx》修改。督查员：周慎行 → 郑以实");
    }

    private UUID drafted(String title) {
        return drafting.draft(draft(title), null, office.officer());
    }

    private DraftItem draft(String title) {
        return new DraftItem(
                title,
                null,
                List.of(),
                List.of("摸清底数", "逐项整改"),
                null,
                LocalDate.of(2026, 4, 3),
                Cycle.ONCE,
                null,
                office.planning.id(),
                List.of(new DraftItem.CoUnit(office.roads.id(), null, null)),
                List.of(),
                null,
                LABEL);
    }
}

package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.luoshi.Browser;
import org.luoshi.Clerk;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.ledger.exchange.Installations;
import org.luoshi.organization.NewUnit;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;

/** An item goes to a village by link and to a county by package, each in a browser of its own; the guest's runs no JavaScript. */
@WholeHouse
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandingOnInTheBrowserTests {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private Installations installations;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    private InventedOffice office;
    private HandedOn pages;

    @BeforeAll
    void anOffice(@Autowired WebApplicationContext context) {
        clock.set(TestClock.START);
        office = InventedOffice.in(organization, access);
        office.openAccounts();
        pages = new HandedOn(context, office);
    }

    @Test
    void aVillageWithoutAccountSignsAndReportsByLinkOnAPhoneWithoutScript() {
        UUID item = pages.issued("修复村口便桥并设警示牌", office.roads.id(), "月底前修复便桥桥面", "桥头两端设警示牌，公布值守电话");
        Clerk officer = new Clerk(BROWSER.desk("zh-CN"), port, "officer", "handing-on");
        officer.opens("/ledger/items/" + item).follows("发办理链接").looks("choices");
        officer.types("signer", "马渡口").types("telephone", "0991-2200000").presses("生成链接");
        officer.looks("link");
        String address = officer.page.locator("code.word").innerText();

        Page phone = BROWSER.phoneWithoutScript("zh-CN");
        phone.navigate(address);
        seen(phone, "guest-sign");
        phone.getByText("无异议").first().click();
        phone.locator("#signer").fill("马渡口");
        phone.getByText("签收", new Page.GetByTextOptions().setExact(true)).last().click();
        assertThat(phone.locator("main").innerText()).contains("已签收");
        phone.getByText("办结报告").click();
        phone.locator("#body").fill("便桥桥面已修复，警示牌已设。");
        phone.locator("input[type=file]")
                .first()
                .setInputFiles(new FilePayload("验收单.txt", "text/plain", "合格".getBytes(StandardCharsets.UTF_8)));
        seen(phone, "guest-report");
        phone.locator("#telephone").fill("没有");
        phone.locator("form[action$='/reports'] button.main").click();
        assertThat((boolean) phone.locator("#telephone").evaluate("field => field.validity.patternMismatch"))
                .isTrue();
        phone.locator("#telephone").fill("0991-2200000");
        phone.locator("form[action$='/reports'] button.main").click();
        assertThat(phone.locator("main").innerText()).contains("已报送", "本单位报过的反馈");
        seen(phone, "guest-sent");

        assertThat(officer.opens("/ledger/items/" + item).looks("item").reads()).contains("凭链接 · 马渡口", "马渡口（凭链接）");
        assertThat(officer.opens("/ledger/assignments/" + pages.part(item).id() + "/feedback/new")
                        .looks("behalf")
                        .reads())
                .contains("依据", "书面材料");
    }

    @Test
    void aCountyIsRegisteredAndItsPackageIsVerifiedShownAndTaken() {
        NeighbourOffice neighbour = new NeighbourOffice("临江县督查室");
        Unit unit = organization.addUnit(
                new NewUnit(null, null, "临江县人民政府", "临江县", List.of(), UnitKind.UNIT, null, InventedOffice.SINCE),
                Actor.system());
        Clerk director = new Clerk(BROWSER.desk("zh-CN"), port, "director", "handing-on");
        director.opens("/ledger/exchange/partners");
        director.page.locator("#name").fill("临江县督查室");
        director.page.locator("#key").fill(neighbour.publicKey());
        director.page.locator("#unit").fill(unit.shortName());
        director.presses("登记");
        assertThat(director.reads()).contains("待核对");
        director.looks("partner-to-compare");
        director.page
                .locator("article", new Page.LocatorOptions().setHasText("临江县督查室"))
                .locator("[name=comparedWith]")
                .fill("王与 0992-6600000");
        director.presses("核对一致，启用").looks("partners");

        Clerk officer = new Clerk(BROWSER.desk("zh-CN"), port, "officer", "handing-on");
        byte[] zip = neighbour
                .draft()
                .titled("核查临江水库隐患")
                .says(
                        "ISSUE",
                        "{'issue':{'assignment':'%s','number':'临督〔2026〕7号','title':'核查临江水库隐患','part':'LEAD','duty':'组织排查','due':'2026-04-20','cycle':'MONTHLY','cycleDay':5,'points':[{'id':'%s','text':'逐座登记'},{'id':'%s','text':'险情当日上报'}],'officer':'王与','source':'县长办公会','files':['files/1.txt']}}"
                                .formatted(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()))
                .with("files/1.txt", "排查清单")
                .to(installations.own().fingerprint())
                .sealed();
        officer.opens("/ledger/exchange");
        officer.page.locator("#file").setInputFiles(new FilePayload("包.zip", "application/zip", zip));
        officer.presses("上传并核验").looks("package");
        officer.opens("/ledger/exchange").looks("inbox");
        officer.follows("核查临江水库隐患").presses("收下并拟办");
        assertThat(officer.looks("item-from-above").reads()).contains("这一项由临江县督查室下发");
        officer.follows("向上报送").looks("upward");
        officer.opens("/ledger/exchange/sent").looks("sent");

        UUID item = pages.issued("清理河道垃圾", unit.id(), "清理三处堆点");
        officer.opens("/ledger/assignments/" + pages.part(item).id() + "/handing-on")
                .presses("打成下发包");
        assertThat(officer.looks("issue").reads()).contains("待下载");
    }

    private static void seen(Page page, String name) {
        Browser.screenshot(page, "handing-on-" + name + "-390");
        Browser.assertFitsTheScreen(page);
        page.setViewportSize(360, 780);
        Browser.assertFitsTheScreen(page);
        page.setViewportSize(1440, 900);
        Browser.screenshot(page, "handing-on-" + name + "-1440");
        page.setViewportSize(390, 844);
    }
}

package org.luoshi.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.luoshi.Browser;
import org.luoshi.Clerk;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.meetings.venue.Facilities;
import org.luoshi.meetings.venue.Facility;
import org.luoshi.meetings.venue.FacilityKind;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A national video conference from its proposal to what it decided, as the people concerned see it on their pages: planned for 6 March, moved
 * forward to 4 March while two of those who prepare it are ill. Only the clock is turned by the test, and the rooms are there.
 */
@WholeHouse
class MeetingInTheBrowserTests {

    private static final String TITLE = "演示春耕备播全国视频会议";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    private int port;

    private InventedMeetings house;
    private Clerk officer;

    @BeforeEach
    void people(@Autowired BeanFactory beans) {
        house = new InventedMeetings(beans);
        house.office.openAccounts();
        house.bean(JdbcClient.class)
                .sql("update meetings.absence set ended_at = entered_at where ended_at is null")
                .update();
        house.bean(Facilities.class)
                .add(
                        new Facility(
                                new UUID(0, 0),
                                0,
                                FacilityKind.ROOM,
                                "演示视频会议厅",
                                "演示楼二层",
                                "5501",
                                300,
                                7,
                                20,
                                true,
                                30,
                                15,
                                false),
                        house.office.officer());
        house.clock.set("2026-02-24T09:00:00+08:00");
        officer = new Clerk(BROWSER.desk("zh-CN"), port, "officer", "meeting");
    }

    @AfterEach
    void backToMonday() {
        house.clock.set(TestClock.START);
    }

    @Test
    void aNationalVideoConferenceIsPreparedMovedAndEndsInDecisions() throws IOException {
        String page = anOfficerProposesAndSeesTheCost();
        theDirectorApproves(page);
        preparationIsPlannedBackwards(page);
        aRoomIsBooked(page);
        topicsAreTimed(page);
        unitsGetNoticeAndNameTheirPeople(page);
        theDateMovesForwardAndTwoAreIll(page);
        aUnitStillComes(page);
        minutesAreWrittenSignedAndHandedToTheLedger(page);
        theFiguresSayIt();
    }

    private String anOfficerProposesAndSeesTheCost() {
        officer.opens("/meetings").follows("提出会议");
        officer.page.locator("#kind").selectOption("NATIONAL_VIDEO");
        officer.types("title", TITLE).types("purpose", "演示：部署春耕备播，检查种子和水");
        officer.types("day", "2026-03-06").types("from", "15:00").types("to", "16:30");
        officer.types("place", "演示视频会议厅").types("chair", "陈大局").types("people", "260");
        officer.page.locator("#audience").selectOption("PROVINCE");
        officer.presses("存为草稿");
        assertThat(officer.reads()).contains("草稿", "260 人 ×（会议 1.5 小时 + 路途 0 小时）＝ 390 人时", "没有不符合规定的地方");
        officer.looks("proposal").presses("报请审批");
        assertThat(officer.reads()).contains("待审批", "等办公室负责人审批");
        return officer.page.url().replaceAll("^.*(/meetings/[0-9a-f-]{36}).*$", "$1");
    }

    private void theDirectorApproves(String page) {
        Clerk director = new Clerk(BROWSER.desk("zh-CN"), port, "director", "meeting");
        director.opens("/").follows(TITLE).presses("同意召开");
        assertThat(director.reads()).contains("已批准");
        assertThat(officer.opens(page).reads()).contains("完成 0 / 16 项");
    }

    private void preparationIsPlannedBackwards(String page) {
        officer.follows("会议筹备");
        assertThat(officer.reads()).contains("起草讲话稿", "第一次线路调试", "最迟完成", "等各分会场配合");
        officer.page.locator("summary[aria-label='“准备会议材料”的其他操作']").click();
        officer.page
                .locator("select[aria-label='“准备会议材料”交给谁']")
                .selectOption(house.office.otherOfficer().personId().toString());
        officer.page
                .locator("form:has(select[aria-label='“准备会议材料”交给谁']) button[value=HAND_TO]")
                .click();
        officer.page.waitForLoadState();
        assertThat(officer.reads()).contains("郑以实");
        officer.looks("preparation");
        officer.opens("/meetings/board").looks("board");
        assertThat(officer.reads()).contains("今后十个工作日谁有多少事", "周慎行", "郑以实");
        assertThat(new Clerk(BROWSER.phone("zh-CN"), port, "officer2", "meeting")
                        .opens("/")
                        .reads())
                .contains(TITLE + "：准备会议材料");
        assertThat(page).startsWith("/meetings/");
    }

    private void aRoomIsBooked(String page) {
        officer.opens(page + "/room").presses("预订演示视频会议厅");
        assertThat(officer.reads()).contains("已订");
        officer.looks("room");
    }

    private void topicsAreTimed(String page) {
        topic(page, "演示通报种子储备", "沈甲一", "30");
        topic(page, "演示部署春耕", "陈大局", "60");
        assertThat(officer.reads()).contains("15:00–15:30", "15:30–16:30", "合计 90 分钟，会议 90 分钟");
        officer.looks("topics");
    }

    private void topic(String page, String title, String speaker, String minutes) {
        officer.opens(page + "/topics").unfolds("增加议题");
        officer.types("title", title)
                .page
                .locator("form[enctype] [name=speaker]")
                .fill(speaker);
        officer.page.locator("form[enctype] [name=minutes]").fill(minutes);
        officer.presses("增加议题");
    }

    private void unitsGetNoticeAndNameTheirPeople(String page) {
        officer.opens(page + "/notice").types("units", "发展规划局、财务保障局").types("seats", "2");
        officer.types("who", "其中一名负责人").presses("列入参会单位");
        assertThat(officer.reads()).contains("2个单位，4个名额");
        officer.presses("发出通知");
        assertThat(officer.reads()).contains("第1次通知");
        officer.looks("notice");
        Clerk planning = new Clerk(BROWSER.phone("zh-CN"), port, "planning-liaison", "meeting");
        planning.opens("/").follows(TITLE);
        planning.types("name-0", "沈甲一").types("title-0", "局长").looks("receipt").presses("报送回执");
        assertThat(planning.reads()).contains("更新回执");
        assertThat(officer.opens(page + "/receipts").reads()).contains("财务保障局", "沈甲一");
        officer.looks("receipts");
        officer.opens(page + "/seats").looks("seats");
        assertThat(officer.page.locator("svg").first().innerHTML()).contains("沈甲一");
        officer.opens(page + "/cards").looks("cards");
        officer.opens(page + "/sites").looks("sites");
    }

    private void theDateMovesForwardAndTwoAreIll(String page) {
        house.clock.set("2026-02-28T10:00:00+08:00");
        officer.opens(page).follows("改期、改地点");
        ill("郑以实");
        ill("蒋存真");
        officer.types("day", "2026-03-04").presses("看看影响");
        assertThat(officer.reads())
                .contains("这样改的影响", "来不及的事", "如果提前或推后几天", "提前 2 个工作日", "人手不够时可以这样调整")
                .contains("1份回执要请单位重新确认", "预订随会议改动");
        officer.looks("move");
        officer.page.locator("input[name=hand]").all().forEach(tick -> tick.check());
        officer.types("reason", " ");
        confirm();
        assertThat(officer.reads())
                .as("a reason is wanted, and nothing is lost")
                .contains("请填写");
        assertThat(officer.page.locator("input[name=hand]:checked").count()).isPositive();
        officer.types("reason", "演示：会期提前");
        confirm();
        assertThat(officer.reads()).contains("3月4日 周三 15:00–16:30", "演示：会期提前");
        assertThat(officer.opens(page + "/preparation").reads())
                .contains("3月3日 周二")
                .doesNotContain("3月5日");
        assertThat(officer.opens(page + "/room").reads()).contains("已订");
        officer.opens(page).looks("moved");
    }

    /** Waits for the answer: the page before it reads alike. */
    private void confirm() {
        officer.page.waitForNavigation(
                () -> officer.page.locator("main button:text-is('确定改动')").click());
    }

    private void ill(String name) {
        officer.unfolds("有人来不了");
        officer.types("person", name);
        officer.page.locator("form[action='/meetings/absences'] [name=from]").fill("2026-02-28");
        officer.page.locator("form[action='/meetings/absences'] [name=to]").fill("2026-03-06");
        officer.presses("登记不在岗");
        assertThat(officer.page.url()).contains("/move");
    }

    private void aUnitStillComes(String page) {
        Clerk planning = new Clerk(BROWSER.phone("zh-CN"), port, "planning-liaison", "meeting");
        planning.opens("/").follows(TITLE);
        assertThat(planning.reads()).contains("3月4日");
        planning.looks("confirm").presses("仍然参加");
        assertThat(officer.opens(page + "/receipts").reads()).contains("沈甲一");
    }

    private void minutesAreWrittenSignedAndHandedToTheLedger(String page) throws IOException {
        house.clock.set("2026-03-04T17:00:00+08:00");
        officer.opens(page + "/running").looks("running");
        officer.opens(page + "/minutes").presses("登记已召开");
        assertThat(officer.page.locator("#present").inputValue()).contains("沈甲一");
        officer.types("body", "演示：通报了种子储备，部署了春耕。");
        decision(1, "演示核对种子储备", "发展规划局", "财务保障局", "2026-03-20");
        decision(2, "演示检修灌渠", "道路养护局", "", "2026-03-31");
        decision(3, "演示安排春耕经费", "财务保障局", "发展规划局", "2026-04-10");
        officer.looks("minutes-form").presses("保存");
        assertThat(officer.reads()).contains("待转督办", "演示核对种子储备");
        Clerk director = new Clerk(BROWSER.desk("zh-CN"), port, "director", "meeting");
        director.opens(page + "/minutes").presses("签发");
        officer.opens(page + "/minutes").presses("议定事项转督办");
        assertThat(officer.reads()).contains("拟办", "道路养护局").doesNotContain("待转督办");
        officer.looks("minutes");
        assertThat(officer.downloads("下载纪要")).contains(TITLE, "演示检修灌渠", "牵头：道路养护局");
        officer.opens("/ledger?view=ALL&q=演示检修灌渠");
        assertThat(officer.reads()).contains("演示检修灌渠");
    }

    private void decision(int number, String text, String lead, String co, String due) {
        officer.types("decision" + number, text)
                .types("lead" + number, lead)
                .types("co" + number, co)
                .types("due" + number, due);
    }

    private void theFiguresSayIt() {
        LocalDate day = LocalDate.of(2026, 3, 4);
        officer.opens("/meetings/figures?from=" + day + "&to=" + day);
        assertThat(officer.page.locator("#sentence").innerText()).isEqualTo("全国视频会议1个");
        assertThat(officer.reads()).contains("转督办 3 项，已办结 0 项");
        officer.looks("figures").unfolds("固定这组数字");
        officer.types("usedIn", "演示季度情况通报").presses("固定这组数字");
        assertThat(officer.reads()).contains("演示季度情况通报", "与现在统计的一致", TITLE);
        officer.looks("frozen");
    }
}

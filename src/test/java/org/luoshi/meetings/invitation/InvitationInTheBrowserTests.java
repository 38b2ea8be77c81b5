package org.luoshi.meetings.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.luoshi.Browser;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.meetings.InventedMeetings;
import org.luoshi.meetings.core.Meeting;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A notice goes out, a unit answers, the day moves, and the unit presses once. */
@WholeHouse
class InvitationInTheBrowserTests {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    private int port;

    private InventedMeetings meetings;
    private InvitedHouse house;

    @BeforeEach
    void office(@Autowired BeanFactory beans) {
        meetings = new InventedMeetings(beans);
        house = new InvitedHouse(meetings);
        meetings.office.openAccounts();
        meetings.clock.set(TestClock.START);
    }

    @AfterEach
    void backToMonday() {
        meetings.clock.set(TestClock.START);
    }

    @Test
    void aNoticeIsSentAnsweredMovedAndConfirmed() {
        Meeting meeting = meetings.planned("TOPICAL", "演示安全生产工作专题会议", "2026-03-12T09:00:00+08:00", 120);
        Page officer = signedIn(BROWSER.desk("zh-CN"), "officer");
        open(officer, meeting, "notice");
        officer.getByLabel("参会单位").fill("发展规划局、财务保障局、道路养护局");
        officer.getByLabel("每个单位的名额").fill("2");
        officer.getByLabel("人员要求").fill("其中1位分管负责同志");
        press(officer, "列入参会单位");
        officer.getByLabel("回执截止日期").fill("2026-03-10");
        officer.getByLabel("联系人").fill("周慎行");
        officer.getByLabel("联系电话").fill("010-0000");
        officer.getByLabel("会议议程").fill("一、通报情况\n二、部署工作");
        press(officer, "发出通知");
        shown(officer, "notice");

        Page liaison = signedIn(BROWSER.phone("zh-CN"), "planning-liaison");
        open(liaison, meeting, "notice");
        shown(liaison, "notice-phone");
        liaison.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("填写回执"))
                .click();
        liaison.locator("#name-0").fill("沈甲一");
        liaison.locator("#title-0").fill("局长");
        shown(liaison, "receipt-phone");
        press(liaison, "报送回执");
        assertThat(liaison.content()).contains("更新回执");
        house.decline(meeting, meetings.office.finance, meetings.office.financeLiaison(), "同日召开全局会议");

        house.move(meeting, "2026-03-11T14:00:00+08:00");
        open(liaison, meeting, "receipt");
        shown(liaison, "receipt-confirm-phone");
        press(liaison, "仍然参加");
        assertThat(liaison.content()).doesNotContain("仍然参加");
        Page desk = signedIn(BROWSER.desk("zh-CN"), "finance-liaison");
        open(desk, meeting, "receipt");
        shown(desk, "receipt");
        open(officer, meeting, "notice");
        shown(officer, "notice-moved");
        open(officer, meeting, "receipts");
        press(officer, "催办全部2个单位");
        shown(officer, "receipts");
        Page phone = signedIn(BROWSER.phone("zh-CN"), "officer");
        open(phone, meeting, "receipts");
        shown(phone, "receipts-phone");
        open(phone, meeting, "notice");
        shown(phone, "notice-office-phone");
    }

    private Page signedIn(Page page, String login) {
        page.navigate("http://localhost:" + port + "/sign-in");
        page.locator("input[name=login]").fill(login);
        page.locator("input[name=password]").fill(InventedOffice.PASSWORD);
        page.locator("main button").first().click();
        page.waitForURL("**/desk");
        return page;
    }

    private void open(Page page, Meeting meeting, String part) {
        page.navigate("http://localhost:" + port + "/meetings/" + meeting.id() + "/" + part);
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
        page.waitForLoadState();
    }

    private static void shown(Page page, String name) {
        Browser.screenshot(page, "meetings-" + name);
        Browser.assertFitsTheScreen(page);
        Browser.assertAccessible(page);
    }
}

package org.luoshi.meetings.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.SignedIn;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.meetings.InventedMeetings;
import org.luoshi.meetings.MeetingPages;
import org.luoshi.meetings.core.Meeting;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@WholeHouse
class InvitationPagesTests {

    private InventedMeetings meetings;
    private InvitedHouse house;
    private InventedOffice office;
    private MeetingPages pages;
    private MockMvcTester mvc;

    @BeforeEach
    void office(@Autowired BeanFactory beans, @Autowired WebApplicationContext context) {
        meetings = new InventedMeetings(beans);
        house = new InvitedHouse(meetings);
        office = meetings.office;
        pages = new MeetingPages(context);
        mvc = MockMvcTester.from(
                context, builder -> builder.apply(springSecurity()).build());
        meetings.clock.set(TestClock.START);
    }

    @AfterEach
    void backToMonday() {
        meetings.clock.set(TestClock.START);
    }

    @Test
    void theOfficerInvitesUnitsAndSendsTheNoticeOnOnePress() {
        Meeting meeting = meetings.planned("TOPICAL", "演示页面通知会", "2026-03-06T09:00:00+08:00", 120);
        String address = "/meetings/" + meeting.id();
        assertThat(pages.seen(address + "/notice", office.officer())).contains("还没有发出通知");
        assertThat(MeetingPages.text(pages.send(
                        address + "/invitees", office.officer(), "units", "发展规划局、甲乙丙", "seats", "2", "who", "分管负责同志")))
                .contains("甲乙丙", "分管负责同志", "请从列表中选");

        pages.sent(address + "/invitees", office.officer(), "units", "发展规划局、财务保障局", "seats", "2", "who", "其中1位分管负责同志");
        assertThat(MeetingPages.text(
                        pages.send(address + "/notice", office.officer(), "reportDay", "2026-03-09", "dress", "正装请着")))
                .contains("正装请着", "回执截止要在现在以后");
        pages.sent(
                address + "/notice",
                office.officer(),
                "reportDay",
                "2026-03-04",
                "contact",
                "周慎行",
                "telephone",
                "010-0000");

        assertThat(pages.seen(address + "/notice", office.planningLiaison()))
                .contains("演示页面通知会", "3月4日", "010-0000", "填写回执")
                .doesNotContain("发出第2次通知", "移除");
        assertThat(pages.seen(address, office.planningLiaison())).contains("本单位回执", "未回执");
        assertThat(pages.seen(address, office.officer())).contains("已回执0/2");
        assertThat(pages.get(address + "/notice", office.roadsLiaison())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get(address + "/receipts", office.planningLiaison())).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void theLiaisonAnswersChangesItsMindAndKeepsWhatWasTypedWhenRefused() {
        Meeting meeting = house.noticed("演示页面回执会", "2026-03-06T09:00:00+08:00", office.planning);
        String address = "/meetings/" + meeting.id() + "/receipt";
        String unit = office.planning.id().toString();
        assertThat(pages.seen(address, office.planningLiaison()))
                .contains("发展规划局的参会回执", "名额2人", "其中1位分管负责同志", "name-1")
                .doesNotContain("name-2");

        MvcTestResult refused = pages.send(
                address,
                office.planningLiaison(),
                "unit",
                unit,
                "notice",
                "1",
                "coming",
                "yes",
                "name-0",
                "李乙",
                "title-0",
                "处长",
                "rank-0",
                "DIVISION_HEAD",
                "insteadOf-0",
                "沈甲一",
                "insteadReason-0",
                "");
        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(MeetingPages.text(refused)).contains("李乙", "处长", "请写明由“李乙”代替参会的原因");

        pages.sent(
                address,
                office.planningLiaison(),
                "unit",
                unit,
                "notice",
                "1",
                "coming",
                "yes",
                "name-0",
                "沈甲一",
                "title-0",
                "局长",
                "rank-0",
                "HEAD");
        assertThat(pages.seen(address, office.planningLiaison())).contains("参会", "沈甲一", "更新回执");

        house.move(meeting, "2026-03-05T09:00:00+08:00");
        assertThat(pages.seen(address, office.planningLiaison())).contains("仍然参加", "待确认", "第2次通知");
        assertThat(pages.seen("/meetings/" + meeting.id() + "/notice", office.planningLiaison()))
                .contains("与上一次通知相比有变化", "时间", "领导另有安排");
        MvcTestResult old = pages.send(
                address, office.planningLiaison(), "unit", unit, "notice", "1", "coming", "yes", "name-0", "沈甲九");
        assertThat(old).hasStatus(HttpStatus.CONFLICT);
        assertThat(MeetingPages.text(old)).contains("沈甲九", "您填的内容还在");
        pages.sent(address + "/confirmation", office.planningLiaison(), "unit", unit);
        assertThat(pages.seen(address, office.planningLiaison())).doesNotContain("仍然参加");
        pages.sent(address, office.planningLiaison(), "unit", unit, "notice", "2", "coming", "no", "reason", "有督查任务");
        assertThat(pages.seen(address, office.planningLiaison())).contains("不参会", "有督查任务");
    }

    @Test
    void theOfficeSeesTheSilentUrgesThemAndTakesTheListAway() throws IOException {
        Meeting meeting = house.noticed("演示页面总览会", "2026-03-06T09:00:00+08:00", office.planning, office.finance);
        house.answer(meeting, office.planning, office.planningLiaison(), InvitedHouse.person("=沈甲一"));
        office.openAccounts();
        String address = "/meetings/" + meeting.id() + "/receipts";

        assertThat(pages.seen(address, office.officer())).contains("2个单位中1个已回执", "未登记电话", "催办全部1个单位");
        assertThat(pages.seen(address + "?state=COMES", office.officer()))
                .contains("=沈甲一")
                .doesNotContain("<a href=\"/meetings/" + meeting.id() + "/receipt?unit=" + office.finance.id());
        assertThat(MeetingPages.text(pages.send(address + "/urges", office.officer())))
                .contains("请先在表中选中");
        assertThat(MeetingPages.text(pages.send(
                        address + "/urges",
                        office.officer(),
                        "units",
                        office.finance.id().toString())))
                .contains("已催办1个单位：财务保障局");

        byte[] sheet = pages.get(address + "/list.xlsx", office.officer())
                .getResponse()
                .getContentAsByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(sheet))) {
            assertThat(workbook.getSheetAt(0).getRow(2).getCell(3).getStringCellValue())
                    .isEqualTo("=沈甲一");
        }
    }

    @Test
    void theNoticeLeavesAsWordAndAsACalendarFile() throws IOException {
        Meeting meeting = house.noticed("演示文件通知会", "2026-03-06T09:00:00+08:00", office.planning, office.finance);
        String address = "/meetings/" + meeting.id() + "/notice";

        byte[] word = pages.get(address + "/1.docx", office.planningLiaison())
                .getResponse()
                .getContentAsByteArray();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            assertThat(text.getText())
                    .contains("关于召开“演示文件通知会”的通知", "云泽省发展规划局、云泽省财务保障局：", "2026年3月6日", "着装：正装", "其中1位分管负责同志")
                    .doesNotContain("{{", "[unit]");
        }
        String calendar = pages.seen(address + "/calendar.ics", office.planningLiaison());
        assertThat(calendar)
                .contains(
                        "METHOD:REQUEST\r\n",
                        "UID:meeting-" + meeting.id(),
                        "SEQUENCE:0\r\n",
                        "DTSTART:20260306T010000Z",
                        "ORGANIZER:mailto:");
        assertThat(calendar.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    }

    @Test
    void aCalendarReplyIsHandedInAsAFileAndABadOneIsSaidToBeSo() {
        Meeting meeting = house.noticed("演示页面答复会", "2026-03-06T09:00:00+08:00", office.planning);
        String address = "/meetings/" + meeting.id() + "/receipt";
        String reply = "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:meeting-" + meeting.id()
                + "\r\nATTENDEE;PARTSTAT=ACCEPTED;CN=沈甲一:mailto:shen@yunze.test\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

        assertThat(upload(address + "/reply", reply.replace("END:VEVENT", "RRULE:FREQ=DAILY\r\nEND:VEVENT")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(upload(address + "/reply", "BEGIN:VEVENT\n".repeat(20_000))).hasStatus(HttpStatus.CONTENT_TOO_LARGE);
        assertThat(upload(address + "/reply", reply)).hasStatus3xxRedirection();
        assertThat(house.names(meeting, office.planning)).containsExactly("沈甲一");
    }

    private MvcTestResult upload(String uri, String content) {
        return mvc.post()
                .uri(uri)
                .multipart()
                .file(new MockMultipartFile(
                        "file", "reply.ics", "text/calendar", content.getBytes(StandardCharsets.UTF_8)))
                .param("unit", office.planning.id().toString())
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(SignedIn.as(office.planningLiaison()))
                .exchange();
    }

    @Test
    void programsInviteNoticeAnswerAndConfirm() {
        Meeting meeting = meetings.planned("TOPICAL", "演示接口通知会", "2026-03-06T09:00:00+08:00", 120);
        String address = "/api/v1/meetings/" + meeting.id();
        String unit = office.planning.id().toString();
        assertThat(mvc.put()
                        .uri(address + "/invited-units")
                        .with(SignedIn.as(office.officer()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"units\":[\"" + unit + "\"],\"seats\":2}")
                        .exchange())
                .hasStatusOk();
        assertThat(post(address + "/notices", "{\"dress\":\"正装\",\"askAgain\":false}"))
                .hasStatus(HttpStatus.CREATED);
        assertThat(mvc.put()
                        .uri(address + "/receipts/" + unit)
                        .with(SignedIn.as(office.planningLiaison()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"notice\":1,\"coming\":true,\"people\":[{\"name\":\"沈甲一\",\"rank\":\"HEAD\"}]}")
                        .exchange())
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("COMES");
        assertThat(post(address + "/receipts/calendar-replies", "{\"text\":\"x\",\"unit\":\"" + unit + "\"}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post(address + "/receipts/" + unit + "/confirmation", "{}")).hasStatusOk();
        assertThat(post(address + "/receipts/urges", "{}")).hasStatusOk();
        assertThat(mvc.get()
                        .uri(address + "/receipts")
                        .with(SignedIn.as(office.officer()))
                        .exchange())
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[0].people[0].name")
                .isEqualTo("沈甲一");
    }

    private MvcTestResult post(String uri, String json) {
        return mvc.post()
                .uri(uri)
                .with(SignedIn.as(office.officer()))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }
}

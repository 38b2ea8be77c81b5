package org.luoshi.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.files.FilesApi;
import org.luoshi.ledger.ItemStanding;
import org.luoshi.ledger.LedgerApi;
import org.luoshi.meetings.after.MeetingDecision;
import org.luoshi.meetings.after.MinutesQueries;
import org.luoshi.meetings.after.MinutesView;
import org.luoshi.meetings.agenda.AgendaQueries;
import org.luoshi.meetings.agenda.AgendaService;
import org.luoshi.meetings.agenda.AgendaView;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingService;
import org.luoshi.meetings.figures.MeetingFigures;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.WebApplicationContext;

@WholeHouse
class AfterStoryTests {

    private InventedMeetings house;
    private MeetingPages pages;
    private Actor officer;

    @BeforeEach
    void office(@Autowired BeanFactory beans, @Autowired WebApplicationContext context) {
        house = new InventedMeetings(beans);
        house.clock.set(TestClock.START);
        pages = new MeetingPages(context);
        officer = house.office.officer();
    }

    @AfterEach
    void backToMonday() {
        house.clock.set(TestClock.START);
    }

    private AgendaView agenda(Meeting meeting) {
        return house.bean(AgendaQueries.class).of(meeting.id(), officer);
    }

    private MinutesView minutes(Meeting meeting) {
        return house.bean(MinutesQueries.class).of(meeting.id(), officer);
    }

    @Test
    void topicsAreCollectedVettedOrderedAndAddUp() {
        Meeting meeting = house.planned("OFFICE", "演示收议题的办务会", "2026-03-20T09:00:00+08:00", 60);
        String page = "/meetings/" + meeting.id() + "/topics";
        pages.sent(page + "/requests", officer, "units", "发展规划局、财务保障局", "due", "2026-03-10", "dueTime", "17:00");
        Actor planning = house.office.planningLiaison();
        assertThat(house.bean(ObligationsApi.class).openFor(planning, 200))
                .anyMatch(one -> one.href().equals(page) && one.title().equals("演示收议题的办务会"));
        assertThat(pages.seen(page, planning)).contains("请发展规划局在 3月10日 17:00 前报议题");
        pages.sent(page, planning, "title", "演示规划调整", "reason", "演示", "speaker", "沈甲一", "minutes", "25");
        assertThat(house.bean(ObligationsApi.class).openFor(planning, 200))
                .noneMatch(one -> one.href().equals(page));
        pages.sent(page + "/none", house.office.financeLiaison());
        assertThat(pages.seen(page, officer)).contains("没有议题", "待审核", "演示规划调整");
        assertThat(pages.get(page, house.office.roadsLiaison())).hasStatus(HttpStatus.NOT_FOUND);
        pages.sent(page + "/" + agenda(meeting).others().get(0).id(), officer, "step", "ACCEPT", "answer", "");
        pages.sent(page, officer, "title", "演示通报情况", "minutes", "20", "speaker", "");
        assertThat(pages.seen(page, officer)).contains("09:00–09:25", "09:25–09:45", "议题比会议少 15 分钟", "有 1 个议题没有汇报人");
        pages.sent(page + "/" + agenda(meeting).lines().get(1).topic().id(), officer, "step", "UP");
        assertThat(agenda(meeting).lines().get(0).topic().title()).isEqualTo("演示通报情况");
        pages.sent(page, officer, "title", "演示长篇讲话", "minutes", "70", "speaker", "陈大局", "principal", "on");
        assertThat(pages.seen("/meetings/" + meeting.id(), officer)).contains("一般不超过一小时", "现在是 70");
        house.clock.set("2026-03-11T09:00:00+08:00");
        assertThat(MeetingPages.text(pages.send(
                        page + "/requests", officer, "units", "没有这个局", "due", "2026-03-18", "dueTime", "17:00")))
                .contains("没有找到单位“没有这个局”");
    }

    @Test
    void aUnitReadsThePapersOfItsOwnTopicsAndNotThoseOfOthersThatAreStillVetted() {
        Meeting meeting = house.planned("OFFICE", "演示各看各的材料的会", "2026-03-24T09:00:00+08:00", 60);
        String page = "/meetings/" + meeting.id() + "/topics";
        pages.sent(page + "/requests", officer, "units", "发展规划局、财务保障局", "due", "2026-03-12", "dueTime", "17:00");
        Actor planning = house.office.planningLiaison();
        Actor finance = house.office.financeLiaison();
        UUID file = house.bean(FilesApi.class)
                .store("演示测算表.txt", "演示".getBytes(StandardCharsets.UTF_8), planning)
                .id();
        house.bean(AgendaService.class)
                .propose(
                        meeting.id(),
                        new AgendaService.NewTopic("演示测算", "", "", 10, false, null, List.of(file)),
                        planning);
        assertThat(pages.get(page + "/papers/" + file, planning)).hasStatusOk();
        assertThat(pages.get(page + "/papers/" + file, finance)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get(page + "/papers/" + file, officer)).hasStatusOk();
    }

    @Test
    void threeDecisionsBecomeMattersOfTheLedgerAndAreFollowedThere() {
        Meeting meeting = house.planned("TOPICAL", "演示议定三件事的会", "2026-03-05T09:00:00+08:00", 60);
        String page = "/meetings/" + meeting.id();
        house.clock.set("2026-03-05T11:00:00+08:00");
        pages.sent(page + "/holding", officer, "people", "28", "minutes", "65");
        pages.sent(page + "/minutes", officer, written("0", "道路养护局"));
        assertThat(MeetingPages.text(pages.send(page + "/minutes", officer, written("0", "道路养护局"))))
                .contains("别人刚刚改过纪要", "演示：听取了汇报");
        assertThat(MeetingPages.text(pages.send(page + "/minutes", officer, written("1", "没有这个局"))))
                .contains("没有找到单位“没有这个局”", "演示：听取了汇报");
        pages.sent(
                page + "/circulation", officer, "person", "陈大局", "person", "", "due", "2026-03-06", "dueTime", "17:00");
        Actor leader = house.office.leader();
        assertThat(house.bean(ObligationsApi.class).openFor(leader, 200))
                .anyMatch(one -> one.href().equals(page + "/minutes"));
        assertThat(MeetingPages.text(
                        pages.send(page + "/agreement", leader, "answer", "object", "text", "1", "words", "")))
                .contains("请填写");
        pages.sent(page + "/agreement", leader, "answer", "object", "text", "1", "words", "演示：第二项不妥");
        assertThat(MeetingPages.text(pages.send(page + "/signature", house.office.director(), "text", "1")))
                .contains("还有人没有同意现在的文字");
        String[] mended = written("1", "道路养护局");
        mended[7] = "演示：听取了汇报，改过一次。";
        pages.sent(page + "/minutes", officer, mended);
        assertThat(pages.seen(page + "/minutes", officer)).contains("已重新请他会签", "历次文稿 2 份");
        assertThat(house.bean(ObligationsApi.class).openFor(leader, 200).stream()
                        .filter(one -> one.href().equals(page + "/minutes")))
                .hasSize(1);
        assertThat(pages.seen(page + "/minutes", leader)).contains("您上次答复以后改动的内容", "演示：听取了汇报，改过一次。");
        assertThat(pages.send(page + "/agreement", leader, "answer", "agree", "text", "1"))
                .hasStatus(HttpStatus.CONFLICT);
        pages.sent(page + "/agreement", leader, "answer", "agree", "text", "2");
        assertThat(pages.send(page + "/signature", officer, "text", "2")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(pages.send(page + "/signature", house.office.director(), "text", "1"))
                .hasStatus(HttpStatus.CONFLICT);
        pages.sent(page + "/signature", house.office.director(), "text", "2");
        assertThat(pages.send(page + "/minutes", officer, written("3", "道路养护局")))
                .hasStatus(HttpStatus.CONFLICT);
        pages.sent(page + "/decisions", officer);
        assertThat(pages.send(page + "/decisions", officer)).hasStatus(HttpStatus.CONFLICT);

        MinutesView view = minutes(meeting);
        assertThat(view.decisions()).hasSize(4);
        List<ItemStanding> items = house.bean(LedgerApi.class)
                .standings(
                        view.decisions().stream()
                                .map(MeetingDecision::itemId)
                                .filter(Objects::nonNull)
                                .toList(),
                        officer);
        assertThat(items).extracting(ItemStanding::title).containsExactlyInAnyOrder("演示修补桥面", "演示编制方案", "演示安排经费");
        assertThat(items).allMatch(item -> item.open() && !item.done());
        assertThat(pages.seen(page + "/minutes", officer)).contains("拟办", "演示修补桥面", "议定，不转督办");
        assertThat(pages.seen("/ledger/items/" + items.get(0).id(), officer))
                .contains(items.get(0).title());
        assertThat(pages.seen(page, officer)).contains("转督办 3 项，办结 0 项");
        assertThat(house.bean(MeetingFigures.class)
                        .between(LocalDate.of(2026, 3, 5), LocalDate.of(2026, 3, 5), officer)
                        .decisions()
                        .handed())
                .isEqualTo(3);
    }

    private static String[] written(String version, String lead) {
        return new String[] {
            "version", version, "present", "陈大局、沈甲一", "absent", "", "body", "演示：听取了汇报。", "number", "演示纪要1号",
            "decision1", "演示修补桥面", "becomes1", "item", "lead1", lead, "co1", "财务保障局", "due1", "2026-04-01",
            "decision2", "演示编制方案", "becomes2", "item", "lead2", "发展规划局", "co2", "", "due2", "",
            "decision3", "演示安排经费", "becomes3", "item", "lead3", "财务保障局", "co3", "", "due3", "2026-03-20",
            "decision4", "演示同意所报办法", "becomes4", "noted", "lead4", "", "co4", "", "due4", "",
            "decision5", "", "becomes5", "item", "lead5", "", "co5", "", "due5", ""
        };
    }

    @Test
    void aDecisionForTheLedgerNamesWhoLeads() {
        Meeting meeting = house.planned("TOPICAL", "演示没写牵头的会", "2026-03-05T14:00:00+08:00", 60);
        assertThat(MeetingPages.text(pages.send("/meetings/" + meeting.id() + "/minutes", officer, written("0", ""))))
                .contains("第 1 项要转督办，请填牵头单位", "演示修补桥面");
        assertThat(MeetingPages.text(
                        pages.send("/meetings/" + meeting.id() + "/minutes", officer, written("0", "财务保障局"))))
                .contains("牵头单位不要再列为配合单位");
    }

    @Test
    void theArchiveHoldsWhatIsRecordedWithItsHashes() throws IOException, NoSuchAlgorithmException {
        Meeting meeting = house.planned("TOPICAL", "演示归档的会", "2026-03-05T16:00:00+08:00", 60);
        pages.sent("/meetings/" + meeting.id() + "/minutes", officer, written("0", "道路养护局"));
        byte[] zip = pages.get("/meetings/" + meeting.id() + "/archive.zip", officer)
                .getResponse()
                .getContentAsByteArray();
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        String list = new String(Objects.requireNonNull(files.remove("SHA256SUMS.txt")), StandardCharsets.UTF_8);
        assertThat(files.keySet()).contains("会议纪要.docx", "议程.txt", "参会人员.txt", "办理经过.txt");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(file.getValue()));
            assertThat(list).contains(hash + "  " + file.getKey());
        }
        assertThat(new String(Objects.requireNonNull(files.get("办理经过.txt")), StandardCharsets.UTF_8))
                .contains("同意召开“演示归档的会”");
        assertThat(pages.get("/meetings/" + meeting.id() + "/archive.zip", house.office.roadsHead()))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void theNextAgendaOpensWithWhatIsOverdueFromTheLastMeeting() {
        Meeting first = house.planned("PARTY_GROUP", "演示议定事项逾期的会", "2026-03-06T09:00:00+08:00", 60);
        String page = "/meetings/" + first.id();
        house.clock.set("2026-03-06T11:00:00+08:00");
        pages.sent(page + "/holding", officer, "people", "9", "minutes", "60");
        pages.sent(page + "/minutes", officer, written("0", "道路养护局"));
        pages.sent(page + "/signature", house.office.director(), "text", "1");
        pages.sent(page + "/decisions", officer);
        house.clock.set("2026-03-30T09:00:00+08:00");
        Meeting next = house.planned("PARTY_GROUP", "演示下一次会", "2026-04-20T09:00:00+08:00", 60);
        assertThat(agenda(next).overdue()).extracting(ItemStanding::title).containsExactly("演示安排经费");
        assertThat(pages.seen("/meetings/" + next.id() + "/topics", officer)).contains("到期还没办完的事项", "演示安排经费");
    }

    @Test
    void topicsGoOverWhenMeetingsAreMerged() {
        Meeting one = house.planned("TOPICAL", "演示并掉的会", "2026-04-22T09:00:00+08:00", 60);
        Meeting other = house.planned("TOPICAL", "演示并入的会", "2026-04-23T09:00:00+08:00", 60);
        pages.sent("/meetings/" + one.id() + "/topics", officer, "title", "演示随会并入的议题", "minutes", "20");
        house.bean(MeetingService.class).merge(one.id(), other.id(), officer);
        assertThat(agenda(other).lines())
                .extracting(line -> line.topic().title())
                .contains("演示随会并入的议题");
        assertThat(pages.seen("/meetings/" + one.id(), officer)).contains("已合并", "演示并入的会");
    }
}

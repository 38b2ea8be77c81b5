package org.luoshi.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryLine;
import org.luoshi.meetings.core.Audience;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingKinds;
import org.luoshi.meetings.core.MeetingService;
import org.luoshi.meetings.core.MeetingState;
import org.luoshi.meetings.core.MergeHints;
import org.luoshi.meetings.core.MoveMeeting;
import org.luoshi.meetings.core.NewMeeting;
import org.luoshi.meetings.invitation.InviteeService;
import org.luoshi.obligations.ObligationsApi;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.WebApplicationContext;

@WholeHouse
class MeetingStoryTests {

    private InventedMeetings house;
    private MeetingService service;
    private MeetingPages pages;

    @BeforeEach
    void office(@Autowired BeanFactory beans, @Autowired WebApplicationContext context) {
        house = new InventedMeetings(beans);
        house.clock.set(TestClock.START);
        service = house.bean(MeetingService.class);
        pages = new MeetingPages(context);
    }

    @AfterEach
    void backToMonday() {
        house.clock.set(TestClock.START);
    }

    @Test
    void aMeetingIsProposedOnAPageSeenWithItsCostAndApprovedBySomebodyElse() {
        String page =
                pages.sent("/meetings/new", house.office.officer(), form("演示秋季部署会", "2026-03-20", "09:00", "11:00"));
        assertThat(pages.seen(page, house.office.officer()))
                .contains("演示秋季部署会", "40 人 ×（会议 2 小时 + 路途 1.5 小时）＝ 140 人时", "草稿", "陈大局", "没有不符合规定的地方");
        pages.sent(page + "/submission", house.office.officer());
        assertThat(house.bean(ObligationsApi.class).openFor(house.office.director(), 200))
                .anyMatch(one -> one.title().equals("演示秋季部署会") && one.href().equals(page));
        assertThat(pages.send(page + "/approval", house.office.officer())).hasStatus(HttpStatus.FORBIDDEN);
        pages.sent(page + "/approval", house.office.director());
        assertThat(pages.seen(page, house.office.officer())).contains("已批准", "同意召开“演示秋季部署会”");
        assertThat(house.bean(ObligationsApi.class).openFor(house.office.director(), 200))
                .noneMatch(one -> one.href().equals(page));
        assertThat(pages.seen("/meetings?q=演示秋季", house.office.officer())).contains(page);
        assertThat(pages.seen("/meetings/calendar?month=2026-03", house.office.officer()))
                .contains(page);
        assertThat(pages.get(page, house.office.roadsHead())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.seen("/meetings?q=演示秋季", house.office.roadsHead())).doesNotContain(page);
    }

    private static String[] form(String title, String day, String from, String to) {
        return new String[] {
            "kind",
            "TOPICAL",
            "title",
            title,
            "purpose",
            "演示：部署有关工作",
            "day",
            day,
            "from",
            from,
            "to",
            to,
            "place",
            "演示楼",
            "chair",
            "陈大局",
            "audience",
            "PROVINCE",
            "people",
            "40",
            "travel",
            "90"
        };
    }

    @Test
    void whatCannotBeReadComesBackAsTypedWithTheReasonBesideIt() {
        String[] backwards = form("演示倒着开的会", "2026-03-20", "11:00", "09:00");
        assertThat(MeetingPages.text(pages.send("/meetings/new", house.office.officer(), backwards)))
                .contains("结束时间要晚于开始时间", "演示倒着开的会");
        assertThat(MeetingPages.text(pages.send(
                        "/meetings/new", house.office.officer(), form("演示", "2026-02-30", "09:00", "11:00"))))
                .contains("“2026-02-30”不是日期");
        String[] two = form("演示两个主持人", "2026-03-20", "09:00", "11:00");
        two[15] = "陈大局、冯知行";
        assertThat(MeetingPages.text(pages.send("/meetings/new", house.office.officer(), two)))
                .contains("只能有一个人");
        UUID id = service.propose(
                house.wanted("TOPICAL", "演示已经过去的会", "2026-03-01T09:00:00+08:00", 60), house.office.officer());
        assertThat(pages.send("/meetings/" + id + "/submission", house.office.officer()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("这个时间已经过了");
    }

    @Test
    void whatARuleForbidsIsRefusedAndWhatItGenerallyDoesNotWantNeedsAReason() {
        NewMeeting wanted = house.wanted("NATIONAL_VIDEO", "演示开到村的会", "2026-04-20T09:00:00+08:00", 120);
        UUID id = service.propose(with(wanted, Audience.TOWN, "", "", wanted.endsAt()), house.office.officer());
        assertThat(pages.send("/meetings/" + id + "/submission", house.office.officer()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("不能这样开", "同级党委主要负责人批准", "减负");
        service.change(
                id,
                house.find(id).version(),
                with(wanted, Audience.TOWN, "演示批〔2026〕1号", "", wanted.endsAt()),
                house.office.officer());
        service.submit(id, house.office.officer());
        assertThat(house.find(id).state()).isEqualTo(MeetingState.SUBMITTED);

        var wholeDay = wanted.startsAt().plus(Duration.ofHours(8));
        UUID longOne = service.propose(with(wanted, Audience.PROVINCE, "", "", wholeDay), house.office.officer());
        assertThat(pages.send("/meetings/" + longOne + "/submission", house.office.officer()))
                .bodyText()
                .contains("一般半天之内开完", "请写明例外的理由");
        service.change(
                longOne,
                house.find(longOne).version(),
                with(wanted, Audience.PROVINCE, "", "演示：内容多，外地来的人一天往返", wholeDay),
                house.office.officer());
        service.submit(longOne, house.office.officer());
        assertThat(house.find(longOne).state()).isEqualTo(MeetingState.SUBMITTED);
    }

    private static NewMeeting with(
            NewMeeting wanted, Audience audience, String approval, String reason, java.time.Instant endsAt) {
        return new NewMeeting(
                wanted.kind(),
                wanted.title(),
                wanted.purpose(),
                audience,
                false,
                false,
                false,
                wanted.ownerId(),
                wanted.chairId(),
                wanted.startsAt(),
                endsAt,
                wanted.place(),
                wanted.expectedPeople(),
                0,
                approval,
                reason);
    }

    @Test
    void twoOfficersMoveItAtOnceAndTheSecondLearnsOfTheFirst() {
        Meeting meeting = house.planned("TOPICAL", "演示两人同时改期的会", "2026-05-06T09:00:00+08:00", 120);
        MoveMeeting first = move(meeting, "2026-05-04T09:00:00+08:00");
        MoveMeeting second = move(meeting, "2026-05-08T09:00:00+08:00");
        service.move(meeting.id(), first, house.office.officer());
        assertThatThrownBy(() -> service.move(meeting.id(), second, house.office.otherOfficer()))
                .hasMessageContaining("meetings.changed-meanwhile");
        Meeting moved = house.find(meeting.id());
        assertThat(moved.startsAt()).isEqualTo(first.startsAt());
        assertThat(moved.sequence()).isEqualTo(1);
        assertThat(house.bean(HistoryApi.class).of(meeting.id(), 50).stream()
                        .map(HistoryLine::action)
                        .filter("moved"::equals))
                .hasSize(1);
        assertThatThrownBy(() ->
                        service.move(meeting.id(), move(moved, "2026-05-04T09:00:00+08:00"), house.office.officer()))
                .hasMessageContaining("meetings.nothing-moves");
    }

    private MoveMeeting move(Meeting meeting, String start) {
        var startsAt = java.time.OffsetDateTime.parse(start).toInstant();
        return new MoveMeeting(
                meeting.version(),
                startsAt,
                startsAt.plus(Duration.ofMinutes(meeting.minutes())),
                meeting.place(),
                meeting.chairId(),
                meeting.audience(),
                "演示：领导出差");
    }

    @Test
    void twoMeetingsCloseTogetherWithTheSamePeopleAreProposedAsOneSitting() {
        Meeting first = house.planned("TOPICAL", "演示可以合开的会甲", "2026-06-10T09:00:00+08:00", 60);
        Meeting second = house.planned("TOPICAL", "演示可以合开的会乙", "2026-06-12T09:00:00+08:00", 60);
        Meeting far = house.planned("TOPICAL", "演示隔得远的会", "2026-06-16T09:00:00+08:00", 60);
        for (Meeting one : List.of(first, second, far)) {
            house.bean(InviteeService.class)
                    .invite(
                            one.id(),
                            List.of(house.office.planning.id(), house.office.finance.id()),
                            1,
                            "",
                            house.office.officer());
        }
        assertThat(pages.seen("/meetings/" + first.id(), house.office.officer()))
                .contains("可以合并召开", "演示可以合开的会乙", "参加人有 100% 相同");
        assertThat(house.bean(MergeHints.class).of(far, house.office.officer())).isEmpty();
        Meeting alone = house.planned("TOPICAL", "演示只有主持人相同的会", "2026-06-11T09:00:00+08:00", 60);
        assertThat(house.bean(MergeHints.class).of(alone, house.office.officer()))
                .as("the chair alone is no circle")
                .isEmpty();
    }

    @Test
    void askingKeepsNothing() {
        String address =
                "/meetings/ask?kind=TOPICAL&title=演示只问不存&day=2026-03-20&from=09:00&to=18:00&audience=COUNTY&people=50";
        assertThat(pages.seen(address, house.office.officer())).contains("这样不能开", "同级党委主要负责人批准", "半天之内开完", "50 人");
        assertThat(pages.seen("/meetings?view=ALL&q=演示只问不存", house.office.officer()))
                .contains("没有符合条件的会议");
        assertThat(pages.seen("/meetings/ask", house.office.roadsLiaison())).contains("这个会能不能开");
    }

    @Test
    void aKindOfTheOfficesOwnIsOfferedUntilItEnds() {
        pages.sent("/meetings/kinds", house.office.officer(), "name", "演示调度会");
        assertThat(pages.send("/meetings/kinds", house.office.officer(), "name", "演示调度会"))
                .bodyText()
                .contains("已经有“演示调度会”这一类");
        assertThat(pages.seen("/meetings/new", house.office.officer())).contains("演示调度会");
        String code = house.bean(MeetingKinds.class).all().stream()
                .filter(kind -> "演示调度会".equals(kind.name()))
                .findFirst()
                .orElseThrow()
                .code();
        pages.sent("/meetings/kinds/" + code, house.office.officer(), "most", "1", "minutes", "60");
        Meeting first = house.planned(code, "演示限额内的会", "2026-07-20T09:00:00+08:00", 60);
        assertThat(pages.seen("/meetings/" + first.id(), house.office.officer()))
                .contains("2026年第 1 个演示调度会，本单位限额 1 个", "在限额内");
        Meeting second = house.planned(code, "演示超限额的会", "2026-07-21T09:00:00+08:00", 90);
        assertThat(pages.seen("/meetings/" + second.id(), house.office.officer()))
                .contains("2026年第 2 个演示调度会", "超限额", "开 90 分钟，本单位限额 60 分钟");
        assertThat(pages.seen("/search?q=演示超限额", house.office.officer())).contains("/meetings/" + second.id());
        assertThat(pages.seen("/search?q=演示超限额", house.office.roadsHead())).doesNotContain("/meetings/" + second.id());
        assertThat(pages.send("/meetings/kinds", house.office.roadsHead(), "name", "别人的"))
                .hasStatus(HttpStatus.FORBIDDEN);
    }
}

package org.luoshi.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryLine;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingService;
import org.luoshi.meetings.core.MeetingState;
import org.luoshi.meetings.core.MoveMeeting;
import org.luoshi.meetings.invitation.InviteeService;
import org.luoshi.meetings.invitation.MeetingNoticeService;
import org.luoshi.meetings.invitation.NamedPerson;
import org.luoshi.meetings.invitation.NoticeWords;
import org.luoshi.meetings.invitation.RankClass;
import org.luoshi.meetings.invitation.ReceiptAnswer;
import org.luoshi.meetings.invitation.ReceiptFigures;
import org.luoshi.meetings.invitation.ReceiptService;
import org.luoshi.meetings.planning.Plan;
import org.luoshi.meetings.preparation.Absence;
import org.luoshi.meetings.preparation.Absences;
import org.luoshi.meetings.preparation.MoveDesk;
import org.luoshi.meetings.preparation.PlanningDesk;
import org.luoshi.meetings.preparation.PreparationQueries;
import org.luoshi.meetings.preparation.PreparationQueries.TaskLine;
import org.luoshi.meetings.preparation.PreparationQueries.TaskStanding;
import org.luoshi.meetings.preparation.PreparationTask;
import org.luoshi.meetings.venue.BookingService;
import org.luoshi.meetings.venue.Bookings;
import org.luoshi.meetings.venue.Facilities;
import org.luoshi.meetings.venue.Facility;
import org.luoshi.meetings.venue.FacilityKind;
import org.luoshi.obligations.Obligation;
import org.luoshi.obligations.ObligationState;
import org.luoshi.obligations.ObligationsApi;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

@WholeHouse
class MoveStoryTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private InventedMeetings house;
    private MeetingService service;
    private MeetingPages pages;

    @BeforeEach
    void office(@Autowired BeanFactory beans, @Autowired WebApplicationContext context) {
        house = new InventedMeetings(beans);
        house.clock.set(TestClock.START);
        service = house.bean(MeetingService.class);
        pages = new MeetingPages(context);
        house.bean(JdbcClient.class)
                .sql("update meetings.absence set ended_at = entered_at where ended_at is null")
                .update();
    }

    @AfterEach
    void backToMonday() {
        house.clock.set(TestClock.START);
    }

    private List<TaskLine> tasks(Meeting meeting) {
        return house.bean(PreparationQueries.class)
                .of(meeting.id(), house.office.officer())
                .lines();
    }

    private TaskLine task(Meeting meeting, String code) {
        return tasks(meeting).stream()
                .filter(line -> line.task().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private List<Obligation> duties(Meeting meeting) {
        return house
                .bean(ObligationsApi.class)
                .find(tasks(meeting).stream().map(line -> line.task().id()).toList())
                .stream()
                .filter(one -> one.state() == ObligationState.OPEN || one.state() == ObligationState.OVERDUE)
                .toList();
    }

    private static LocalDate day(Obligation one) {
        return java.util.Objects.requireNonNull(one.due()).atZone(ZONE).toLocalDate();
    }

    @Test
    void anApprovedMeetingIsPlannedBackwardsAndEachTaskStandsOnADesk() {
        Meeting meeting = house.planned("NATIONAL_VIDEO", "演示倒排的视频会", "2026-04-10T09:00:00+08:00", 120);
        assertThat(tasks(meeting)).hasSize(16);
        assertThat(task(meeting, "SEAT_PLAN").task().dueOn()).isEqualTo("2026-04-09");
        assertThat(task(meeting, "RECEIPTS").task().dueOn()).isEqualTo("2026-04-08");
        assertThat(task(meeting, "SPEECH").task().dueOn())
                .as("the review takes a day")
                .isEqualTo("2026-04-03");
        assertThat(duties(meeting)).hasSize(16).allMatch(one -> one.kindKey().equals("prepare-meeting"));
        assertThat(pages.seen("/meetings/" + meeting.id() + "/preparation", house.office.officer()))
                .contains("起草讲话稿", "第一次线路调试", "要等各分会场配合", "<svg");
        assertThat(pages.seen("/meetings/" + meeting.id(), house.office.officer()))
                .contains("完成 0 / 16 项");
    }

    @Test
    void aTaskIsBegunSentOutComesBackAndIsDone() {
        Meeting meeting = house.planned("OFFICE", "演示筹备步骤的办务会", "2026-04-14T09:00:00+08:00", 60);
        String page = "/meetings/" + meeting.id() + "/preparation";
        UUID receipts = task(meeting, "RECEIPTS").task().id();
        pages.sent(page + "/" + receipts, house.office.officer(), "step", "AWAIT");
        assertThat(task(meeting, "RECEIPTS").standing()).isEqualTo(TaskStanding.WAITING);
        pages.sent(page + "/" + receipts, house.office.officer(), "step", "RETURNED");
        pages.sent(page + "/" + receipts, house.office.officer(), "step", "DONE", "note", "演示：都报齐了");
        assertThat(task(meeting, "RECEIPTS").standing()).isEqualTo(TaskStanding.DONE);
        assertThat(duties(meeting)).noneMatch(one -> one.id().equals(receipts));
        assertThat(pages.send(page + "/" + receipts, house.office.officer(), "step", "DONE"))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(MeetingPages.text(pages.send(
                        page + "/" + task(meeting, "PAPERS").task().id(),
                        house.office.officer(),
                        "step",
                        "DROP",
                        "reason",
                        "演示")))
                .contains("这一项不能不做");
        UUID signIn = task(meeting, "SIGN_IN").task().id();
        pages.sent(page + "/" + signIn, house.office.officer(), "step", "DROP", "reason", "演示：人少不用签");
        assertThat(task(meeting, "SIGN_IN").standing()).isEqualTo(TaskStanding.DROPPED);
        pages.sent(
                page + "/" + task(meeting, "PAPERS").task().id(),
                house.office.officer(),
                "step",
                "HAND_TO",
                "owner",
                house.office.otherOfficer().personId().toString());
        assertThat(task(meeting, "PAPERS").owner()).isEqualTo("郑以实");
        assertThat(pages.seen("/desk", house.office.otherOfficer())).contains("演示筹备步骤的办务会：准备会议材料");
        pages.sent(
                page,
                house.office.officer(),
                "title",
                "演示借翻译机",
                "owner",
                house.office.officer().personId().toString(),
                "effort",
                "30",
                "lead",
                "1");
        assertThat(pages.seen(page, house.office.officer())).contains("演示借翻译机");
    }

    @Test
    void whoHadATaskTheLastTimeHasItAgain() {
        Meeting first = house.planned("LEADING_GROUP", "演示第一次领导小组会", "2026-04-20T09:00:00+08:00", 60);
        pages.sent(
                "/meetings/" + first.id() + "/preparation/"
                        + task(first, "SPEECH").task().id(),
                house.office.officer(),
                "step",
                "HAND_TO",
                "owner",
                house.office.otherOfficer().personId().toString());
        Meeting second = house.planned("LEADING_GROUP", "演示第二次领导小组会", "2026-05-20T09:00:00+08:00", 60);
        assertThat(task(second, "SPEECH").owner()).isEqualTo("郑以实");
        assertThat(task(second, "PAPERS").owner()).isEqualTo("周慎行");
    }

    @Test
    void theScreenShowsWhatFollowsBeforeAnybodyConfirmsAndTheMoveIsOneStep() {
        Meeting meeting = house.planned("NATIONAL_VIDEO", "演示提前两天的视频会", "2026-03-06T09:00:00+08:00", 120);
        house.bean(Absences.class)
                .enter(
                        house.office.officer().personId(),
                        LocalDate.of(2026, 3, 2),
                        LocalDate.of(2026, 3, 4),
                        Absence.Kind.ILL,
                        house.office.officer());
        String move = "/meetings/" + meeting.id() + "/move";
        String screen = pages.seen(
                move + "?day=2026-03-04&from=09:00&to=11:00&place=演示楼第一会议室&chair=陈大局&audience=PROVINCE&version="
                        + meeting.version(),
                house.office.otherOfficer());
        assertThat(screen).contains("来不及的事", "起草讲话稿", "压缩", "请", "不做了", "提前 2 个工作日", "推后 4 个工作日", "第一次线路调试：还要等各分会场配合");
        assertThat(house.find(meeting.id()).startsAt())
                .as("nothing happened yet")
                .isEqualTo(meeting.startsAt());
        UUID handbook = task(meeting, "HANDBOOK").task().id();
        UUID notice = task(meeting, "NOTICE").task().id();
        pages.sent(
                move,
                house.office.otherOfficer(),
                "day",
                "2026-03-04",
                "from",
                "09:00",
                "to",
                "11:00",
                "place",
                "演示楼第一会议室",
                "chair",
                "陈大局",
                "audience",
                "PROVINCE",
                "version",
                String.valueOf(meeting.version()),
                "reason",
                "演示：领导出差",
                "drop",
                handbook.toString(),
                "hand",
                notice + ":" + house.office.otherOfficer().personId());
        Meeting moved = house.find(meeting.id());
        assertThat(moved.day(ZONE)).isEqualTo("2026-03-04");
        assertThat(task(moved, "HANDBOOK").standing()).isEqualTo(TaskStanding.DROPPED);
        assertThat(task(moved, "NOTICE").owner()).isEqualTo("郑以实");
        assertThat(task(moved, "SEAT_PLAN").task().dueOn()).isEqualTo("2026-03-03");
        assertNothingStale(moved);
        List<HistoryLine> lines = house.bean(HistoryApi.class).of(meeting.id(), 100);
        assertThat(lines.stream().filter(line -> line.action().equals("moved"))).hasSize(1);
        assertThat(lines.stream().filter(line -> line.action().equals("rearranged")))
                .isEmpty();
        assertThat(pages.seen("/meetings/" + meeting.id(), house.office.officer()))
                .contains("编会议手册×", "发会议通知→郑以实", "演示：领导出差");
        assertThat(pages.send(
                        move,
                        house.office.officer(),
                        "day",
                        "2026-03-05",
                        "from",
                        "09:00",
                        "to",
                        "11:00",
                        "place",
                        "演示楼第一会议室",
                        "chair",
                        "陈大局",
                        "audience",
                        "PROVINCE",
                        "version",
                        String.valueOf(meeting.version()),
                        "reason",
                        "演示"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("别人刚刚改过这个会议");
    }

    @Test
    void aMoveWithoutAReasonComesBackAsTypedAndChangesNothing() {
        Meeting meeting = house.planned("NATIONAL_VIDEO", "演示没写理由的改期", "2026-03-09T09:00:00+08:00", 60);
        UUID handbook = task(meeting, "HANDBOOK").task().id();
        String screen = MeetingPages.text(pages.send(
                "/meetings/" + meeting.id() + "/move",
                house.office.officer(),
                "day",
                "2026-03-04",
                "from",
                "09:00",
                "to",
                "10:00",
                "place",
                "演示楼第一会议室",
                "chair",
                "陈大局",
                "audience",
                "PROVINCE",
                "version",
                String.valueOf(meeting.version()),
                "reason",
                " ",
                "drop",
                handbook.toString()));
        assertThat(screen).contains("请填写", "value=\"2026-03-04\"");
        assertThat(house.find(meeting.id()).startsAt()).isEqualTo(meeting.startsAt());
        assertThat(task(meeting, "HANDBOOK").task().isOpen()).isTrue();
    }

    @Test
    void whyAColleagueIsAwayIsNotForOthers() {
        pages.sent(
                "/meetings/absences",
                house.office.otherOfficer(),
                "from",
                "2026-03-09",
                "to",
                "2026-03-10",
                "kind",
                "ILL");
        assertThat(pages.seen("/meetings/absences", house.office.otherOfficer()))
                .contains("郑以实", "<td>病假</td>");
        assertThat(pages.seen("/meetings/absences", house.office.officer()))
                .contains("郑以实", "<td>不在岗</td>")
                .doesNotContain("<td>病假</td>");
        assertThat(MeetingPages.text(pages.send(
                        "/meetings/absences",
                        house.office.otherOfficer(),
                        "from",
                        "2026-03-12",
                        "to",
                        "2026-03-10",
                        "kind",
                        "LEAVE")))
                .contains("结束日期要在开始日期之后");
    }

    @Test
    void anEndedMeetingAsksNobodyForAnything() {
        Meeting meeting = house.planned("TOPICAL", "演示取消的专题会", "2026-04-16T09:00:00+08:00", 60);
        assertThat(duties(meeting)).isNotEmpty();
        service.cancel(meeting.id(), "演示：不开了", house.office.officer());
        assertThat(duties(house.find(meeting.id()))).isEmpty();
        assertThat(pages.send(
                        "/meetings/" + meeting.id() + "/preparation/"
                                + task(meeting, "PAPERS").task().id(),
                        house.office.officer(),
                        "step",
                        "DONE"))
                .hasStatus(HttpStatus.CONFLICT);
    }

    /** Random moves, absences, cancellations and mergers: never a stale reminder, never somebody over the limit without being shown. */
    @Test
    void whateverMovesNoReminderIsStaleAndNoOverloadIsHidden() {
        Random random = new Random(20260302);
        List<UUID> ids = new ArrayList<>();
        List<String> kinds = List.of("NATIONAL_VIDEO", "LEADING_GROUP", "TOPICAL", "OFFICE");
        for (int n = 0; n < 8; n++) {
            ids.add(house.planned(
                            kinds.get(n % kinds.size()),
                            "演示随机改期的会" + n,
                            "2026-0" + (3 + n % 3) + "-1" + n + "T09:00:00+08:00",
                            60)
                    .id());
        }
        MoveDesk desk = house.bean(MoveDesk.class);
        inviteAndBook(ids);
        for (int step = 0; step < 60; step++) {
            Meeting meeting = house.find(ids.get(random.nextInt(ids.size())));
            int what = random.nextInt(20);
            if (what == 0) {
                absent(random);
            } else if (meeting.state() == MeetingState.PLANNED && what == 1) {
                service.cancel(meeting.id(), "演示", house.office.officer());
            } else if (meeting.state() == MeetingState.PLANNED && what == 2) {
                mergeIntoAnother(meeting, ids);
            } else if (meeting.state() == MeetingState.PLANNED) {
                Instant starts = LocalDate.of(2026, 3, 3)
                        .plusDays(random.nextInt(90))
                        .atTime(8 + random.nextInt(8), 30)
                        .atZone(ZONE)
                        .toInstant();
                desk.confirm(
                        meeting.id(),
                        new MoveMeeting(
                                meeting.version(),
                                starts,
                                starts.plus(Duration.ofMinutes(60)),
                                "演示楼" + random.nextInt(9),
                                meeting.chairId(),
                                meeting.audience(),
                                "演示随机改期"),
                        Map.of(),
                        List.of(),
                        house.office.officer());
            }
            ids.forEach(id -> assertNothingStale(house.find(id)));
            assertNoOverloadIsHidden();
            assertThat(house.bean(ReceiptFigures.class).orphans()).isZero();
            assertNoRoomIsBookedTwice();
        }
    }

    /** Two units each, half of them with a receipt, and one room for all, as far as it is free. */
    private void inviteAndBook(List<UUID> ids) {
        UUID room = house.bean(Facilities.class)
                .add(
                        new Facility(
                                new UUID(0, 0),
                                0,
                                FacilityKind.ROOM,
                                "演示随机厅" + ids.get(0),
                                "演示楼",
                                "",
                                60,
                                7,
                                10,
                                true,
                                30,
                                15,
                                false),
                        house.office.officer());
        for (UUID id : ids) {
            house.bean(InviteeService.class)
                    .invite(
                            id,
                            List.of(house.office.planning.id(), house.office.finance.id()),
                            1,
                            "",
                            house.office.officer());
            house.bean(MeetingNoticeService.class).send(id, NoticeWords.none(), house.office.officer());
            house.bean(ReceiptService.class)
                    .answer(
                            id,
                            house.office.planning.id(),
                            new ReceiptAnswer(
                                    1, true, "", List.of(new NamedPerson("沈甲一", "局长", "", RankClass.HEAD, "", ""))),
                            house.office.officer());
            house.bean(BookingService.class).book(id, room, house.office.officer());
        }
    }

    private void assertNoRoomIsBookedTwice() {
        assertThat(house.bean(Bookings.class).overlaps()).isEmpty();
        assertThat(house.bean(Bookings.class).strays()).isEmpty();
    }

    private void absent(Random random) {
        LocalDate from = LocalDate.of(2026, 3, 3).plusDays(random.nextInt(60));
        house.bean(Absences.class)
                .enter(
                        house.office.otherOfficer().personId(),
                        from,
                        from.plusDays(random.nextInt(1, 9)),
                        Absence.Kind.LEAVE,
                        house.office.otherOfficer());
    }

    private void mergeIntoAnother(Meeting meeting, List<UUID> ids) {
        ids.stream()
                .map(house::find)
                .filter(other ->
                        other.state() == MeetingState.PLANNED && !other.id().equals(meeting.id()))
                .findFirst()
                .ifPresent(other -> service.merge(meeting.id(), other.id(), house.office.officer()));
    }

    private void assertNothingStale(Meeting meeting) {
        List<Obligation> owed = duties(meeting);
        if (meeting.state() != MeetingState.PLANNED) {
            assertThat(owed).as(meeting.title()).isEmpty();
            return;
        }
        Map<UUID, PreparationTask> open = new java.util.HashMap<>();
        tasks(meeting).stream()
                .map(TaskLine::task)
                .filter(PreparationTask::isOpen)
                .forEach(task -> open.put(task.id(), task));
        assertThat(owed).extracting(Obligation::id).containsExactlyInAnyOrderElementsOf(open.keySet());
        owed.forEach(one -> assertThat(day(one))
                .isEqualTo(java.util.Objects.requireNonNull(open.get(one.id())).dueOn()));
        assertThat(open.values()).allSatisfy(task -> assertThat(task.dueOn()).isBeforeOrEqualTo(meeting.day(ZONE)));
    }

    private void assertNoOverloadIsHidden() {
        Plan plan = house.bean(PlanningDesk.class).scene().plan();
        plan.input()
                .people()
                .values()
                .forEach(person -> plan.loadOf(person.id()).forEach((day, minutes) -> {
                    int limit = person.away().contains(day) ? 0 : person.dailyMinutes();
                    assertThat(minutes <= limit
                                    || plan.overloads().stream()
                                            .anyMatch(one -> one.personId().equals(person.id())
                                                    && one.day().equals(day)))
                            .isTrue();
                }));
    }
}

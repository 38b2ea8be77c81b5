package org.luoshi.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MoveMeeting;
import org.luoshi.meetings.core.NewMeeting;
import org.luoshi.meetings.planning.PlannedTask;
import org.luoshi.meetings.preparation.MoveDesk;
import org.luoshi.meetings.preparation.PlanningDesk;
import org.luoshi.meetings.preparation.PreparationQueries;
import org.luoshi.meetings.preparation.PreparationQueries.TaskLine;
import org.luoshi.meetings.preparation.PreparationService;
import org.luoshi.meetings.preparation.PreparationTask;
import org.luoshi.obligations.Obligation;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.shared.BusinessException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** Moves that meet another move, a far day or somebody else's meeting. */
@WholeHouse
class MoveCornersTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private InventedMeetings house;
    private MeetingPages pages;

    @BeforeEach
    void office(@Autowired BeanFactory beans, @Autowired WebApplicationContext context) {
        house = new InventedMeetings(beans);
        house.clock.set(TestClock.START);
        pages = new MeetingPages(context);
    }

    @AfterEach
    void backToMonday() {
        house.clock.set(TestClock.START);
    }

    private PreparationTask task(Meeting meeting, String code) {
        return house.bean(PreparationQueries.class).of(meeting.id(), house.office.officer()).lines().stream()
                .map(TaskLine::task)
                .filter(task -> task.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private Instant due(UUID task) {
        Obligation owed = house.bean(ObligationsApi.class).find(List.of(task)).stream()
                .findFirst()
                .orElseThrow();
        return Objects.requireNonNull(owed.due());
    }

    private MvcTestResult move(Meeting seen, String day, String reason) {
        return pages.send(
                "/meetings/" + seen.id() + "/move",
                house.office.officer(),
                "day",
                day,
                "from",
                "09:00",
                "to",
                "11:00",
                "place",
                "演示楼第一会议室",
                "audience",
                "PROVINCE",
                "version",
                String.valueOf(seen.version()),
                "reason",
                reason);
    }

    private static MoveMeeting to(Meeting meeting, String start) {
        Instant starts = OffsetDateTime.parse(start).toInstant();
        return new MoveMeeting(
                meeting.version(), starts, starts.plusSeconds(3600), "演示楼第二会议室", null, meeting.audience(), "演示改期");
    }

    @Test
    void theSecondOfTwoOfficersIsToldWhatTheFirstDidAndMayThenDecide() {
        Meeting seen = house.planned("TOPICAL", "演示两人同时改期的会", "2026-04-22T09:00:00+08:00", 60);
        assertThat(move(seen, "2026-04-20", "演示：领导出差")).hasStatus3xxRedirection();
        MvcTestResult refused = move(seen, "2026-04-21", "演示：会场检修");
        assertThat(refused).hasStatus(HttpStatus.CONFLICT);
        Meeting present = house.find(seen.id());
        assertThat(MeetingPages.text(refused))
                .contains("别人刚刚改过这个会议", "周慎行", "演示：领导出差", "value=\"2026-04-21\"", "演示：会场检修")
                .contains("name=\"version\" value=\"" + present.version() + "\"");
        assertThat(present.day(ZONE)).as("nothing was overwritten").isEqualTo("2026-04-20");
        assertThat(pages.seen(
                        "/meetings/" + seen.id()
                                + "/move?day=2026-04-21&from=09:00&to=11:00&place=x&audience=PROVINCE&version="
                                + seen.version(),
                        house.office.officer()))
                .as("a look tells it before anything is pressed")
                .contains("别人刚刚改过这个会议", "演示：领导出差");
        assertThat(move(present, "2026-04-21", "演示：会场检修")).hasStatus3xxRedirection();
    }

    @Test
    void whatIsDueOnTheDayOfTheMeetingIsDueWhenItBegins() {
        Meeting meeting = house.planned("NATIONAL_VIDEO", "演示当天要备好的会", "2026-04-23T09:00:00+08:00", 60);
        UUID cards = task(meeting, "NAME_CARDS").id();
        assertThat(due(cards)).isEqualTo(meeting.startsAt());
        house.bean(MoveDesk.class)
                .confirm(
                        meeting.id(),
                        to(meeting, "2026-04-23T08:30:00+08:00"),
                        Map.of(),
                        List.of(),
                        house.office.officer());
        assertThat(due(cards)).isEqualTo("2026-04-23T00:30:00Z");
    }

    @Test
    void aMeetingInTwoYearsIsPreparedInTwoYears() {
        Meeting meeting = house.planned("OFFICE", "演示两年以后的会", "2026-05-06T09:00:00+08:00", 60);
        house.bean(MoveDesk.class)
                .confirm(
                        meeting.id(),
                        to(meeting, "2028-03-15T09:00:00+08:00"),
                        Map.of(),
                        List.of(),
                        house.office.officer());
        assertThat(task(meeting, "SIGN_IN").dueOn()).isEqualTo("2028-03-14");
        assertThat(Objects.requireNonNull(house.bean(PlanningDesk.class)
                                .scene()
                                .plan()
                                .tasks()
                                .get(task(meeting, "SIGN_IN").id()))
                        .latestFinish())
                .isEqualTo("2028-03-14");
        house.bean(MoveDesk.class)
                .confirm(
                        meeting.id(),
                        to(house.find(meeting.id()), "2026-05-07T09:00:00+08:00"),
                        Map.of(),
                        List.of(),
                        house.office.officer());
    }

    @Test
    void aMeetingOfSeveralDaysStaysAsLongOnAnotherDay() {
        Meeting meeting = house.planned("TOPICAL", "演示开两天的会", "2026-05-13T09:00:00+08:00", 60);
        assertThat(pages.seen(
                        "/meetings/" + meeting.id()
                                + "/move?day=2026-05-13&lastDay=2026-05-14&from=09:00&to=11:00&place=x&audience=PROVINCE"
                                + "&reason=r1&version=" + meeting.version(),
                        house.office.officer()))
                .contains("day=2026-05-15")
                .containsPattern("day=2026-05-15[^\"]*lastDay=2026-05-16")
                .containsPattern("day=2026-05-15[^\"]*reason=r1");
    }

    @Test
    void whoAnswersForOneMeetingChangesNothingInAnother() {
        Meeting other = house.planned("TOPICAL", "演示别人的会", "2026-05-20T09:00:00+08:00", 60);
        NewMeeting wanted = house.wanted("OFFICE", "演示自己负责的会", "2026-05-21T09:00:00+08:00", 60);
        UUID owner = house.office.roadsLiaison().personId();
        Meeting own = house.planned(new NewMeeting(
                wanted.kind(),
                wanted.title(),
                wanted.purpose(),
                wanted.audience(),
                false,
                false,
                false,
                owner,
                wanted.chairId(),
                wanted.startsAt(),
                wanted.endsAt(),
                wanted.place(),
                30,
                0,
                "",
                ""));
        assertThatThrownBy(() -> house.bean(MoveDesk.class)
                        .confirm(
                                own.id(),
                                to(own, "2026-05-22T09:00:00+08:00"),
                                Map.of(
                                        task(other, "SIGN_IN").id(),
                                        house.office.officer().personId()),
                                List.of(),
                                house.office.roadsLiaison()))
                .isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> house.bean(MoveDesk.class)
                        .confirm(
                                own.id(),
                                to(own, "2026-05-22T09:00:00+08:00"),
                                Map.of(),
                                List.of(task(other, "SIGN_IN").id()),
                                house.office.officer()))
                .isInstanceOf(BusinessException.class);
        assertThat(house.find(own.id()).day(ZONE)).isEqualTo("2026-05-21");
        assertThat(task(other, "SIGN_IN").isOpen()).isTrue();
    }

    /** Random steps with tasks: what stands on a desk is always what the plan says now. */
    @Test
    void whateverHappensToTasksTheirRemindersAreThoseOfThePresentPlan() {
        Random random = new Random(20260303);
        PreparationService service = house.bean(PreparationService.class);
        Meeting meeting = house.planned("NATIONAL_VIDEO", "演示随机办事的会", "2026-06-10T09:00:00+08:00", 60);
        for (int step = 0; step < 40; step++) {
            List<PreparationTask> open =
                    house.bean(PreparationQueries.class).of(meeting.id(), house.office.officer()).lines().stream()
                            .map(TaskLine::task)
                            .filter(PreparationTask::isOpen)
                            .toList();
            PreparationTask task = open.get(random.nextInt(open.size()));
            switch (open.size() < 5 ? 9 : random.nextInt(10)) {
                case 0 -> service.finish(task.id(), "", house.office.officer());
                case 1, 2 -> {
                    if (task.droppable()) {
                        service.drop(task.id(), "演示", house.office.officer());
                    }
                }
                case 3, 4, 5, 6 ->
                    service.change(
                            task.id(),
                            task.version(),
                            random.nextInt(1500),
                            random.nextInt(12),
                            house.office.officer());
                default ->
                    house.bean(MoveDesk.class)
                            .confirm(
                                    meeting.id(),
                                    to(
                                            house.find(meeting.id()),
                                            LocalDate.of(2026, 4, 1).plusDays(step) + "T09:00:00+08:00"),
                                    Map.of(),
                                    List.of(),
                                    house.office.officer());
            }
            assertRemindersFollowThePlan(meeting);
        }
    }

    private void assertRemindersFollowThePlan(Meeting meeting) {
        for (PlannedTask planned : house.bean(PlanningDesk.class).scene().plan().of(meeting.id())) {
            assertThat(due(planned.task().id()).atZone(ZONE).toLocalDate())
                    .as(planned.task().id().toString())
                    .isEqualTo(planned.latestFinish());
        }
    }
}

package org.luoshi.meetings.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.meetings.InventedMeetings;
import org.luoshi.meetings.MeetingPages;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingService;
import org.luoshi.meetings.core.MoveMeeting;
import org.luoshi.notices.NoticesApi;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

@WholeHouse
class VenueStoryTests {

    private InventedMeetings house;
    private InventedVenue venue;
    private BookingService service;
    private Bookings bookings;
    private MeetingPages pages;

    @BeforeEach
    void office(@Autowired BeanFactory beans, @Autowired WebApplicationContext context) {
        house = new InventedMeetings(beans);
        house.clock.set(TestClock.START);
        venue = new InventedVenue(house);
        service = house.bean(BookingService.class);
        bookings = house.bean(Bookings.class);
        pages = new MeetingPages(context);
    }

    @AfterEach
    void nothingOverlaps() {
        house.clock.set(TestClock.START);
        assertThat(bookings.overlaps()).isEmpty();
        assertThat(bookings.strays()).isEmpty();
    }

    private Actor officer() {
        return house.office.officer();
    }

    private List<String> namesOf(Meeting meeting) {
        return bookings.of(meeting.id()).stream().map(Booking::name).toList();
    }

    private Meeting move(Meeting meeting, String start, int minutes, String place) {
        var from = OffsetDateTime.parse(start).toInstant();
        return house.bean(MeetingService.class)
                .move(
                        meeting.id(),
                        new MoveMeeting(
                                house.find(meeting.id()).version(),
                                from,
                                from.plusSeconds(60L * minutes),
                                place,
                                meeting.chairId(),
                                meeting.audience(),
                                "演示：领导另有安排"),
                        officer());
    }

    @Test
    void aFreeRoomWithEnoughSeatsIsOfferedFirstAndBookedWithOnePress() {
        UUID large = venue.room("大礼堂" + venue.mark(), 800);
        UUID fitting = venue.room("三十人厅" + venue.mark(), 34);
        UUID small = venue.room("小会客室" + venue.mark(), 8);
        Meeting meeting = house.planned("TOPICAL", "订房" + venue.mark(), "2026-07-01T09:00:00+08:00", 120);
        String address = "/meetings/" + meeting.id() + "/room";

        List<UUID> offered = house.bean(RoomOffers.class).of(FacilityKind.ROOM, meeting, officer()).stream()
                .map(one -> one.facility().id())
                .toList();
        assertThat(offered.indexOf(fitting)).isLessThan(offered.indexOf(large));
        assertThat(offered.indexOf(large)).isLessThan(offered.indexOf(small));

        assertThat(pages.sent(address, officer(), "facility", fitting.toString()))
                .isEqualTo(address);
        assertThat(pages.sent(address, officer(), "facility", fitting.toString()))
                .isEqualTo(address);
        assertThat(namesOf(meeting)).containsExactly("三十人厅" + venue.mark());
        assertThat(pages.seen(address, officer())).contains("7月1日 周三 08:30–11:15");
        assertThat(pages.seen("/meetings/rooms?day=2026-07-01", officer())).contains("订房" + venue.mark());

        pages.sent(address, officer(), "facility", large.toString());
        assertThat(namesOf(meeting)).containsExactly("大礼堂" + venue.mark());
        pages.sent(address + "/release", officer(), "facility", large.toString());
        assertThat(namesOf(meeting)).isEmpty();
        assertThat(pages.seen("/meetings/" + meeting.id(), officer())).contains("未订会议室");
    }

    @Test
    void theMinutesForSettingUpBelongToTheBooking() {
        UUID room = venue.room("布置厅" + venue.mark(), 50);
        Meeting first = house.planned("TOPICAL", "先开的会" + venue.mark(), "2026-07-02T09:00:00+08:00", 60);
        Meeting next = house.planned("TOPICAL", "接着开的会" + venue.mark(), "2026-07-02T10:30:00+08:00", 60);
        Meeting later = house.planned("TOPICAL", "再晚的会" + venue.mark(), "2026-07-02T10:45:00+08:00", 60);
        service.book(first.id(), room, officer());

        var refused = pages.send("/meetings/" + next.id() + "/room", officer(), "facility", room.toString());
        assertThat(refused).hasStatus(HttpStatus.CONFLICT);
        assertThat(MeetingPages.text(refused)).contains("已被“先开的会" + venue.mark() + "”占用");

        service.book(later.id(), room, officer());
        assertThat(namesOf(later)).hasSize(1);
    }

    @Test
    void ofTwoWhoBookAtTheSameMomentOneHearsWhoWasFirst() throws Exception {
        UUID room = venue.room("同时厅" + venue.mark(), 50);
        List<Meeting> both = List.of(
                house.planned("TOPICAL", "同时甲" + venue.mark(), "2026-07-03T09:00:00+08:00", 60),
                house.planned("TOPICAL", "同时乙" + venue.mark(), "2026-07-03T09:30:00+08:00", 60));
        List<Actor> clerks = List.of(officer(), house.office.otherOfficer());
        CyclicBarrier start = new CyclicBarrier(2);
        List<@Nullable BusinessException> answers = new ArrayList<>();
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<@Nullable BusinessException>> running = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                Meeting meeting = both.get(i);
                Actor clerk = clerks.get(i);
                running.add(two.submit(() -> {
                    start.await();
                    try {
                        service.book(meeting.id(), room, clerk);
                        return null;
                    } catch (BusinessException refusal) {
                        return refusal;
                    }
                }));
            }
            for (Future<@Nullable BusinessException> one : running) {
                answers.add(one.get());
            }
        } finally {
            two.shutdown();
        }

        int winner = answers.get(0) == null ? 0 : 1;
        BusinessException refused = answers.get(1 - winner);
        assertThat(answers.get(winner)).isNull();
        assertThat(refused).isNotNull();
        assertThat(house.bean(Texts.class).reason(Locale.CHINA, refused.error().code(), refused.details()))
                .contains(both.get(winner).title());
        assertThat(namesOf(both.get(winner))).hasSize(1);
        assertThat(namesOf(both.get(1 - winner))).isEmpty();
    }

    @Test
    void theDatabaseItselfKeepsBookingsApart() {
        UUID room = venue.room("约束厅" + venue.mark(), 50);
        Meeting first = house.planned("TOPICAL", "约束甲" + venue.mark(), "2026-07-06T09:00:00+08:00", 60);
        Meeting second = house.planned("TOPICAL", "约束乙" + venue.mark(), "2026-07-06T09:30:00+08:00", 60);
        service.book(first.id(), room, officer());

        assertThatThrownBy(() -> house.bean(JdbcClient.class)
                        .sql("""
                                insert into meetings.booking (id, facility_id, kind, meeting_id, taken_from, taken_until, booked_by, booked_at)
                                select gen_random_uuid(), facility_id, 'LINE', :other, taken_from, taken_until, booked_by, booked_at
                                from meetings.booking where meeting_id = :meeting
                                """)
                        .param("meeting", first.id())
                        .param("other", second.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("booking_without_overlap");
    }

    @Test
    void aMovedMeetingTakesItsRoomAlongWhereItIsFree() {
        UUID room = venue.room("随会厅" + venue.mark(), 50);
        UUID line = venue.line("随会线" + venue.mark());
        Meeting meeting = house.planned("NATIONAL_VIDEO", "会改期" + venue.mark(), "2026-07-07T09:00:00+08:00", 60);
        service.book(meeting.id(), room, officer());
        service.book(meeting.id(), line, officer());

        Meeting moved = move(meeting, "2026-07-08T14:00:00+08:00", 90, meeting.place());

        assertThat(namesOf(meeting)).hasSize(2);
        assertThat(bookings.of(meeting.id()).get(0).takenFrom())
                .isEqualTo(moved.startsAt().minusSeconds(30 * 60));
        assertThat(bookings.lost(meeting.id())).isEmpty();
    }

    @Test
    void aMovedMeetingThatFindsItsRoomTakenSaysSoBeforeAndAfter() {
        UUID room = venue.room("撞期厅" + venue.mark(), 50);
        venue.room("备选厅" + venue.mark(), 40);
        Meeting there = house.planned("TOPICAL", "已在那里" + venue.mark(), "2026-07-10T09:00:00+08:00", 120);
        Meeting meeting = house.planned("TOPICAL", "要改到那天" + venue.mark(), "2026-07-09T09:00:00+08:00", 120);
        service.book(there.id(), room, officer());
        service.book(meeting.id(), room, officer());

        var shown = venue.effects(meeting, "2026-07-10T09:00:00+08:00", 120, meeting.place());
        assertThat(shown)
                .anySatisfy(effect -> assertThat(effect.text())
                        .contains("撞期厅" + venue.mark())
                        .contains("已在那里" + venue.mark())
                        .contains("空闲的还有"));

        move(meeting, "2026-07-10T09:00:00+08:00", 120, meeting.place());

        assertThat(namesOf(meeting)).isEmpty();
        assertThat(namesOf(there)).hasSize(1);
        assertThat(bookings.lost(meeting.id())).extracting(Booking::name).containsExactly("撞期厅" + venue.mark());
        assertThat(house.bean(NoticesApi.class).inbox(officer().personId(), 50))
                .anyMatch(notice -> notice.arguments().containsValue("要改到那天" + venue.mark()));
        assertThat(pages.seen("/meetings/" + meeting.id(), officer())).contains("改期后待订");
        assertThat(pages.seen("/meetings/" + meeting.id() + "/room", officer())).contains("请另订");

        service.book(meeting.id(), venue.room("又一厅" + venue.mark(), 60), officer());
        assertThat(bookings.lost(meeting.id())).isEmpty();
    }

    @Test
    void aMoveToAnotherRoomByNameBooksThatRoom() {
        UUID old = venue.room("旧厅" + venue.mark(), 50);
        venue.room("新厅" + venue.mark(), 50);
        Meeting meeting = house.planned("TOPICAL", "换地方" + venue.mark(), "2026-07-13T09:00:00+08:00", 60);
        service.book(meeting.id(), old, officer());

        assertThat(venue.effects(meeting, "2026-07-13T09:00:00+08:00", 60, "二楼新厅" + venue.mark()))
                .extracting(effect -> effect.text())
                .contains("退订“旧厅" + venue.mark() + "”。", "订下“新厅" + venue.mark() + "”。");
        move(meeting, "2026-07-13T09:00:00+08:00", 60, "二楼新厅" + venue.mark());

        assertThat(namesOf(meeting)).containsExactly("新厅" + venue.mark());
    }

    @Test
    void aCancelledMeetingLetsItsRoomGo() {
        UUID room = venue.room("取消厅" + venue.mark(), 50);
        Meeting meeting = house.planned("TOPICAL", "会取消" + venue.mark(), "2026-07-14T09:00:00+08:00", 60);
        Meeting other = house.planned("TOPICAL", "等房间" + venue.mark(), "2026-07-14T09:00:00+08:00", 60);
        service.book(meeting.id(), room, officer());

        house.bean(MeetingService.class).cancel(meeting.id(), "不开了", officer());
        service.book(other.id(), room, officer());

        assertThat(namesOf(meeting)).isEmpty();
        assertThat(namesOf(other)).hasSize(1);
    }

    @Test
    void whoDoesNotPrepareMeetingsBooksNothingAndSeesNoRegister() {
        UUID room = venue.room("权限厅" + venue.mark(), 50);
        Meeting meeting = house.planned("TOPICAL", "权限" + venue.mark(), "2026-07-15T09:00:00+08:00", 60);

        assertThat(pages.get("/meetings/" + meeting.id() + "/room", house.office.planningLiaison()))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get("/meetings/rooms", house.office.planningLiaison())).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(pages.send(
                        "/meetings/" + meeting.id() + "/room", house.office.archivist(), "facility", room.toString()))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(namesOf(meeting)).isEmpty();
    }

    @Test
    void aRefusedRoomKeepsWhatWasTyped() {
        var refused = pages.send(
                "/meetings/rooms",
                officer(),
                "kind",
                "ROOM",
                "name",
                "没写座位的厅",
                "seats",
                "很多",
                "headSeats",
                "7",
                "rowSeats",
                "12",
                "setUp",
                "30",
                "clearing",
                "15");
        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(MeetingPages.text(refused)).contains("没写座位的厅").contains("很多").contains("的整数");
    }
}

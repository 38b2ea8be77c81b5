package org.luoshi.meetings.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.meetings.InventedMeetings;
import org.luoshi.meetings.MeetingPages;
import org.luoshi.meetings.core.Attendee;
import org.luoshi.meetings.core.Attendee.Part;
import org.luoshi.meetings.core.Attendees;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** Seats, cards, sheets, the handbook and who came, from one list of people. */
@WholeHouse
class PaperStoryTests {

    private InventedMeetings house;
    private InventedVenue venue;
    private MeetingPages pages;
    private VenuePapers papers;
    private Meeting meeting;

    @BeforeEach
    void office(@Autowired BeanFactory beans, @Autowired WebApplicationContext context) {
        house = new InventedMeetings(beans);
        house.clock.set(TestClock.START);
        venue = new InventedVenue(house);
        pages = new MeetingPages(context);
        papers = house.bean(VenuePapers.class);
        meeting =
                house.withoutPeople(house.planned("TOPICAL", "印材料的会" + venue.mark(), "2026-08-03T09:00:00+08:00", 120));
    }

    @AfterEach
    void backToMonday() {
        house.clock.set(TestClock.START);
    }

    private Actor officer() {
        return house.office.officer();
    }

    private String at(String part) {
        return "/meetings/" + meeting.id() + part;
    }

    private void attend(Attendee one) {
        house.bean(Attendees.class).put(one);
    }

    private static Attendee with(Attendee one, String name, String title) {
        return new Attendee(
                one.id(),
                one.meetingId(),
                one.unitId(),
                one.personId(),
                name,
                title,
                one.rank(),
                one.part(),
                one.site(),
                one.telephone(),
                one.substituteFor(),
                one.substituteReason());
    }

    @Test
    void afterAChangeOnlyTheCardsThatSaySomethingElseArePrintedAgain() {
        venue.attend(meeting, "陈大局", "副省长", 1, Part.CHAIR, null);
        Attendee first = venue.attend(meeting, "沈甲一", "局长", 20, Part.MEMBER, house.office.planning.id());
        Attendee gone = venue.attend(meeting, "杨乙一", "局长", 21, Part.MEMBER, house.office.finance.id());
        venue.attend(meeting, "秦丙一", "局长", 22, Part.MEMBER, house.office.roads.id());
        assertThat(pages.seen(at("/cards"), officer())).contains("还没有打印过，共 4 张");

        String batch = pages.sent(at("/cards"), officer(), "which", "changed");
        assertThat(batch).isEqualTo(at("/cards/1"));
        assertThat(pages.seen(batch, officer())).contains("沈甲一", "秦丙一", "陈大局", "rotate(180");
        assertThat(pages.send(at("/cards"), officer(), "which", "changed")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);

        attend(with(first, "沈甲二", "副局长"));
        house.bean(Attendees.class).remove(gone.id());
        venue.attend(meeting, "马新", "处长", 30, Part.LISTENER, house.office.planning.id());

        PrintState state = papers.state(meeting.id(), officer());
        assertThat(state.changedCards()).extracting(NameCard::name).containsExactlyInAnyOrder("沈甲二", "马新");
        assertThat(state.newCards()).isEqualTo(1);
        assertThat(state.reprintCards()).isEqualTo(1);
        assertThat(state.stale()).isEqualTo(1);
        assertThat(state.moved()).extracting(one -> one.card().name()).doesNotContain("陈大局");
        String second = pages.sent(at("/cards"), officer(), "which", "changed");
        assertThat(pages.seen(second, officer()))
                .contains("沈甲二")
                .contains("马　新")
                .doesNotContain("秦丙一");
        assertThat(papers.state(meeting.id(), officer()).changedCards()).isEmpty();
        assertThat(pages.seen(at(""), officer())).contains("打印席卡2张");
    }

    @Test
    void aMoveSaysWhatMustBePrintedAgain() {
        venue.attend(meeting, "陈大局", "副省长", 1, Part.CHAIR, null);
        venue.attend(meeting, "沈甲一", "局长", 20, Part.MEMBER, house.office.planning.id());
        assertThat(venue.effects(meeting, "2026-08-04T09:00:00+08:00", 120, meeting.place()))
                .isEmpty();
        papers.printCards(meeting.id(), true, officer());
        pages.sent(at("/signin/sheets"), officer(), "which", "changed");
        pages.sent(at("/handbook"), officer());

        assertThat(venue.effects(meeting, "2026-08-04T09:00:00+08:00", 120, meeting.place()))
                .extracting(effect -> effect.text())
                .containsExactly("要重印：席卡 0 张，签到表 2 张，会议手册 2 本。");
    }

    @Test
    void signInSheetsAreByUnitInTheOfficialOrder() {
        venue.attend(meeting, "秦丙一", "局长", 20, Part.MEMBER, house.office.roads.id());
        venue.attend(meeting, "沈甲一", "局长", 20, Part.MEMBER, house.office.planning.id());
        String sheet = pages.seen(pages.sent(at("/signin/sheets"), officer(), "which", "changed"), officer());
        assertThat(sheet.indexOf("沈甲一")).isPositive().isLessThan(sheet.indexOf("秦丙一"));
        assertThat(sheet).contains("云泽省发展规划局").contains("签名");
    }

    @Test
    void theHandbookHoldsTitlePeopleAndSeats() throws Exception {
        venue.attend(meeting, "陈大局", "副省长", 1, Part.CHAIR, null);
        venue.attend(meeting, "沈甲一", "局长", 20, Part.MEMBER, house.office.planning.id());
        byte[] file = house.bean(HandbookWriter.class).write(meeting.id(), venue.page(), officer());
        try (XWPFWordExtractor reader = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(file)))) {
            assertThat(reader.getText())
                    .contains("印材料的会" + venue.mark(), "会议手册", "沈甲一", "主席台1排1座", "1排1座", "云泽省发展规划局")
                    .doesNotContain("{{");
        }
        assertThat(pages.get(at("/handbook"), officer())).hasStatusOk();
    }

    @Test
    void twoPeopleChangeSeatsByHandAndTheSwapGoesWithThem() {
        venue.room("排座厅" + venue.mark(), 40, 5, 8);
        Attendee first = venue.attend(meeting, "沈甲一", "局长", 20, Part.MEMBER, house.office.planning.id());
        Attendee second = venue.attend(meeting, "秦丙一", "局长", 20, Part.MEMBER, house.office.roads.id());
        SeatPlans plans = house.bean(SeatPlans.class);

        pages.sent(
                at("/seats/swap"),
                officer(),
                "first",
                first.id().toString(),
                "second",
                second.id().toString());
        assertThat(Objects.requireNonNull(
                                plans.of(meeting.id(), officer()).byAttendee().get(second.id()))
                        .code())
                .isEqualTo("1-1");
        assertThat(pages.seen(at("/seats"), officer()))
                .contains("<svg")
                .contains("秦丙一")
                .doesNotContain("style=");
        assertThat(pages.seen(at("/seats/print"), officer())).contains("landscape");
        var twice = pages.send(
                at("/seats/swap"),
                officer(),
                "first",
                first.id().toString(),
                "second",
                first.id().toString());
        assertThat(twice).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(MeetingPages.text(twice)).contains("请选两个不同的人");

        house.bean(Attendees.class).remove(first.id());
        assertThat(plans.countSwaps(meeting.id())).isZero();
    }

    @Test
    void aClerkMarksWhoCame() {
        UUID planning = house.office.planning.id();
        Attendee first = venue.attend(meeting, "沈甲一", "局长", 20, Part.MEMBER, planning);
        venue.attend(meeting, "韩甲二", "处长", 30, Part.MEMBER, planning);
        String unit = planning.toString();

        pages.sent(at("/signin"), officer(), "unit", unit, "here", first.id().toString());
        pages.sent(at("/signin"), officer(), "unit", unit, "here", first.id().toString());
        assertThat(pages.seen(at("/signin"), officer())).contains("到会 1 人，名单 2 人");
        pages.sent(at("/signin"), officer(), "unit", unit, "everybody", "yes");
        assertThat(pages.seen(at("/signin"), officer())).contains("到会 2 人，名单 2 人");
        pages.sent(at("/signin"), officer(), "unit", unit, "away", first.id().toString());
        assertThat(house.bean(Arrivals.class).present(meeting.id())).hasSize(1);
        assertThat(pages.send(
                        at("/signin"),
                        officer(),
                        "unit",
                        unit,
                        "here",
                        UUID.randomUUID().toString()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void threeThousandPeopleAreSeatedPrintedAndMarkedWithoutWaiting() {
        List<UUID> units = List.of(house.office.planning.id(), house.office.finance.id(), house.office.roads.id());
        house.bean(JdbcClient.class)
                .sql("""
                        insert into meetings.attendee (id, meeting_id, unit_id, name, title, rank, part, site, changed_at)
                        select gen_random_uuid(), :meeting, (:units)[1 + n % 3], '代表' || n, '委员', 100 + n % 9, 'MEMBER', '', now()
                        from generate_series(1, 3000) n
                        """)
                .param("meeting", meeting.id())
                .param("units", units.toArray(UUID[]::new))
                .update();
        UUID room = venue.room("万人礼堂" + venue.mark(), 3_200, 15, 40);
        house.bean(BookingService.class).book(meeting.id(), room, officer());

        long begin = System.nanoTime();
        SeatPlan plan = house.bean(SeatPlans.class).of(meeting.id(), officer());
        assertThat(plan.seated()).isEqualTo(3_000);
        assertThat(SeatDrawing.of(plan, venue.page()).size()).isBetween(5, 8);
        pages.seen(at("/seats/print"), officer());
        pages.seen(pages.sent(at("/cards"), officer(), "which", "changed"), officer());
        pages.seen(at("/signin"), officer());
        byte[] handbook = house.bean(HandbookWriter.class).write(meeting.id(), venue.page(), officer());
        assertThat(handbook).isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void papersAreForWhoPreparesTheMeeting() {
        Attendee one = venue.attend(meeting, "沈甲一", "局长", 20, Part.MEMBER, house.office.planning.id());
        attend(new Attendee(
                one.id(),
                one.meetingId(),
                one.unitId(),
                house.office.planningHead().personId(),
                one.name(),
                one.title(),
                one.rank(),
                one.part(),
                "",
                null,
                null,
                null));
        assertThat(pages.seen(at("/seats"), house.office.planningHead()))
                .contains("沈甲一")
                .doesNotContain("换座");
        assertThat(pages.get(at("/signin"), house.office.planningHead())).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(pages.get(at("/cards"), house.office.planningHead())).hasStatus(HttpStatus.FORBIDDEN);
        assertThatThrownBy(() -> papers.printCards(meeting.id(), true, house.office.planningHead()))
                .isInstanceOf(BusinessException.class);
    }
}

package org.luoshi.meetings.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.meetings.InventedMeetings;
import org.luoshi.meetings.MeetingPages;
import org.luoshi.meetings.core.Attendee.Part;
import org.luoshi.meetings.core.Attendees;
import org.luoshi.meetings.core.InvitedUnit;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingService;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.WebApplicationContext;

/** The roll call of the sites of a video meeting. */
@WholeHouse
class SiteStoryTests {

    private InventedMeetings house;
    private InventedVenue venue;
    private MeetingPages pages;
    private SiteCalls calls;
    private Meeting meeting;

    @BeforeEach
    void office(@Autowired BeanFactory beans, @Autowired WebApplicationContext context) {
        house = new InventedMeetings(beans);
        house.clock.set(TestClock.START);
        venue = new InventedVenue(house);
        pages = new MeetingPages(context);
        calls = house.bean(SiteCalls.class);
        meeting = house.planned("NATIONAL_VIDEO", "点名的会" + venue.mark(), "2026-08-10T09:00:00+08:00", 120);
    }

    @AfterEach
    void backToMonday() {
        house.clock.set(TestClock.START);
    }

    private Actor officer() {
        return house.office.officer();
    }

    private String sites() {
        return "/meetings/" + meeting.id() + "/sites";
    }

    private List<String> order() {
        return calls.of(meeting.id(), officer()).stream().map(VideoSite::name).toList();
    }

    private VideoSite site(String name) {
        return calls.of(meeting.id(), officer()).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void press(String site, String step, String answer) {
        pages.sent(sites() + "/" + site(site).id() + "/calls", officer(), "step", step, "answer", answer);
    }

    @Test
    void sitesComeFromTheUnitsAskedAndWhoIsSilentStandsFirst() {
        Attendees attendees = house.bean(Attendees.class);
        attendees.invite(new InvitedUnit(meeting.id(), house.office.planning.id(), 2, ""));
        attendees.invite(new InvitedUnit(meeting.id(), house.office.roads.id(), 2, ""));
        venue.attend(meeting, "尤丙三", "联络员", 90, Part.STAFF, house.office.roads.id(), "道路养护局");
        venue.attend(meeting, "魏外", "站长", 90, Part.MEMBER, null, "东山分会场");
        assertThat(pages.seen(sites(), officer())).contains("还没有分会场");

        pages.sent(sites() + "/listed", officer());
        pages.sent(sites() + "/listed", officer());
        pages.sent(sites(), officer(), "name", "西河分会场", "telephone", "0551-7788");

        assertThat(order()).containsExactly("发展规划局", "道路养护局", "东山分会场", "西河分会场");
        assertThat(site("东山分会场").telephone()).isEqualTo("0551-5502");
        press("发展规划局", "TEST_1", "well");
        press("道路养护局", "TEST_1", "unwell");
        press("东山分会场", "TEST_1", "well");
        press("东山分会场", "TEST_2", "well");
        assertThat(order()).containsExactly("道路养护局", "西河分会场", "发展规划局", "东山分会场");
        assertThat(pages.seen(sites(), officer()))
                .contains("分会场 4 个，1 个无应答", "tel:0551-7788")
                .doesNotContain("meetings.venue");
        assertThat(pages.seen("/meetings/" + meeting.id(), officer())).contains("发展规划局：一次联调正常");
    }

    @Test
    void aSiteThatIsCutOffComesFirstAndItsMinutesAreCounted() {
        pages.sent(sites(), officer(), "name", "甲");
        pages.sent(sites(), officer(), "name", "乙");
        press("乙", "SIGN_IN", "well");
        String lines = sites() + "/" + site("乙").id() + "/drop-outs";
        pages.sent(lines, officer(), "line", "out");
        pages.sent(lines, officer(), "line", "out");
        assertThat(order()).containsExactly("乙", "甲");
        assertThat(pages.seen("/meetings/" + meeting.id(), officer())).contains("1 个掉线");

        house.clock.set(TestClock.START.plus(Duration.ofSeconds(390)));
        pages.sent(lines, officer(), "line", "back");
        house.clock.set(TestClock.START.plus(Duration.ofHours(1)));

        assertThat(order()).containsExactly("甲", "乙");
        assertThat(pages.seen(sites(), officer())).contains("1 次，共 7 分钟");
        press("乙", "SIGN_IN", "back");
        assertThat(site("乙").isSilent()).isTrue();
    }

    @Test
    void whatCannotBeIsRefusedBesideTheField() {
        pages.sent(sites(), officer(), "name", "甲");
        var again = pages.send(sites(), officer(), "name", "甲", "telephone", "110");
        assertThat(again).hasStatus(HttpStatus.CONFLICT);
        assertThat(MeetingPages.text(again)).contains("已经有叫“甲”的分会场").contains("110");
        assertThat(pages.send(sites() + "/" + site("甲").id() + "/calls", officer(), "step", "DANCE", "answer", "well"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(pages.get(sites(), house.office.archivist())).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void sitesOfAMergedMeetingGoOver() {
        Meeting into = house.planned("NATIONAL_VIDEO", "合开的会" + venue.mark(), "2026-08-11T09:00:00+08:00", 120);
        pages.sent(sites(), officer(), "name", "甲");
        press("甲", "TEST_1", "well");
        house.bean(MeetingService.class).merge(meeting.id(), into.id(), officer());
        assertThat(calls.of(into.id(), officer()))
                .singleElement()
                .satisfies(one -> assertThat(one.answered()).isEqualTo(1));
    }

    @Test
    void theRunningOrderIsThereForTheChairWithoutAnAgendaToo() {
        assertThat(pages.seen("/meetings/" + meeting.id() + "/running", house.office.leader()))
                .contains("09:00", "11:00", "会议开始", "主持：陈大局")
                .contains("meetings-paper")
                .doesNotContain("meetings.venue");
    }
}

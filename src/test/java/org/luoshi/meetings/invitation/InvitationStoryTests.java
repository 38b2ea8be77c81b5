package org.luoshi.meetings.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.meetings.InventedMeetings;
import org.luoshi.meetings.core.Attendee;
import org.luoshi.meetings.core.Attendees;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingCard;
import org.luoshi.meetings.core.MeetingError;
import org.luoshi.meetings.core.MeetingService;
import org.luoshi.meetings.core.MoveEffect;
import org.luoshi.notices.CalendarEntry;
import org.luoshi.notices.NoticesApi;
import org.luoshi.obligations.Obligation;
import org.luoshi.obligations.ObligationState;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.organization.NewUnit;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.luoshi.platform.Page;
import org.luoshi.platform.Pages;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeHouse
class InvitationStoryTests {

    private InventedMeetings meetings;
    private InvitedHouse house;
    private InventedOffice office;

    @BeforeEach
    void office(@Autowired BeanFactory beans) {
        meetings = new InventedMeetings(beans);
        house = new InvitedHouse(meetings);
        office = meetings.office;
        meetings.clock.set(TestClock.START);
    }

    @AfterEach
    void backToMonday() {
        meetings.clock.set(TestClock.START);
    }

    private Page page() {
        return house.bean(Pages.class).in(Locale.SIMPLIFIED_CHINESE);
    }

    private Obligation owed(Meeting meeting, Unit unit) {
        return house.bean(ObligationsApi.class)
                .find(List.of(InvitationDesk.deskId(meeting.id(), unit.id())))
                .get(0);
    }

    private List<String> told(Actor actor, Meeting meeting) {
        NoticesApi notices = house.bean(NoticesApi.class);
        return notices.inbox(actor.personId(), 500).stream()
                .filter(notice -> notice.href().startsWith("/meetings/" + meeting.id()))
                .map(notice -> notices.text(notice, page()))
                .toList();
    }

    private static void assertRefused(ErrorCode error, Runnable step) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        BusinessException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(error));
    }

    @Test
    void aNoticeTellsEachUnitAndPutsAReceiptOnItsLiaisonsDesk() {
        Meeting meeting = house.noticed("演示通知会", "2026-03-06T09:00:00+08:00", office.planning, office.finance);

        assertThat(meeting.noticed()).isEqualTo(1);
        assertThat(told(office.planningLiaison(), meeting)).anyMatch(text -> text.contains("演示通知会"));
        assertThat(told(office.planningHead(), meeting)).hasSize(1);
        assertThat(owed(meeting, office.planning).due()).isEqualTo("2026-03-04T09:00:00Z");
        assertThat(owed(meeting, office.planning).state()).isEqualTo(ObligationState.OPEN);
        assertThat(told(office.roadsLiaison(), meeting)).isEmpty();

        house.answer(meeting, office.planning, office.planningLiaison(), InvitedHouse.person("沈甲一"));

        assertThat(owed(meeting, office.planning).state()).isEqualTo(ObligationState.MET);
        Attendee attendee = house.bean(Attendees.class).of(meeting.id()).get(0);
        assertThat(attendee.personId()).isEqualTo(office.planningHead().personId());
        assertThat(attendee.rank()).isEqualTo(200);
        assertThat(house.line(meeting, office.finance).state()).isEqualTo(ReceiptState.SILENT);
    }

    @Test
    void aNoticeIsNotSentToNobodyNorAskedBackAfterTheMeeting() {
        Meeting meeting = meetings.planned("TOPICAL", "演示没有单位的会", "2026-03-06T09:00:00+08:00", 60);
        assertRefused(InvitationError.NOBODY_INVITED, () -> house.send(meeting, "2026-03-04T17:00:00+08:00"));
        assertRefused(InvitationError.REPORT_TOO_LATE, () -> house.send(meeting, "2026-03-06T10:00:00+08:00"));
        assertRefused(
                InvitationError.UNITS_UNCLEAR,
                () -> house.bean(InviteeService.class).invite(meeting.id(), "发展规划局、不存在的单位甲", 1, "", office.officer()));
        assertRefused(
                MeetingError.NOT_YOURS,
                () -> house.bean(InviteeService.class)
                        .invite(meeting.id(), List.of(office.roads.id()), 1, "", office.leader()));
    }

    @Test
    void aUnitNamesNotMorePeopleThanSeatsAndSaysWhyNobodyComes() {
        Meeting meeting = house.noticed("演示名额会", "2026-03-06T09:00:00+08:00", office.planning, office.finance);
        Actor liaison = office.planningLiaison();
        assertRefused(
                InvitationError.TOO_MANY,
                () -> house.answer(
                        meeting,
                        office.planning,
                        liaison,
                        InvitedHouse.person("甲"),
                        InvitedHouse.person("乙"),
                        InvitedHouse.person("丙")));
        assertRefused(
                InvitationError.NAMED_TWICE,
                () -> house.answer(
                        meeting, office.planning, liaison, InvitedHouse.person("甲"), InvitedHouse.person("甲")));
        assertRefused(MeetingError.FIELD_MISSING, () -> house.decline(meeting, office.planning, liaison, " "));
        assertRefused(
                InvitationError.NOT_YOUR_UNIT,
                () -> house.answer(meeting, office.finance, liaison, InvitedHouse.person("甲")));
        assertRefused(
                InvitationError.NOT_INVITED,
                () -> house.answer(meeting, office.roads, office.officer(), InvitedHouse.person("甲")));

        house.answer(meeting, office.planning, liaison, InvitedHouse.person("甲"), InvitedHouse.person("乙"));
        house.decline(meeting, office.planning, liaison, "同日有全局会议");

        assertThat(house.line(meeting, office.planning).state()).isEqualTo(ReceiptState.DECLINES);
        assertThat(house.bean(Attendees.class).of(meeting.id())).isEmpty();
    }

    @Test
    void aSubstituteComesWithAReasonTakesTheSeatAndIsNotReplacedAgain() {
        Meeting meeting = house.noticed("演示替会", "2026-03-06T09:00:00+08:00", office.planning);
        Actor liaison = office.planningLiaison();
        house.answer(meeting, office.planning, liaison, InvitedHouse.person("沈甲一"));
        UUID seat = house.line(meeting, office.planning).people().get(0).id();
        assertRefused(
                InvitationError.SUBSTITUTE_REASON,
                () -> house.answer(
                        meeting, office.planning, liaison, new NamedPerson("李乙", "", "", RankClass.OTHER, "沈甲一", "")));

        house.answer(meeting, office.planning, liaison, InvitedHouse.substitute("李乙", "沈甲一"));

        Attendee substitute = house.line(meeting, office.planning).people().get(0);
        assertThat(substitute.id()).isEqualTo(seat);
        assertThat(substitute.substituteFor()).isEqualTo("沈甲一");
        assertThat(substitute.substituteReason()).isEqualTo("出差");
        assertThatThrownBy(() -> house.answer(meeting, office.planning, liaison, InvitedHouse.substitute("王丙", "李乙")))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> {
                    assertThat(refusal.error()).isEqualTo(InvitationError.SUBSTITUTE_OF_SUBSTITUTE);
                    assertThat(page().reason(refusal)).contains("李乙", "沈甲一");
                });
        assertThat(house.names(meeting, office.planning)).containsExactly("李乙");
    }

    @Test
    void aMovedMeetingSendsANewNoticeAndEarlierReceiptsAreConfirmedWithOnePress() {
        Meeting meeting = house.noticed("演示提前的会", "2026-03-06T09:00:00+08:00", office.planning, office.finance);
        house.answer(meeting, office.planning, office.planningLiaison(), InvitedHouse.person("沈甲一"));
        house.decline(meeting, office.finance, office.financeLiaison(), "原定日期有会");

        house.move(meeting, "2026-03-04T09:00:00+08:00");

        List<MeetingNotice> notices = house.bean(MeetingNoticeQueries.class).of(meeting.id(), office.officer());
        assertThat(notices).hasSize(2);
        assertThat(notices.get(0).changesSince(notices.get(1)))
                .contains(MeetingNotice.Change.TIME)
                .doesNotContain(MeetingNotice.Change.PLACE);
        assertThat(notices.get(0).reason()).isEqualTo("领导另有安排");
        assertThat(notices.get(0).due()).isBeforeOrEqualTo(notices.get(0).startsAt());
        assertThat(house.line(meeting, office.planning).state()).isEqualTo(ReceiptState.TO_CONFIRM);
        assertThat(house.line(meeting, office.finance).state()).isEqualTo(ReceiptState.TO_CONFIRM);
        assertThat(owed(meeting, office.planning).state()).isEqualTo(ObligationState.OPEN);
        assertThat(told(office.planningLiaison(), meeting)).anyMatch(text -> text.contains("第2次通知"));
        assertRefused(
                InvitationError.NOTICE_NEWER,
                () -> house.answer(meeting, office.finance, 1, office.financeLiaison(), InvitedHouse.person("杨乙一")));

        ReceiptService service = house.bean(ReceiptService.class);
        service.stillYes(meeting.id(), office.planning.id(), office.planningLiaison());
        service.stillYes(meeting.id(), office.planning.id(), office.planningLiaison());

        assertThat(house.line(meeting, office.planning).state()).isEqualTo(ReceiptState.COMES);
        assertThat(house.names(meeting, office.planning)).containsExactly("沈甲一");
        assertThat(owed(meeting, office.planning).state()).isEqualTo(ObligationState.MET);
        assertThat(house.bean(ReceiptFigures.class).of(meeting.id()))
                .isEqualTo(new ReceiptFigures.ReceiptCounts(2, 0, 1, 1, 0, 1));
    }

    @Test
    void otherWordsAloneDoNotAskUnitsAgainUnlessItIsWanted() {
        Meeting meeting = house.noticed("演示补充通知会", "2026-03-06T09:00:00+08:00", office.planning);
        house.answer(meeting, office.planning, office.planningLiaison(), InvitedHouse.person("沈甲一"));

        house.bean(MeetingNoticeService.class).send(meeting.id(), NoticeWords.none(), office.officer());

        assertThat(house.line(meeting, office.planning).state()).isEqualTo(ReceiptState.COMES);
        house.bean(MeetingNoticeService.class)
                .send(meeting.id(), new NoticeWords("", "", "", "", "", "须主要负责同志参加", null, true), office.officer());
        assertThat(house.line(meeting, office.planning).state()).isEqualTo(ReceiptState.TO_CONFIRM);
    }

    @Test
    void beforeAMoveTheOfficeSeesWhatItMeansForReceipts() {
        Meeting meeting = house.noticed("演示预览的会", "2026-03-06T09:00:00+08:00", office.planning, office.finance);
        house.answer(meeting, office.planning, office.planningLiaison(), InvitedHouse.person("沈甲一"));
        house.decline(meeting, office.finance, office.financeLiaison(), "原定日期有会");

        List<MoveEffect> effects = house.bean(InvitationEffects.class).of(meeting, meeting, office.officer(), page());

        assertThat(effects).anyMatch(effect -> effect.text().contains("2份回执要请单位重新确认"));
        assertThat(effects)
                .anyMatch(effect -> effect.weight() == MoveEffect.Weight.ASKS
                        && effect.text().contains("财务保障局"));
        assertThat(effects).anyMatch(effect -> effect.topic() == MoveEffect.Topic.OUTSIDERS);
    }

    @Test
    void theOfficeTelephonesTheSilentFirstAndUrgesEachUnitNotTooOften() {
        Meeting meeting =
                house.noticed("演示催报会", "2026-03-20T09:00:00+08:00", office.planning, office.finance, office.roads);
        house.answer(meeting, office.planning, office.planningLiaison(), InvitedHouse.person("沈甲一"));
        assertThat(house.bean(ReceiptQueries.class).lines(meeting.id(), office.officer()))
                .extracting(line -> line.unit().id())
                .containsExactly(office.finance.id(), office.roads.id(), office.planning.id());
        office.openAccounts();
        ReceiptUrging urging = house.bean(ReceiptUrging.class);

        ReceiptUrging.Urged first = urging.urge(meeting.id(), List.of(office.finance.id()), office.officer());
        ReceiptUrging.Urged second = urging.urge(meeting.id(), List.of(), office.officer());

        assertThat(first.told()).containsExactly("财务保障局");
        assertThat(second.told()).containsExactly("道路养护局");
        assertThat(second.tooSoon()).extracting(ReceiptUrging.TooSoon::unit).containsExactly("财务保障局");
        assertThat(told(office.planningLiaison(), meeting)).noneMatch(text -> text.contains("请报送"));
        meetings.clock.advance(Duration.ofDays(7));
        assertThat(urging.urge(meeting.id(), List.of(), office.officer()).told())
                .hasSize(2);
    }

    @Test
    void theOfficeEntersAReceiptByTelephoneAndItSaysSo() {
        Meeting meeting = house.noticed("演示代填会", "2026-03-06T09:00:00+08:00", office.roads);

        house.answer(meeting, office.roads, office.officer(), InvitedHouse.person("秦丙一"));

        MeetingReceipt receipt =
                Objects.requireNonNull(house.line(meeting, office.roads).receipt());
        assertThat(receipt.onBehalf()).isTrue();
        assertThat(owed(meeting, office.roads).state()).isEqualTo(ObligationState.MET);
    }

    @Test
    void aMeetingHeldWithAnotherTakesUnitsReceiptsAndPeopleAlong() {
        Meeting from = house.noticed("演示并入的会", "2026-03-06T09:00:00+08:00", office.planning, office.finance);
        Meeting into = house.noticed("演示并到的会", "2026-03-07T09:00:00+08:00", office.planning);
        house.answer(
                from, office.planning, office.planningLiaison(), InvitedHouse.person("沈甲一"), InvitedHouse.person("甲二"));
        house.answer(from, office.finance, office.financeLiaison(), InvitedHouse.person("杨乙一"));
        house.answer(
                into, office.planning, office.planningLiaison(), InvitedHouse.person("沈甲一"), InvitedHouse.person("甲三"));

        house.bean(MeetingService.class).merge(from.id(), into.id(), office.officer());

        assertThat(house.names(into, office.planning)).containsExactlyInAnyOrder("沈甲一", "甲二", "甲三");
        assertThat(house.line(into, office.planning).seats()).isEqualTo(3);
        assertThat(house.line(into, office.planning).state()).isEqualTo(ReceiptState.COMES);
        assertThat(house.names(into, office.finance)).containsExactly("杨乙一");
        assertThat(house.line(into, office.finance).state()).isEqualTo(ReceiptState.TO_CONFIRM);
        assertThat(owed(into, office.finance).state()).isEqualTo(ObligationState.OPEN);
        assertThat(house.bean(Attendees.class).of(from.id())).isEmpty();
        assertThat(told(office.financeLiaison(), from)).anyMatch(text -> text.contains("并入“演示并到的会”"));
        assertThat(house.bean(ReceiptFigures.class).orphans()).isZero();
        assertThatThrownBy(() -> house.answer(from, office.finance, office.financeLiaison(), InvitedHouse.person("别人")))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> {
                    assertThat(refusal.error()).isEqualTo(InvitationError.MEETING_MERGED);
                    assertThat(page().reason(refusal)).contains("演示并到的会");
                });
        house.bean(ReceiptService.class).stillYes(into.id(), office.finance.id(), office.financeLiaison());
        assertThat(house.line(into, office.finance).state()).isEqualTo(ReceiptState.COMES);
    }

    @Test
    void aMeetingWithoutNoticeThatTakesAnotherInGivesNotice() {
        Meeting from = house.noticed("演示先发通知的会", "2026-03-06T09:00:00+08:00", office.roads);
        house.answer(from, office.roads, office.roadsLiaison(), InvitedHouse.person("秦丙一"));
        Meeting into = meetings.planned("TOPICAL", "演示未发通知的会", "2026-03-07T09:00:00+08:00", 60);

        house.bean(MeetingService.class).merge(from.id(), into.id(), office.officer());

        assertThat(meetings.find(into.id()).noticed()).isEqualTo(1);
        assertThat(house.line(into, office.roads).state()).isEqualTo(ReceiptState.TO_CONFIRM);
        assertThat(house.bean(ReceiptFigures.class).orphans()).isZero();
    }

    @Test
    void aCalledOffMeetingAsksNobodyAnyMoreAndLeavesTheCalendarStruckOut() {
        Meeting meeting = house.noticed("演示取消的会", "2026-03-06T09:00:00+08:00", office.planning, office.finance);
        house.answer(meeting, office.planning, office.planningLiaison(), InvitedHouse.person("沈甲一"));

        house.bean(MeetingService.class).cancel(meeting.id(), "并入日常工作", office.officer());

        assertThat(owed(meeting, office.finance).state())
                .isNotIn(ObligationState.OPEN, ObligationState.OVERDUE, ObligationState.MET);
        assertThat(told(office.financeLiaison(), meeting)).anyMatch(text -> text.contains("会议取消"));
        assertThat(told(office.leader(), meeting)).anyMatch(text -> text.contains("并入日常工作"));
        assertRefused(
                InvitationError.MEETING_CANCELLED,
                () -> house.answer(meeting, office.finance, office.financeLiaison(), InvitedHouse.person("杨乙一")));
        assertThat(house.names(meeting, office.planning)).containsExactly("沈甲一");
        CalendarEntry entry = calendar(office.planningHead(), meeting);
        assertThat(entry.cancelled()).isTrue();
        assertThat(entry.sequence()).isEqualTo(meeting.sequence() + 1);
        assertThat(entry.uid()).isEqualTo("meeting-" + meeting.id());
    }

    private CalendarEntry calendar(Actor person, Meeting meeting) {
        return house
                .bean(InvitationCalendar.class)
                .entriesFor(person, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), page())
                .stream()
                .filter(entry -> entry.uid().endsWith(meeting.id().toString()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aUnitThatIsAskedNoMoreOwesNothingAndItsPeopleAreGone() {
        Meeting meeting = house.noticed("演示减少单位的会", "2026-03-06T09:00:00+08:00", office.planning, office.finance);
        house.answer(meeting, office.planning, office.planningLiaison(), InvitedHouse.person("沈甲一"));

        house.bean(InviteeService.class).uninvite(meeting.id(), office.planning.id(), office.officer());
        house.bean(InviteeService.class).uninvite(meeting.id(), office.finance.id(), office.officer());
        house.bean(InviteeService.class).invite(meeting.id(), "道路养护局", 1, "", office.officer());

        assertThat(house.bean(Attendees.class).of(meeting.id())).isEmpty();
        assertThat(owed(meeting, office.finance).state()).isNotEqualTo(ObligationState.OPEN);
        assertThat(owed(meeting, office.roads).state())
                .as("who is invited after the notice is told at once")
                .isEqualTo(ObligationState.OPEN);
        assertThat(house.bean(ReceiptFigures.class).orphans()).isZero();
    }

    @Test
    void thePageOfAMeetingSaysHowManyHaveAnswered() {
        Meeting meeting = house.noticed("演示卡片会", "2026-03-06T09:00:00+08:00", office.planning, office.finance);
        house.answer(meeting, office.planning, office.planningLiaison(), InvitedHouse.person("沈甲一"));
        InvitationCards cards = house.bean(InvitationCards.class);

        assertThat(cards.cardsFor(meeting, office.officer(), page()))
                .extracting(MeetingCard::state)
                .containsExactly("第1次通知", "已回执1/2");
        assertThat(cards.cardsFor(meeting, office.financeLiaison(), page()))
                .extracting(MeetingCard::state)
                .containsExactly("第1次通知", "未回执");
    }

    @Test
    void theNoticeOpensTheHandbookAndEachVersionIsInTheArchive() {
        Meeting meeting = house.noticed("演示手册会", "2026-03-06T09:00:00+08:00", office.planning);
        house.move(meeting, "2026-03-05T09:00:00+08:00");
        InvitationPapers papers = house.bean(InvitationPapers.class);

        assertThat(papers.chapters(meeting, office.officer(), page()))
                .singleElement()
                .satisfies(chapter -> assertThat(chapter.paragraphs())
                        .anyMatch(text -> text.contains("3月5日"))
                        .contains("着装：正装"));
        assertThat(papers.files(meeting, office.officer(), page()))
                .containsOnlyKeys("第1次通知.docx", "第2次通知.docx", "参会回执.xlsx");
    }

    @Test
    void threeThousandPeopleOfAThousandUnitsAreCountedAndListedInNoTime() {
        Meeting meeting = meetings.planned("TOPICAL", "演示三千人的会", "2026-03-06T09:00:00+08:00", 60);
        OrganizationApi organization = house.bean(OrganizationApi.class);
        Unit unit = organization.addUnit(
                new NewUnit(null, null, "三千人总局", "三千人总局", List.of(), UnitKind.UNIT, null, InventedOffice.SINCE),
                Actor.system());
        house.bean(InviteeService.class).invite(meeting.id(), List.of(unit.id()), 3000, "", office.officer());
        house.bean(InviteeService.class).invite(meeting.id(), List.of(office.planning.id()), 1, "", office.officer());
        house.send(meeting, "2026-03-04T17:00:00+08:00");
        List<NamedPerson> people = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            people.add(InvitedHouse.person("代表" + i));
        }
        house.answer(meeting, unit, office.officer(), people.toArray(NamedPerson[]::new));
        house.bean(JdbcClient.class).sql("analyze meetings.attendee").update();

        long before = System.nanoTime();
        List<ReceiptLine> lines = house.bean(ReceiptQueries.class).lines(meeting.id(), office.officer());
        ReceiptFigures.ReceiptCounts counts = house.bean(ReceiptFigures.class).of(meeting.id());
        Duration taken = Duration.ofNanos(System.nanoTime() - before);

        assertThat(lines.get(1).people()).hasSize(3000);
        assertThat(counts.people()).isEqualTo(3000);
        assertThat(taken).isLessThan(Duration.ofSeconds(1));
    }
}

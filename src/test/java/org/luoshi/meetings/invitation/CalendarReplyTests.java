package org.luoshi.meetings.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.meetings.InventedMeetings;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingService;
import org.luoshi.shared.BusinessException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@WholeHouse
class CalendarReplyTests {

    private InventedMeetings meetings;
    private InvitedHouse house;
    private InventedOffice office;
    private Meeting meeting;

    @BeforeEach
    void aMeetingWithOneUnit(@Autowired BeanFactory beans) {
        meetings = new InventedMeetings(beans);
        house = new InvitedHouse(meetings);
        office = meetings.office;
        meetings.clock.set(TestClock.START);
        meeting = house.noticed("演示日历答复会", "2026-03-06T09:00:00+08:00", office.planning);
    }

    @AfterEach
    void backToMonday() {
        meetings.clock.set(TestClock.START);
    }

    private String reply(String... lines) {
        return file("meeting-" + meeting.id(), meetings.find(meeting.id()).sequence(), lines);
    }

    private static String file(String uid, int sequence, String... lines) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:" + uid + "\r\nSEQUENCE:"
                + sequence + "\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    private static String attendee(String name, String participation) {
        return "ATTENDEE;CN=\"" + name + "\";PARTSTAT=" + participation + ":mailto:" + name.hashCode() + "@yunze.test";
    }

    private void take(String text) {
        house.bean(ReceiptReplies.class)
                .take(meeting.id(), office.planning.id(), text, "日历答复", office.planningLiaison());
    }

    private void assertRefused(InvitationError error, String text) {
        assertThatThrownBy(() -> take(text))
                .isInstanceOfSatisfying(
                        BusinessException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(error));
    }

    @Test
    void whoAcceptsIsOnTheReceiptAndWhoDeclinesIsNotAnyMore() {
        take(reply(attendee("沈甲一", "ACCEPTED"), "COMMENT:好的"));
        assertThat(house.names(meeting, office.planning)).containsExactly("沈甲一");
        assertThat(house.line(meeting, office.planning).state()).isEqualTo(ReceiptState.COMES);

        take(reply(attendee("沈甲一", "DECLINED"), "COMMENT:出差\\, 周末回"));
        assertThat(house.line(meeting, office.planning).state()).isEqualTo(ReceiptState.DECLINES);
        MeetingReceipt receipt =
                Objects.requireNonNull(house.line(meeting, office.planning).receipt());
        assertThat(receipt.reason()).isEqualTo("出差, 周末回");
    }

    @Test
    void aDelegateIsASubstituteAndCannotDelegateAgain() {
        take(reply(attendee("沈甲一", "ACCEPTED")));
        take(reply(
                "ATTENDEE;CN=沈甲一;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:li@yunze.test\":mailto:shen@yunze.test",
                "ATTENDEE;CN=李乙;PARTSTAT=NEEDS-ACTION;DELEGATED-FROM=\"mailto:shen@yunze.test\":mailto:li@yunze",
                " .test"));
        assertThat(house.line(meeting, office.planning).people())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.name()).isEqualTo("李乙");
                    assertThat(one.substituteFor()).isEqualTo("沈甲一");
                    assertThat(one.substituteReason()).isEqualTo("日历答复");
                });
        assertRefused(
                InvitationError.SUBSTITUTE_OF_SUBSTITUTE,
                reply("ATTENDEE;CN=李乙;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:x@yunze.test\":mailto:li@yunze.test"));
    }

    @Test
    void aReplyThatRepeatsIsOfAnotherMeetingOrNoReplyIsRefused() {
        assertRefused(InvitationError.REPLY_RECURRENT, reply("RRULE:FREQ=SECONDLY", attendee("沈甲一", "ACCEPTED")));
        assertRefused(InvitationError.REPLY_RECURRENT, reply("RDATE;VALUE=DATE:20260307", attendee("沈甲一", "ACCEPTED")));
        assertRefused(InvitationError.REPLY_OTHER_MEETING, file("meeting-anything", 0, attendee("沈甲一", "ACCEPTED")));
        assertRefused(
                InvitationError.REPLY_NO_REPLY,
                reply(attendee("沈甲一", "ACCEPTED")).replace("METHOD:REPLY", "METHOD:REQUEST"));
        assertRefused(InvitationError.REPLY_UNDECIDED, reply(attendee("沈甲一", "TENTATIVE")));
        for (String broken : List.of(
                "",
                "没有冒号",
                "BEGIN:VCALENDAR",
                "END:VCALENDAR",
                "BEGIN:VEVENT\nEND:VEVENT",
                "BEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VEVENT",
                "BEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VCALENDAR",
                reply(),
                reply(attendee("沈甲一", "ACCEPTED")).replace("SEQUENCE:", "SEQUENCE:-"))) {
            assertRefused(InvitationError.REPLY_UNREADABLE, broken);
        }
        assertThat(house.line(meeting, office.planning).state()).isEqualTo(ReceiptState.SILENT);
    }

    @Test
    void twentyThousandNestedComponentsAndHugeFilesAreRefusedAtOnce() {
        long before = System.nanoTime();
        assertRefused(InvitationError.REPLY_TOO_LARGE, "BEGIN:VEVENT\n".repeat(20_000));
        assertRefused(InvitationError.REPLY_UNREADABLE, "BEGIN:VCALENDAR\n" + "BEGIN:A\n".repeat(5_000));
        assertRefused(InvitationError.REPLY_TOO_LARGE, reply("COMMENT:" + "很".repeat(30_000)));
        assertRefused(InvitationError.REPLY_UNREADABLE, reply((attendee("甲", "ACCEPTED") + "\r\n").repeat(500)));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void aReplyToAnOlderInvitationHasToBeConfirmed() {
        String old = reply(attendee("沈甲一", "ACCEPTED"));
        house.move(meeting, "2026-03-05T09:00:00+08:00");

        take(old);
        assertThat(house.line(meeting, office.planning).state()).isEqualTo(ReceiptState.TO_CONFIRM);

        take(reply(attendee("沈甲一", "ACCEPTED")));
        assertThat(house.line(meeting, office.planning).state()).isEqualTo(ReceiptState.COMES);
    }

    @Test
    void aReplyToACalledOffMeetingSaysSo() {
        String text = reply(attendee("沈甲一", "ACCEPTED"));
        house.bean(MeetingService.class).cancel(meeting.id(), "不开了", office.officer());
        assertRefused(InvitationError.MEETING_CANCELLED, text);
    }

    @Test
    void theOfficeFindsTheUnitByWhoAnswers() {
        house.answer(meeting, office.planning, office.planningLiaison(), InvitedHouse.person("沈甲一"));
        ReceiptReplies replies = house.bean(ReceiptReplies.class);
        assertThat(replies.take(meeting.id(), null, reply(attendee("沈甲一", "ACCEPTED")), "—", office.officer()))
                .isEqualTo(office.planning.id());
        assertThatThrownBy(() ->
                        replies.take(meeting.id(), null, reply(attendee("路人", "ACCEPTED")), "—", office.officer()))
                .isInstanceOfSatisfying(
                        BusinessException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(InvitationError.REPLY_FROM_UNKNOWN));
    }
}

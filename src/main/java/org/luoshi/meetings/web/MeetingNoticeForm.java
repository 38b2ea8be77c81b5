package org.luoshi.meetings.web;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.invitation.MeetingNotice;
import org.luoshi.meetings.invitation.NoticeWords;

/** What is typed for a notice; the words of the one before are in it already. */
public record MeetingNoticeForm(
        @Nullable String agenda,
        @Nullable String dress,
        @Nullable String materials,
        @Nullable String contact,
        @Nullable String telephone,
        @Nullable String words,
        @Nullable String reportDay,
        @Nullable String reportTime,
        @Nullable String askAgain) {

    private static final LocalTime END_OF_WORK = LocalTime.of(17, 0);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    static MeetingNoticeForm first(String agenda) {
        return new MeetingNoticeForm(agenda, "", "", "", "", "", "", "", "");
    }

    static MeetingNoticeForm of(MeetingNotice newest, ZoneId zone) {
        Instant reportBy = newest.reportBy();
        ZonedDateTime at = reportBy == null ? null : reportBy.atZone(zone);
        return new MeetingNoticeForm(
                newest.agenda(),
                newest.dress(),
                newest.materials(),
                newest.contact(),
                newest.telephone(),
                newest.words(),
                at == null ? "" : at.toLocalDate().toString(),
                at == null ? "" : CLOCK.format(at),
                "");
    }

    NoticeWords toWords(ZoneId zone) {
        return new NoticeWords(
                MeetingTyped.text(agenda),
                MeetingTyped.text(dress),
                MeetingTyped.text(materials),
                MeetingTyped.text(contact),
                MeetingTyped.text(telephone),
                MeetingTyped.text(words),
                reportBy(zone),
                MeetingTyped.ticked(askAgain));
    }

    /** A day without a time is meant until the end of its work. */
    private @Nullable Instant reportBy(ZoneId zone) {
        if (MeetingTyped.text(reportDay).isEmpty()) {
            return null;
        }
        LocalTime time =
                MeetingTyped.text(reportTime).isEmpty() ? END_OF_WORK : MeetingTyped.time("reportTime", reportTime);
        return MeetingTyped.day("reportDay", reportDay)
                .atTime(time)
                .atZone(zone)
                .toInstant();
    }
}

package org.luoshi.meetings.invitation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingState;
import org.luoshi.meetings.core.MeetingStore;
import org.luoshi.notices.CalendarEntry;
import org.luoshi.notices.CalendarSource;
import org.luoshi.platform.Page;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Meetings that a person chairs, answers for or attends, for their own calendar. */
@Component
@Transactional(readOnly = true)
public class InvitationCalendar implements CalendarSource {

    private final JdbcClient jdbc;
    private final MeetingStore store;
    private final ZoneId zone;

    InvitationCalendar(JdbcClient jdbc, MeetingStore store, ZoneId zone) {
        this.jdbc = jdbc;
        this.store = store;
        this.zone = zone;
    }

    /** By which calendar programs know the meeting, for ever. */
    static String uid(UUID meetingId) {
        return "meeting-" + meetingId;
    }

    @Override
    public List<CalendarEntry> entriesFor(Actor person, LocalDate from, LocalDate to, Page page) {
        List<UUID> ids = jdbc.sql("""
                        select m.id from meetings.meeting m
                        where m.starts_at >= :from and m.starts_at < :before and m.approved_at is not null
                          and (m.owner_id = :person or m.chair_id = :person
                               or exists (select 1 from meetings.attendee a where a.meeting_id = m.id and a.person_id = :person))
                        """)
                .param("from", Sql.at(from.atStartOfDay(zone).toInstant()))
                .param("before", Sql.at(to.plusDays(1).atStartOfDay(zone).toInstant()))
                .param("person", person.personId())
                .query(UUID.class)
                .list();
        return store.find(ids).stream().map(InvitationCalendar::entry).toList();
    }

    /** The meeting as calendar programs take it. */
    public static CalendarEntry entry(Meeting meeting) {
        return new CalendarEntry(
                uid(meeting.id()),
                meeting.sequence(),
                meeting.title(),
                meeting.purpose(),
                meeting.place(),
                meeting.startsAt(),
                meeting.endsAt(),
                false,
                meeting.state() == MeetingState.CANCELLED || meeting.state() == MeetingState.MERGED,
                "/meetings/" + meeting.id(),
                meeting.changedAt());
    }
}

package org.luoshi.meetings.core;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What rules ask about the meeting itself and the year's other meetings. */
@Component
class MeetingMeasures implements MeasureSource {

    /** Where a morning ends. */
    private static final LocalTime NOON = LocalTime.of(13, 0);

    private static final Duration HALF_A_DAY = Duration.ofHours(4);

    private static final String ALIVE =
            " and submitted_at is not null and cancelled_at is null and merged_into is null and id <> :id";

    private final JdbcClient jdbc;
    private final ZoneId zone;

    MeetingMeasures(JdbcClient jdbc, ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    @Override
    public Map<String, Long> of(Meeting meeting) {
        Map<String, Long> measures = new HashMap<>();
        measures.put("comprehensive", flag(meeting.comprehensive()));
        measures.put("comprehensive-this-year", countThisYear(meeting, "comprehensive", "") + 1);
        measures.put("grass-roots", flag(meeting.audience().isGrassRoots()));
        measures.put("approval", flag(!meeting.approvalReference().isEmpty()));
        measures.put("principals-required", flag(meeting.principalsRequired()));
        measures.put("discussion", flag(meeting.discussion()));
        measures.put("half-days", halfDays(meeting.startsAt(), meeting.endsAt()));
        measures.put("same-title-this-year", countThisYear(meeting, "title = :text", meeting.title()));
        return measures;
    }

    private static long flag(boolean is) {
        return is ? 1 : 0;
    }

    private long countThisYear(Meeting meeting, String condition, String text) {
        LocalDate first = meeting.day(zone).withDayOfYear(1);
        return jdbc.sql("select count(*) from meetings.meeting where starts_at >= :from and starts_at < :before and "
                        + condition + ALIVE)
                .param("from", Sql.at(first.atStartOfDay(zone).toInstant()))
                .param("before", Sql.at(first.plusYears(1).atStartOfDay(zone).toInstant()))
                .param("text", text)
                .param("id", meeting.id())
                .query(Long.class)
                .single();
    }

    /** Mornings and afternoons that it touches; an evening belongs to its afternoon. Up to four hours over noon are one half-day. */
    private long halfDays(Instant startsAt, Instant endsAt) {
        if (Duration.between(startsAt, endsAt).compareTo(HALF_A_DAY) <= 0) {
            return 1;
        }
        ZonedDateTime from = startsAt.atZone(zone);
        ZonedDateTime to = endsAt.atZone(zone).minusNanos(1);
        return slot(to) - slot(from) + 1;
    }

    private static long slot(ZonedDateTime at) {
        return at.toLocalDate().toEpochDay() * 2 + (at.toLocalTime().isBefore(NOON) ? 0 : 1);
    }
}

package org.luoshi.meetings.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.meetings.core.Audience;
import org.luoshi.meetings.core.MeetingError;
import org.luoshi.meetings.core.MeetingKind;
import org.luoshi.meetings.core.MeetingKinds;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts the meetings that were held (S16); each figure can be opened down to the meetings behind it. */
@Component
@Transactional(readOnly = true)
public class MeetingFigures {

    private final JdbcClient jdbc;
    private final MeetingKinds kinds;
    private final List<CarriedOut> decisions;
    private final ZoneId zone;

    MeetingFigures(JdbcClient jdbc, MeetingKinds kinds, List<CarriedOut> decisions, ZoneId zone) {
        this.jdbc = jdbc;
        this.kinds = kinds;
        this.decisions = List.copyOf(decisions);
        this.zone = zone;
    }

    private record Row(CountedMeeting meeting, int travel) {

        long peopleMinutes() {
            return (long) meeting.people() * (meeting.minutes() + travel);
        }
    }

    /** Of two days, both included; for everybody who sees all meetings. */
    public FigureSet between(LocalDate from, LocalDate to, Actor viewer) {
        if (!MeetingRights.seesAll(viewer)) {
            throw MeetingError.NOT_YOURS.plain();
        }
        List<Row> rows =
                within(jdbc.sql("""
                                select id, kind, title, starts_at, audience, actual_people, actual_minutes, travel_minutes
                                from meetings.meeting
                                where held_at is not null and starts_at >= :from and starts_at < :before order by starts_at, id
                                """), from, to).query(MeetingFigures::row).list();
        return new FigureSet(
                from,
                to,
                kindFigures(rows, counts(from.minusYears(1), to.minusYears(1))),
                audienceFigures(rows),
                decisions.stream()
                        .map(one -> one.between(from, to, viewer))
                        .reduce(
                                new CarriedOut.Share(0, 0),
                                (one, other) ->
                                        new CarriedOut.Share(one.handed() + other.handed(), one.done() + other.done())),
                rows.stream().map(Row::meeting).toList());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new CountedMeeting(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("title"),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        Audience.valueOf(row.getString("audience")),
                        row.getInt("actual_people"),
                        row.getInt("actual_minutes")),
                row.getInt("travel_minutes"));
    }

    private List<KindFigure> kindFigures(List<Row> rows, Map<String, Integer> lastYear) {
        Map<String, List<Row>> byKind = new LinkedHashMap<>();
        kinds.all().stream().map(MeetingKind::code).forEach(code -> byKind.put(code, new ArrayList<>()));
        rows.forEach(row -> byKind.computeIfAbsent(row.meeting().kind(), unused -> new ArrayList<>())
                .add(row));
        List<KindFigure> figures = new ArrayList<>();
        byKind.forEach((kind, held) -> figures.add(new KindFigure(
                kind,
                held.size(),
                held.stream().mapToLong(row -> row.meeting().minutes()).sum(),
                held.stream().mapToLong(Row::peopleMinutes).sum(),
                lastYear.getOrDefault(kind, 0))));
        return figures;
    }

    private static List<AudienceFigure> audienceFigures(List<Row> rows) {
        return Arrays.stream(Audience.values())
                .map(audience -> {
                    List<Row> held = rows.stream()
                            .filter(row -> row.meeting().audience() == audience)
                            .toList();
                    return new AudienceFigure(
                            audience,
                            held.size(),
                            held.stream().mapToLong(Row::peopleMinutes).sum());
                })
                .toList();
    }

    private record KindCount(String kind, int count) {}

    private Map<String, Integer> counts(LocalDate from, LocalDate to) {
        Map<String, Integer> counts = new HashMap<>();
        within(jdbc.sql("""
                                select kind, cast(count(*) as int) as count from meetings.meeting
                                where held_at is not null and starts_at >= :from and starts_at < :before group by kind
                                """), from, to)
                .query(KindCount.class)
                .list()
                .forEach(one -> counts.put(one.kind(), one.count()));
        return counts;
    }

    private StatementSpec within(StatementSpec sql, LocalDate from, LocalDate to) {
        return sql.param("from", Sql.at(from.atStartOfDay(zone).toInstant()))
                .param("before", Sql.at(to.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    /** How many of each kind were held since New Year's Day, to compare with the office's caps. */
    public Map<String, Integer> thisYear(LocalDate today) {
        return counts(today.withDayOfYear(1), today);
    }
}

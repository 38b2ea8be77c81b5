package org.luoshi.meetings.core;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads meetings for somebody who may see them. */
@Component
@Transactional(readOnly = true)
public class MeetingQueries {

    private static final int MOST_IN_A_CALENDAR = 2_000;

    private final JdbcClient jdbc;
    private final MeetingRights rights;
    private final OrganizationApi organization;
    private final ZoneId zone;
    private final Clock clock;

    MeetingQueries(JdbcClient jdbc, MeetingRights rights, OrganizationApi organization, ZoneId zone, Clock clock) {
        this.jdbc = jdbc;
        this.rights = rights;
        this.organization = organization;
        this.zone = zone;
        this.clock = clock;
    }

    /** The meeting, which does not exist for who may not see it. */
    public Meeting require(UUID id, Actor viewer) {
        return rights.visible(id, viewer);
    }

    public MeetingList list(MeetingFilter filter, Actor viewer) {
        boolean soonest = filter.view().isSoonestFirst();
        Optional<Cursor> cursor = Cursor.read(filter.after());
        String sql = where(filter)
                + (cursor.isEmpty()
                        ? ""
                        : " and (m.starts_at, m.id) " + (soonest ? ">" : "<") + " (:cursorAt, :cursorId)")
                + " order by m.starts_at" + (soonest ? ", m.id" : " desc, m.id desc") + " limit "
                + (MeetingList.SIZE + 1);
        StatementSpec spec = withFilter("select " + MeetingStore.COLUMNS + sql, filter, viewer);
        if (cursor.isPresent()) {
            spec = spec.param("cursorAt", Sql.at(cursor.get().at()))
                    .param("cursorId", cursor.get().id());
        }
        List<Meeting> found = spec.query(MeetingStore::row).list();
        if (found.size() <= MeetingList.SIZE) {
            return new MeetingList(found, null);
        }
        List<Meeting> shown = found.subList(0, MeetingList.SIZE);
        Meeting last = shown.get(MeetingList.SIZE - 1);
        return new MeetingList(List.copyOf(shown), last.startsAt() + "," + last.id());
    }

    private record Cursor(Instant at, UUID id) {

        static Optional<Cursor> read(@Nullable String written) {
            try {
                if (written != null && written.contains(",")) {
                    int comma = written.indexOf(',');
                    return Optional.of(new Cursor(
                            Instant.parse(written.substring(0, comma)), UUID.fromString(written.substring(comma + 1))));
                }
            } catch (DateTimeException | IllegalArgumentException noCursor) {
                return Optional.empty();
            }
            return Optional.empty();
        }
    }

    public int count(MeetingFilter filter, Actor viewer) {
        return withFilter("select cast(count(*) as int)" + where(filter), filter, viewer)
                .query(Integer.class)
                .single();
    }

    /** How many there are in each list, whatever kind. */
    public Map<MeetingView, Integer> counts(Actor viewer) {
        StringBuilder sql = new StringBuilder("select ");
        for (MeetingView view : MeetingView.values()) {
            sql.append(view.ordinal() == 0 ? "" : ", ")
                    .append("cast(count(*) filter (where ")
                    .append(view.condition())
                    .append(") as int)");
        }
        sql.append(" from meetings.meeting m where ").append(MeetingRights.VISIBLE);
        Map<MeetingView, Integer> counts = new EnumMap<>(MeetingView.class);
        withTimes(MeetingRights.withViewer(jdbc.sql(sql.toString()), viewer)).query(row -> {
            for (MeetingView view : MeetingView.values()) {
                counts.put(view, row.getInt(view.ordinal() + 1));
            }
        });
        return counts;
    }

    private static String where(MeetingFilter filter) {
        return " from meetings.meeting m where " + filter.view().condition() + " and " + MeetingRights.VISIBLE
                + (filter.kind() == null ? "" : " and m.kind = :kind")
                + (filter.text().isEmpty() ? "" : " and position(lower(:text) in lower(m.title)) > 0")
                + (filter.from() == null ? "" : " and m.starts_at >= :from")
                + (filter.to() == null ? "" : " and m.starts_at < :before");
    }

    private StatementSpec withFilter(String sql, MeetingFilter filter, Actor viewer) {
        StatementSpec spec = withTimes(MeetingRights.withViewer(jdbc.sql(sql), viewer))
                .param("kind", filter.kind())
                .param("text", filter.text());
        LocalDate from = filter.from();
        if (from != null) {
            spec = spec.param("from", Sql.at(from.atStartOfDay(zone).toInstant()));
        }
        LocalDate to = filter.to();
        return to == null
                ? spec
                : spec.param("before", Sql.at(to.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    private StatementSpec withTimes(StatementSpec spec) {
        Instant now = clock.instant();
        return spec.param(
                        "today",
                        Sql.at(LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant()))
                .param("now", Sql.at(now));
    }

    /** What a calendar shows between two days, both included: everything that was asked for and not called off, soonest first. */
    public List<Meeting> between(LocalDate from, LocalDate to, Actor viewer) {
        return MeetingRights.withViewer(
                        jdbc.sql("select " + MeetingStore.COLUMNS + """
                                 from meetings.meeting m
                                where m.starts_at >= :from and m.starts_at < :before and m.submitted_at is not null
                                  and m.cancelled_at is null and m.merged_into is null and
                                """ + MeetingRights.VISIBLE
                                + " order by m.starts_at, m.id limit " + MOST_IN_A_CALENDAR),
                        viewer)
                .param("from", Sql.at(from.atStartOfDay(zone).toInstant()))
                .param("before", Sql.at(to.plusDays(1).atStartOfDay(zone).toInstant()))
                .query(MeetingStore::row)
                .list();
    }

    /** Names of everybody who is named in these meetings; who is not there is left out. */
    public Map<UUID, String> names(Collection<Meeting> meetings) {
        Set<UUID> ids = meetings.stream()
                .flatMap(meeting -> Stream.of(
                        meeting.chairId(),
                        meeting.ownerId(),
                        meeting.proposedBy(),
                        meeting.submittedBy(),
                        meeting.approvedBy(),
                        meeting.heldBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return organization.people(new ArrayList<>(ids)).values().stream()
                .collect(Collectors.toMap(Person::id, Person::name));
    }
}

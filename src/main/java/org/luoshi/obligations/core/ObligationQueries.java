package org.luoshi.obligations.core;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.obligations.DayLoad;
import org.luoshi.obligations.DueMove;
import org.luoshi.obligations.DueRevision;
import org.luoshi.obligations.Obligation;
import org.luoshi.obligations.ObligationFigures;
import org.luoshi.obligations.ObligationState;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the spine. A due instant is the last second in time, so fractions of a second never make anything late. */
@Component
@Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
public class ObligationQueries {

    private static final String STATE = """
            case when ending is not null then ending
                 when date_trunc('second', met_at) > due then 'MET_LATE'
                 when met_at is not null then 'MET'
                 when due < :now then 'OVERDUE'
                 else 'OPEN' end""";
    private static final String ROW = """
            select id, source_kind, source_id, unit_id, nullif(role, 'ANYONE') as role, person_id, kind_key, title, href,
                due, original_due, met_at, %s as state
            """.formatted(STATE);
    private static final String OPEN = " met_at is null and ending is null ";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    ObligationQueries(JdbcClient jdbc, Clock clock, ZoneId zone) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    /** Asks each seat for its first few by index and merges them, so that a seat with thousands costs no more than one with ten. */
    public List<Obligation> openFor(Actor actor, int limit) {
        return seatsOf(actor, jdbc.sql("""
                        select * from (
                            select mine.* from unnest(:units, :roles) as seat (unit_id, role) cross join lateral (
                                %1$s from obligations.obligation o
                                where o.unit_id = seat.unit_id and o.role = seat.role and o.person_id is null and %2$s
                                order by due, id limit :limit) mine
                            union all (
                                %1$s from obligations.obligation where person_id = :person and %2$s
                                order by due, id limit :limit)) waiting
                        order by due nulls last, id limit :limit
                        """.formatted(ROW, OPEN)))
                .param("limit", limit)
                .param("now", now())
                .query(Obligation.class)
                .list();
    }

    public List<Obligation> openFor(Actor actor, LocalDate from, LocalDate to, int limit) {
        return seatsOf(actor, jdbc.sql("""
                        select * from (
                            %1$s from obligations.obligation o
                                join unnest(:units, :roles) as seat (seat_unit, seat_role)
                                    on o.unit_id = seat.seat_unit and o.role = seat.seat_role
                            where o.person_id is null and o.due >= :from and o.due < :until and %2$s
                            union all
                            %1$s from obligations.obligation
                            where person_id = :person and due >= :from and due < :until and %2$s) waiting
                        order by due, id limit :limit
                        """.formatted(ROW, OPEN)))
                .param("from", Sql.at(startOf(from)))
                .param("until", Sql.at(startOf(to.plusDays(1))))
                .param("limit", limit)
                .param("now", now())
                .query(Obligation.class)
                .list();
    }

    public List<DueRevision> revisionsOf(Collection<UUID> ids) {
        return jdbc.sql("""
                        select o.id as obligation_id, count(m.number) as number, coalesce(max(m.moved_at), o.owed_at) as at
                        from obligations.obligation o left join obligations.due_move m on m.obligation_id = o.id
                        where o.id = any(:ids) group by o.id, o.owed_at
                        """).param("ids", Sql.ids(ids)).query(DueRevision.class).list();
    }

    public ObligationFigures figuresFor(Actor actor, int days) {
        return seatsOf(actor, jdbc.sql("""
                        select count(*) as open, count(*) filter (where due < :now) as overdue,
                            count(*) filter (where due >= :now and due < :until) as due_soon
                        from (
                            select o.due from unnest(:units, :roles) as seat (unit_id, role)
                                join obligations.obligation o on o.unit_id = seat.unit_id and o.role = seat.role
                            where o.person_id is null and %1$s
                            union all
                            select due from obligations.obligation where person_id = :person and %1$s) waiting
                        """.formatted(OPEN)))
                .param("now", now())
                .param("until", Sql.at(startOf(today().plusDays(days + 1L))))
                .query(ObligationFigures.class)
                .single();
    }

    /** How many wait for the actor, counted up to {@code most}: for a figure that stands on every page. */
    public int countFor(Actor actor, int most) {
        return seatsOf(actor, jdbc.sql("""
                        select count(*) from (
                            select 1 from unnest(:units, :roles) as seat (unit_id, role)
                                join obligations.obligation o on o.unit_id = seat.unit_id and o.role = seat.role
                            where o.person_id is null and %1$s
                            union all
                            select 1 from obligations.obligation where person_id = :person and %1$s
                            limit :most) waiting
                        """.formatted(OPEN)))
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    public List<DayLoad> loadFor(Actor actor, LocalDate from, LocalDate to) {
        return seatsOf(actor, jdbc.sql("""
                        select cast(due at time zone :zone as date) as day, count(*) as count
                        from (
                            select o.due from unnest(:units, :roles) as seat (unit_id, role)
                                join obligations.obligation o on o.unit_id = seat.unit_id and o.role = seat.role
                            where o.person_id is null and o.due >= :from and o.due < :until and %1$s
                            union all
                            select due from obligations.obligation
                            where person_id = :person and due >= :from and due < :until and %1$s) waiting
                        group by 1 order by 1
                        """.formatted(OPEN)))
                .param("zone", zone.getId())
                .param("from", Sql.at(startOf(from)))
                .param("until", Sql.at(startOf(to.plusDays(1))))
                .query(DayLoad.class)
                .list();
    }

    public ObligationFigures figures(@Nullable Collection<UUID> unitIds, int days) {
        return inUnits(unitIds, """
                        select count(*) as open, count(*) filter (where due < :now) as overdue,
                            count(*) filter (where due >= :now and due < :until) as due_soon
                        from obligations.obligation where
                        """ + OPEN, "")
                .param("now", now())
                .param("until", Sql.at(startOf(today().plusDays(days + 1L))))
                .query(ObligationFigures.class)
                .single();
    }

    public List<DayLoad> load(UUID unitId, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select cast(due at time zone :zone as date) as day, count(*) as count
                        from obligations.obligation
                        where unit_id = :unit and due >= :from and due < :until and
                        """ + OPEN + " group by 1 order by 1")
                .param("zone", zone.getId())
                .param("unit", unitId)
                .param("from", Sql.at(startOf(from)))
                .param("until", Sql.at(startOf(to.plusDays(1))))
                .query(DayLoad.class)
                .list();
    }

    public List<Obligation> find(Collection<UUID> ids) {
        return jdbc.sql(ROW + "from obligations.obligation where id = any(:ids) order by due nulls last, id")
                .param("now", now())
                .param("ids", Sql.ids(ids))
                .query(Obligation.class)
                .list();
    }

    public List<DueMove> movesOf(UUID id) {
        return jdbc.sql("""
                        select moved_at, from_due, to_due, reopened, reason
                        from obligations.due_move where obligation_id = :id order by number
                        """).param("id", id).query(DueMove.class).list();
    }

    /** Open ones with a due instant in these days, soonest first. */
    public List<Obligation> dueBetween(LocalDate from, LocalDate to, @Nullable Collection<UUID> unitIds) {
        return dueWithin(startOf(from), startOf(to.plusDays(1)), unitIds);
    }

    /** Open ones due from then on and before that, soonest first. */
    public List<Obligation> dueWithin(Instant from, Instant before, @Nullable Collection<UUID> unitIds) {
        String sql = ROW + "from obligations.obligation where due >= :from and due < :before and " + OPEN;
        return inUnits(unitIds, sql, " order by due, id")
                .param("now", now())
                .param("from", Sql.at(from))
                .param("before", Sql.at(before))
                .query(Obligation.class)
                .list();
    }

    /** A page of the list behind the API: in the order they were asked, after the given one. */
    public List<Obligation> list(
            @Nullable ObligationState state, @Nullable UUID after, int limit, @Nullable Collection<UUID> unitIds) {
        String sql = ROW + " from obligations.obligation where (cast(:after as uuid) is null or id > :after)"
                + (state == null ? "" : " and " + STATE + " = :state");
        StatementSpec query = inUnits(unitIds, sql, " order by id limit :limit")
                .param("now", now())
                .param("after", after)
                .param("limit", limit);
        return (state == null ? query : query.param("state", state.name()))
                .query(Obligation.class)
                .list();
    }

    private StatementSpec inUnits(@Nullable Collection<UUID> unitIds, String sql, String ending) {
        return unitIds == null
                ? jdbc.sql(sql + ending)
                : jdbc.sql(sql + " and unit_id = any(:units)" + ending).param("units", Sql.ids(unitIds));
    }

    private static StatementSpec seatsOf(Actor actor, StatementSpec query) {
        List<UUID> units = new ArrayList<>();
        List<String> roles = new ArrayList<>();
        for (UUID unit : actor.unitIds()) {
            units.add(unit);
            roles.add(ObligationService.ANYONE);
        }
        for (Role role : actor.roles()) {
            for (UUID unit : actor.unitsAs(role)) {
                units.add(unit);
                roles.add(role.name());
            }
        }
        return query.param("units", Sql.ids(units))
                .param("roles", Sql.texts(roles))
                .param("person", actor.personId());
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    private @Nullable Object now() {
        return Sql.at(clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }
}

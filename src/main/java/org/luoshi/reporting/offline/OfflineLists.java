package org.luoshi.reporting.offline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Sql;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.ReportState;
import org.luoshi.reporting.core.ReportingError;
import org.luoshi.reporting.core.Senders;
import org.luoshi.reporting.totals.TotalsScene;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which units owe, and which forms they have. */
@Component
@Transactional(readOnly = true)
public class OfflineLists {

    private static final int PAGE = 100;

    private final JdbcClient jdbc;
    private final PlaceQueries places;
    private final Senders senders;
    private final ZoneId zone;
    private final Clock clock;

    OfflineLists(JdbcClient jdbc, PlaceQueries places, Senders senders, ZoneId zone, Clock clock) {
        this.jdbc = jdbc;
        this.places = places;
        this.senders = senders;
        this.zone = zone;
        this.clock = clock;
    }

    /** Refused (NOT_YOURS) for those who do not report for the place of the scene. */
    public OfflineList of(TotalsScene scene, long after, Actor actor) {
        if (!senders.mayReport(actor, scene.node())) {
            throw ReportingError.NOT_YOURS.plain();
        }
        List<OfflineUnit> units = units(scene, after);
        boolean more = units.size() > PAGE;
        return new OfflineList(
                scene,
                named(scene.node(), more ? units.subList(0, PAGE) : units),
                silent(scene.open(), scene.node()).size(),
                more ? units.get(PAGE - 1).key() : null,
                OfflineForms.lastDay(scene.open(), zone));
    }

    /** Who at or below a place owes and has not reported; one more than are made at once tells that there are more. */
    List<Long> silent(OpenRound open, long node) {
        return jdbc.sql("""
                        select o.place from reporting.obligation o
                        where o.period = :period and o.regime = :regime and o.place between :first and :last
                          and o.kind = 0 and not o.exempt""" + inProvince(node) + " order by o.place limit :limit")
                .param("period", open.round().period())
                .param("regime", open.round().regime())
                .param("first", node)
                .param("last", PlaceKey.last(node))
                .param("limit", OfflineForms.MOST_AT_ONCE + 1)
                .query(Long.class)
                .list();
    }

    private List<OfflineUnit> units(TotalsScene scene, long after) {
        OpenRound open = scene.open();
        return jdbc.sql("""
                        select o.place, o.kind, o.late, f.made_at, f.used_at from reporting.obligation o
                        left join reporting.offline_file f on f.regime = o.regime and f.period = o.period and f.place = o.place
                             and f.replaced_at is null and f.ends_at > :now
                        where o.period = :period and o.regime = :regime and o.place between :first and :last and not o.exempt""" + inProvince(scene.node()) + " order by o.place limit :limit")
                .param("now", Sql.at(clock.instant()))
                .param("period", open.round().period())
                .param("regime", open.round().regime())
                .param("first", Math.max(scene.node(), after + 1))
                .param("last", PlaceKey.last(scene.node()))
                .param("limit", PAGE + 1)
                .query((row, index) -> new OfflineUnit(
                        row.getLong("place"),
                        "",
                        ReportState.of(row.getInt("kind"), row.getBoolean("late"), false, scene.isPast()),
                        instant(row, "made_at"),
                        instant(row, "used_at")))
                .list();
    }

    private List<OfflineUnit> named(long node, List<OfflineUnit> units) {
        Map<Long, String> names =
                places.namesBelow(node, units.stream().map(OfflineUnit::key).toList());
        return units.stream()
                .map(unit -> new OfflineUnit(
                        unit.key(), names.getOrDefault(unit.key(), ""), unit.state(), unit.madeAt(), unit.usedAt()))
                .toList();
    }

    private static String inProvince(long node) {
        return node == PlaceKey.ALL ? "" : " and o.province = " + PlaceKey.province(node);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

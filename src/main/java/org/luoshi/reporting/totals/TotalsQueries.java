package org.luoshi.reporting.totals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.Place;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.PlaceQueries;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds up a round for any place: above the kept level from the kept totals, below it from the obligations of that range and their reports.
 * Nothing here reads more than the kept totals of a round or the units below one place of the kept level.
 */
@Component
@Transactional(readOnly = true)
public class TotalsQueries {

    private final JdbcClient jdbc;
    private final PlaceQueries places;

    TotalsQueries(JdbcClient jdbc, PlaceQueries places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    /** A place, {@link PlaceKey#ALL} for the whole tree, with what lies directly below it. */
    public TotalsBreakdown of(OpenRound open, long node) {
        int below = Math.min(PlaceKey.level(node) + 1, PlaceKey.DEEPEST);
        Map<Long, Totals> parts = parts(open, node, below);
        Map<Long, Place> named = places.all(parts.keySet());
        String name = node == PlaceKey.ALL ? "" : places.require(node).name();
        Totals all = sum(open, parts.values());
        List<PlaceTotals> children = parts.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> new PlaceTotals(
                        part.getKey(), name(part.getKey(), named), part.getKey() == node, part.getValue()))
                .toList();
        return new TotalsBreakdown(node, name, all, children);
    }

    /** Only the totals of a place. */
    public Totals total(OpenRound open, long node) {
        return sum(open, parts(open, node, PlaceKey.level(node)).values());
    }

    /** Each of these places, in the order of their keys; one without any unit that is asked has empty totals. */
    public Map<Long, Totals> ofEach(OpenRound open, Collection<Long> nodes) {
        Map<Long, Totals> all = new LinkedHashMap<>();
        nodes.stream()
                .sorted()
                .forEach(node -> all.put(node, Totals.none(open.form().numbers())));
        Map<Boolean, List<Long>> byWay =
                nodes.stream().collect(Collectors.partitioningBy(node -> isKept(open, PlaceKey.level(node))));
        byWay.forEach((kept, some) -> all.putAll(ofRanges(open, some, kept)));
        return all;
    }

    private Map<Long, Totals> ofRanges(OpenRound open, List<Long> nodes, boolean kept) {
        if (nodes.isEmpty()) {
            return Map.of();
        }
        String sql = """
                select n.node as part, %s
                from unnest(:nodes, :lasts) as n (node, last)
                join %s t on t.period = :period and t.regime = :regime and t.place between n.node and n.last %s
                group by 1
                """.formatted(columns(open, kept), table(kept), kept ? "" : TotalsSql.REPORTS);
        return jdbc.sql(sql)
                .param("period", open.round().period())
                .param("regime", open.round().regime())
                .param("nodes", nodes.toArray(Long[]::new))
                .param("lasts", nodes.stream().map(PlaceKey::last).toArray(Long[]::new))
                .query((ResultSet rows) -> collect(rows, open));
    }

    private Map<Long, Totals> parts(OpenRound open, long node, int level) {
        boolean kept = isKept(open, level);
        String sql = """
                select (t.place >> %1$d) << %1$d as part, %2$s from %3$s t %4$s
                where t.period = :period and t.regime = :regime and t.place between :first and :last%5$s
                group by 1 order by 1
                """.formatted(
                        PlaceKey.shift(level),
                        columns(open, kept),
                        table(kept),
                        kept ? "" : TotalsSql.REPORTS,
                        TotalsSql.inProvince(node));
        return jdbc.sql(sql)
                .param("period", open.round().period())
                .param("regime", open.round().regime())
                .param("first", node)
                .param("last", PlaceKey.last(node))
                .query((ResultSet rows) -> collect(rows, open));
    }

    private static boolean isKept(OpenRound open, int level) {
        Integer kept = open.regime().keptLevel();
        return kept != null && level <= kept;
    }

    private static String table(boolean kept) {
        return kept ? "reporting.rollup" : "reporting.obligation";
    }

    private static String columns(OpenRound open, boolean kept) {
        return kept ? TotalsSql.kept(open.form()) : TotalsSql.live(open.form());
    }

    private static Map<Long, Totals> collect(ResultSet rows, OpenRound open) throws SQLException {
        Map<Long, Totals> parts = new LinkedHashMap<>();
        while (rows.next()) {
            parts.put(rows.getLong("part"), TotalsSql.read(rows, open.form()));
        }
        return parts;
    }

    private static Totals sum(OpenRound open, Collection<Totals> parts) {
        return parts.stream().reduce(Totals.none(open.form().numbers()), Totals::plus);
    }

    private static String name(long key, Map<Long, Place> named) {
        Place place = named.get(key);
        return place == null ? Long.toString(key) : place.name();
    }
}

package org.luoshi.reporting.totals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.Senders;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Groupings and what their members add up to; for those who see all. */
@Component
@Transactional(readOnly = true)
public class GroupingQueries {

    private static final String GROUPING = """
            select g.id, g.version, g.name, g.basis,
                   (select count(*) from reporting.grouping_member m where m.grouping_id = g.id) as members
            from reporting.grouping g
            """;

    private final JdbcClient jdbc;
    private final PlaceQueries places;
    private final TotalsQueries totals;
    private final Senders senders;

    GroupingQueries(JdbcClient jdbc, PlaceQueries places, TotalsQueries totals, Senders senders) {
        this.jdbc = jdbc;
        this.places = places;
        this.totals = totals;
        this.senders = senders;
    }

    /** In the order they were made; none for those who do not see all. */
    public List<Grouping> all(Actor actor) {
        return senders.readsAll(actor)
                ? jdbc.sql(GROUPING + " order by g.made_at, g.id")
                        .query(Grouping.class)
                        .list()
                : List.of();
    }

    /** Refused (UNKNOWN) where there is none, or none for this person. */
    public Grouping require(UUID id, Actor actor) {
        if (!senders.readsAll(actor)) {
            throw GroupingError.UNKNOWN.plain();
        }
        return jdbc.sql(GROUPING + " where g.id = :id")
                .param("id", id)
                .query(Grouping.class)
                .optional()
                .orElseThrow(GroupingError.UNKNOWN::plain);
    }

    /** Members with their full names, in the official order. */
    public Map<Long, String> members(UUID id) {
        List<Long> keys = keys(id);
        Map<Long, String> names = places.fullNames(keys);
        Map<Long, String> members = new LinkedHashMap<>();
        keys.stream().filter(names::containsKey).forEach(key -> members.put(key, names.getOrDefault(key, "")));
        return members;
    }

    /** The total over the members and each of them. No member lies in another one, so nothing counts twice. */
    public TotalsBreakdown of(OpenRound open, Grouping grouping) {
        Map<Long, String> members = members(grouping.id());
        Map<Long, Totals> each = totals.ofEach(open, members.keySet());
        List<PlaceTotals> rows = members.entrySet().stream()
                .map(member -> new PlaceTotals(
                        member.getKey(),
                        member.getValue(),
                        false,
                        each.getOrDefault(
                                member.getKey(), Totals.none(open.form().numbers()))))
                .filter(row -> !row.totals().isEmpty())
                .toList();
        Totals all = rows.stream()
                .map(PlaceTotals::totals)
                .reduce(Totals.none(open.form().numbers()), Totals::plus);
        return new TotalsBreakdown(PlaceKey.ALL, grouping.name(), all, rows);
    }

    List<Long> keys(UUID id) {
        return jdbc.sql("select place from reporting.grouping_member where grouping_id = :id order by place")
                .param("id", id)
                .query(Long.class)
                .list();
    }
}

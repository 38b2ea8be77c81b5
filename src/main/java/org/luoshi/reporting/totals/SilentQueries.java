package org.luoshi.reporting.totals;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.PlaceKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who owes and has not reported. Kept totals say in which places anybody is silent, so that only these ranges are read: three silent villages
 * of a country are found as quickly as the first fifty of six hundred thousand.
 */
@Component
@Transactional(readOnly = true)
public class SilentQueries {

    private final JdbcClient jdbc;
    private final SilentContacts contacts;

    SilentQueries(JdbcClient jdbc, SilentContacts contacts) {
        this.jdbc = jdbc;
        this.contacts = contacts;
    }

    /** The silent units at or below a place that come after a key, in the official order. */
    public SilentPage page(OpenRound open, long node, long after, int size) {
        List<Long> keys = keys(open, node, after, size + 1);
        boolean more = keys.size() > size;
        List<Long> shown = more ? keys.subList(0, size) : keys;
        return new SilentPage(contacts.of(shown), more ? shown.get(size - 1) : null);
    }

    /** Those of these places that owe and have not reported, whom to ask among it. */
    public List<SilentUnit> among(OpenRound open, Collection<Long> keys) {
        return contacts.of(jdbc.sql("""
                        select place from reporting.obligation
                        where period = :period and regime = :regime and place = any(:keys) and kind = 0 and not exempt
                        order by place
                        """)
                .param("period", open.round().period())
                .param("regime", open.round().regime())
                .param("keys", keys.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    /** The silent units at or below a place that had people here when the round was made. */
    List<Long> withPeople(OpenRound open, long node, int most) {
        return jdbc.sql("""
                        select t.place from reporting.obligation t
                        where t.period = :period and t.regime = :regime and t.place between :first and :last
                          and t.desk and t.kind = 0 and not t.exempt order by t.place limit :most
                        """)
                .param("period", open.round().period())
                .param("regime", open.round().regime())
                .param("first", node)
                .param("last", PlaceKey.last(node))
                .param("most", most)
                .query(Long.class)
                .list();
    }

    List<Long> keys(OpenRound open, long node, long after, int limit) {
        @Nullable Integer kept = open.regime().keptLevel();
        return kept == null || PlaceKey.level(node) > kept
                ? ofRange(open, node, after, limit)
                : ofKept(open, node, after, limit, kept);
    }

    private List<Long> ofRange(OpenRound open, long node, long after, int limit) {
        return jdbc.sql("""
                        select t.place from reporting.obligation t
                        where t.period = :period and t.regime = :regime and t.place between :first and :last
                          and t.kind = 0 and not t.exempt""" + TotalsSql.inProvince(node) + " order by t.place limit :limit")
                .param("period", open.round().period())
                .param("regime", open.round().regime())
                .param("first", Math.max(node, after + 1))
                .param("last", PlaceKey.last(node))
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    private List<Long> ofKept(OpenRound open, long node, long after, int limit, int kept) {
        return jdbc.sql("""
                        select s.place
                        from reporting.rollup t cross join lateral (
                            select o.place from reporting.obligation o
                            where o.period = :period and o.regime = :regime and o.province = t.province
                              and o.place between greatest(t.place, :after + 1) and (t.place | :below)
                              and o.kind = 0 and not o.exempt
                            order by o.place limit :limit) s
                        where t.period = :period and t.regime = :regime and t.place between :first and :last
                          and t.owed > t.reported""" + TotalsSql.inProvince(node) + " order by t.place, s.place limit :limit")
                .param("period", open.round().period())
                .param("regime", open.round().regime())
                .param("after", after)
                .param("below", (1L << PlaceKey.shift(kept)) - 1)
                .param("first", Math.max(node, PlaceKey.above(after, kept)))
                .param("last", PlaceKey.last(node))
                .param("limit", limit)
                .query(Long.class)
                .list();
    }
}

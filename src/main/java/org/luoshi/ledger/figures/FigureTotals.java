package org.luoshi.ledger.figures;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Monthly totals of the settled facts. Triggers note which items changed; before the totals are read, these items' shares are taken out and put in
 * again as they are now. {@link #differences} proves them against the facts.
 */
@Component
public class FigureTotals {

    /** Stands for no unit and no leader in the totals. */
    static final UUID NOBODY = new UUID(0, 0);

    private static final long LOCK = 0x6c6667L;
    private static final int NOTES = 50_000;
    private static final int ITEMS = 2_000;

    private static final String CELLS = """
            select f.item_id, f.measure, date_trunc('month', f.at at time zone :zone)::date as month,
                   coalesce(f.unit_id, :nobody) as unit_id, count(*)::int as counted, count(f.hit)::int as judged,
                   (count(*) filter (where f.hit))::int as hit, coalesce(sum(f.amount), 0) as amount
            from (%s) f where %s
            group by 1, 2, 3, 4
            """;

    private static final String TRAITS = """
            select i.id, coalesce(s.kind, '') as kind, coalesce(i.leader_post_id, :nobody) as leader_post_id,
                   coalesce(i.limit_class, '') as limit_class
            from ledger.item i left join ledger.source s on s.id = i.source_id
            """;

    private static final String REPLACE =
            """
            with fresh as (%s),
            traits as (%s where i.id = any(:ids)),
            difference as (
                select month, measure, unit_id, kind, leader_post_id, limit_class, sum(counted) as counted, sum(judged) as judged,
                       sum(hit) as hit, sum(amount) as amount
                from (
                    select f.month, f.measure, f.unit_id, t.kind, t.leader_post_id, t.limit_class, f.counted, f.judged, f.hit, f.amount
                    from fresh f join traits t on t.id = f.item_id
                    union all
                    select c.month, c.measure, c.unit_id, s.kind, s.leader_post_id, s.limit_class, -c.counted, -c.judged, -c.hit, -c.amount
                    from ledger.figure_share s cross join lateral unnest(s.cells) c where s.item_id = any(:ids)) both_of
                group by 1, 2, 3, 4, 5, 6
                having sum(counted) <> 0 or sum(judged) <> 0 or sum(hit) <> 0 or sum(amount) <> 0),
            added as (
                insert into ledger.figure_month as m
                    (month, measure, unit_id, kind, leader_post_id, limit_class, counted, judged, hit, amount)
                select month, measure, unit_id, kind, leader_post_id, limit_class, counted, judged, hit, amount from difference
                on conflict (month, measure, unit_id, kind, leader_post_id, limit_class) do update
                set counted = m.counted + excluded.counted, judged = m.judged + excluded.judged, hit = m.hit + excluded.hit,
                    amount = m.amount + excluded.amount)
            insert into ledger.figure_share (item_id, kind, leader_post_id, limit_class, cells)
            select t.id, t.kind, t.leader_post_id, t.limit_class,
                   coalesce(array_agg(row(f.measure, f.month, f.unit_id, f.counted, f.judged, f.hit, f.amount)::ledger.figure_cell)
                            filter (where f.measure is not null), '{}')
            from traits t left join fresh f on f.item_id = t.id group by 1, 2, 3, 4
            on conflict (item_id) do update set kind = excluded.kind, leader_post_id = excluded.leader_post_id,
                limit_class = excluded.limit_class, cells = excluded.cells
            """.formatted(CELLS.formatted(FactSql.settled(), "f.item_id = any(:ids)"), TRAITS);

    private static final String DIFFERENCES = """
            with fresh as (%s),
            counted_now as (
                select f.month, f.measure, f.unit_id, t.kind, t.leader_post_id, t.limit_class, sum(f.counted) as counted,
                       sum(f.judged) as judged, sum(f.hit) as hit, sum(f.amount) as amount
                from fresh f join (%s) t on t.id = f.item_id group by 1, 2, 3, 4, 5, 6)
            select count(*) from counted_now n
            full join (select * from ledger.figure_month where counted <> 0 or judged <> 0 or hit <> 0 or amount <> 0) m
                using (month, measure, unit_id, kind, leader_post_id, limit_class)
            where (n.counted, n.judged, n.hit, n.amount) is distinct from (m.counted, m.judged, m.hit, m.amount)
            """.formatted(CELLS.formatted(FactSql.settled(), "true"), TRAITS);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ZoneId zone;

    FigureTotals(JdbcClient jdbc, TransactionTemplate transaction, ZoneId zone) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.zone = zone;
    }

    /** Keeps the work before a question small. */
    @Scheduled(initialDelay = 30, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        refresh();
    }

    /** Brings the totals up to date with everything that is committed. */
    public void refresh() {
        boolean more = jdbc.sql("select exists (select 1 from ledger.figure_stale)")
                .query(Boolean.class)
                .single();
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> refreshSome()));
        }
    }

    private boolean refreshSome() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, line) -> true)
                .single();
        List<UUID> changed =
                jdbc.sql("""
                with gone as (
                    delete from ledger.figure_stale where ctid = any (array (select ctid from ledger.figure_stale limit :notes))
                    returning item_id)
                select distinct item_id from gone
                """).param("notes", NOTES).query(UUID.class).list();
        for (int start = 0; start < changed.size(); start += ITEMS) {
            replace(changed.subList(start, Math.min(changed.size(), start + ITEMS)));
        }
        return !changed.isEmpty();
    }

    private void replace(List<UUID> items) {
        jdbc.sql(REPLACE)
                .param("ids", Sql.ids(items))
                .param("zone", zone.getId())
                .param("nobody", NOBODY)
                .param("asOf", "infinity")
                .param("before", "infinity")
                .update();
    }

    /** How many totals differ from the facts: none, unless something is wrong. Reads the whole ledger. */
    public long differences() {
        refresh();
        return jdbc.sql(DIFFERENCES)
                .param("zone", zone.getId())
                .param("nobody", NOBODY)
                .param("asOf", "infinity")
                .param("before", "infinity")
                .query(Long.class)
                .single();
    }
}

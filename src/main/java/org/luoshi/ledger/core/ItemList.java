package org.luoshi.ledger.core;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.ItemConditions.Conditions;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ledger as a list: filtered, sorted, page by page, and only what the viewer may see. */
@Component
@Transactional(readOnly = true)
public class ItemList {

    private static final int PAGE = 50;
    private static final int MOST_COUNTED = 1_000;

    private final JdbcClient jdbc;
    private final ItemConditions conditions;
    private final PastRows past;
    private final RowNames names;
    private final KeptCounts kept;
    private final Clock clock;

    ItemList(JdbcClient jdbc, ItemConditions conditions, PastRows past, RowNames names, KeptCounts kept, Clock clock) {
        this.kept = kept;
        this.jdbc = jdbc;
        this.conditions = conditions;
        this.past = past;
        this.names = names;
        this.clock = clock;
    }

    /** One page; {@code cursor} null for the first. */
    public ItemPage page(ItemFilter filter, @Nullable String cursor, Actor viewer) {
        Conditions conditions = this.conditions.ofPage(filter, viewer);
        // What has to be gathered anyway, to be sorted, is counted on the way.
        boolean first = cursor == null && filter.asOf() == null;
        boolean ofUnit = first && filter.text() == null && filter.unitId() != null;
        boolean gathered = first && filter.text() != null && !this.conditions.isWalked(filter, conditions);
        List<Key> keys = keys(
                filter, conditions, cursor, gathered ? MOST_COUNTED + 1 : PAGE + 1, ofUnit ? "count(*) over ()" : "0");
        ListTotal total = gathered
                ? ListTotal.upTo(MOST_COUNTED, keys.size())
                : ofUnit ? ListTotal.exactly(keys.isEmpty() ? 0 : keys.get(0).found()) : null;
        return page(filter, conditions, keys, PAGE, total);
    }

    public ItemPage page(ItemFilter filter, @Nullable String cursor, int size, Actor viewer) {
        Conditions conditions = this.conditions.ofPage(filter, viewer);
        return page(filter, conditions, keys(filter, conditions, cursor, size + 1, "0"), size, null);
    }

    /**
     * @param found how many there are in all, where that was asked for
     */
    private record Key(UUID id, String sortKey, int found) {}

    private List<Key> keys(ItemFilter filter, Conditions conditions, @Nullable String cursor, int limit, String found) {
        ListOrder order = ListOrder.of(filter.sort());
        String after = cursor == null ? "" : " and " + order.afterCursor();
        StatementSpec statement = conditions.bind(
                jdbc.sql("""
                select i.id, %s as sort_key, %s as found from %s where %s%s order by %s limit :limit
                """.formatted(order.key(), found, conditions.from(), conditions.sql(), after, order.orderBy()))
                        .param("limit", limit));
        if (cursor != null) {
            String[] parts = decode(cursor, order);
            statement = statement.param("cursorKey", parts[0]).param("cursorId", UUID.fromString(parts[1]));
        }
        return statement
                .query((row, n) ->
                        new Key(row.getObject("id", UUID.class), row.getString("sort_key"), row.getInt("found")))
                .list();
    }

    private ItemPage page(
            ItemFilter filter, Conditions conditions, List<Key> keys, int size, @Nullable ListTotal total) {
        boolean more = keys.size() > size;
        List<Key> shown = more ? keys.subList(0, size) : keys;
        String next = more ? encode(shown.get(size - 1)) : null;
        List<UUID> ids = shown.stream().map(Key::id).toList();
        return new ItemPage(filter.asOf() == null ? rows(ids) : past.rows(ids, conditions.moment()), next, total);
    }

    public int count(ItemFilter filter, Actor viewer) {
        Conditions conditions = this.conditions.of(filter, viewer);
        return conditions
                .bind(jdbc.sql("select count(*) from " + conditions.from() + " where " + conditions.sql()))
                .query(Integer.class)
                .single();
    }

    /** As {@link #count}, but what is searched by its words is counted up to a thousand only: nobody reads further. */
    public ListTotal total(ItemFilter filter, ItemPage page, LedgerCounts counts, Actor viewer) {
        if (page.total() != null) {
            return page.total();
        }
        OptionalInt counted = counts.of(filter);
        if (counted.isPresent()) {
            return ListTotal.exactly(counted.getAsInt());
        }
        if (filter.asOf() == null && filter.text() != null) {
            return countedUpTo(MOST_COUNTED, conditions.of(filter, viewer));
        }
        return filter.asOf() == null
                ? kept.get(
                        ListTotal.class,
                        new KeptOf(viewer, filter.withSort(ItemFilter.Sort.DUE)),
                        () -> exactly(filter, viewer))
                : exactly(filter, viewer);
    }

    private ListTotal exactly(ItemFilter filter, Actor viewer) {
        return ListTotal.exactly(count(filter, viewer));
    }

    private ListTotal countedUpTo(int most, Conditions conditions) {
        int found = conditions
                .bind(jdbc.sql("select count(*) from (select from %s where %s limit :most) found"
                                .formatted(conditions.from(), conditions.sql()))
                        .param("most", most + 1))
                .query(Integer.class)
                .single();
        return ListTotal.upTo(most, found);
    }

    /** Whose figures, of what. */
    private record KeptOf(Actor viewer, Object what) {}

    /** The figures over the list, in one pass over what is open or newly closed. */
    public LedgerCounts counts(Actor viewer) {
        return counts(null, viewer);
    }

    /** The same for the end of a day that is over. */
    public LedgerCounts counts(@Nullable LocalDate asOf, Actor viewer) {
        return asOf == null
                ? kept.get(LedgerCounts.class, new KeptOf(viewer, "all"), () -> counted(null, viewer))
                : counted(asOf, viewer);
    }

    private LedgerCounts counted(@Nullable LocalDate asOf, Actor viewer) {
        Conditions all =
                conditions.of(ItemFilter.open().withView(ItemFilter.View.ALL).withAsOf(asOf), viewer);
        Instant now = all.moment();
        return all.bind(jdbc.sql("""
                select count(*) filter (where i.is_open) as open,
                       count(*) filter (where i.is_open and i.red_at <= :now) as red,
                       count(*) filter (where i.is_open and i.yellow_at <= :now and (i.red_at is null or i.red_at > :now)) as yellow,
                       count(*) filter (where i.is_open and i.due >= :dayStart and i.due < :dayEnd) as today,
                       count(*) filter (where i.is_open and i.last_activity_at < :silentSince) as silent,
                       count(*) filter (where i.is_open and i.officer_id = :me) as mine,
                       count(*) filter (where i.state = 'CLOSED') as closed
                from %s where (i.is_open or i.state = 'CLOSED') and %s
                """.formatted(all.from(), all.sql()))
                        .param("now", Sql.at(now))
                        .param("dayStart", Sql.at(conditions.startOfDay(now)))
                        .param("dayEnd", Sql.at(conditions.endOfDay(now)))
                        .param("silentSince", Sql.at(conditions.silentSince(now)))
                        .param("me", viewer.personId()))
                .query(LedgerCounts.class)
                .single();
    }

    /** These items as rows, in the order of the ids. The caller has made sure that they may be seen. */
    public List<ItemRow> rows(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<RawItem> raws = jdbc.sql("""
                select i.id, i.version, i.number, i.title, i.state, i.is_open, i.stopped, i.yellow_at, i.yellow_why, i.red_at,
                       i.red_why, i.override_light, i.override_reason, i.source_id, s.kind, k.name as kind_name,
                       s.title as source_title, i.lead_unit_id, i.co_count,
                       (select count(*) from ledger.assignment a where a.item_id = i.id and a.part = 'CO' and a.state = 'TO_SIGN')
                           as co_unsigned,
                       i.due, i.original_due, i.given_due, i.limit_class, i.cycle,
                       (select count(*) from ledger.date_change d where d.item_id = i.id and d.kind = 'EXTENDED') as extensions,
                       i.last_activity_at, i.last_activity, i.officer_id, i.leader_name, i.label,
                       (select array_agg(x.state order by x.number desc) from (
                            select t.number, t.state from ledger.assignment a cross join lateral (
                                select o.number, o.state from ledger.feedback_target o
                                where o.assignment_id = a.id and o.number is not null order by o.number desc limit 6) t
                            where a.item_id = i.id and a.part = 'LEAD' order by t.number desc limit 6) x) as strip
                from ledger.item i
                left join ledger.source s on s.id = i.source_id
                left join ledger.source_kind k on k.code = s.kind
                where i.id = any(:ids)
                """)
                .param("ids", Sql.ids(ids))
                .query(new RawItem.Mapper())
                .list();
        return names.rows(raws, ids, clock.instant());
    }

    private static String encode(Key last) {
        String plain = last.sortKey() + "|" + last.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static String[] decode(String cursor, ListOrder order) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int bar = plain.lastIndexOf('|');
            UUID.fromString(plain.substring(bar + 1));
            String key = plain.substring(0, bar);
            if (order.isKey(key)) {
                return new String[] {key, plain.substring(bar + 1)};
            }
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException rubbish) {
            throw LedgerError.CURSOR.plain();
        }
        throw LedgerError.CURSOR.plain();
    }
}

package org.luoshi.ledger.core;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.platform.Fold;
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

    private final JdbcClient jdbc;
    private final OrganizationApi organization;
    private final LedgerSettings settings;
    private final KeptCounts kept;
    private final ZoneId zone;
    private final Clock clock;

    ItemList(
            JdbcClient jdbc,
            OrganizationApi organization,
            LedgerSettings settings,
            KeptCounts kept,
            ZoneId zone,
            Clock clock) {
        this.kept = kept;
        this.jdbc = jdbc;
        this.organization = organization;
        this.settings = settings;
        this.zone = zone;
        this.clock = clock;
    }

    /** One page; {@code cursor} null for the first. */
    public ItemPage page(ItemFilter filter, @Nullable String cursor, Actor viewer) {
        return page(filter, cursor, PAGE, viewer);
    }

    public ItemPage page(ItemFilter filter, @Nullable String cursor, int size, Actor viewer) {
        Conditions conditions = conditions(filter, viewer);
        ListOrder order = ListOrder.of(filter.sort());
        String after = cursor == null ? "" : " and " + order.afterCursor();
        StatementSpec statement =
                conditions.bind(jdbc.sql("""
                select i.id, %s as sort_key from ledger.item i where %s%s order by %s limit :limit
                """.formatted(order.key(), conditions.sql(), after, order.orderBy()))
                        .param("limit", size + 1));
        if (cursor != null) {
            String[] parts = decode(cursor, order);
            statement = statement.param("cursorKey", parts[0]).param("cursorId", UUID.fromString(parts[1]));
        }
        List<Map.Entry<UUID, String>> keys = statement
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), row.getString("sort_key")))
                .list();
        boolean more = keys.size() > size;
        List<Map.Entry<UUID, String>> shown = more ? keys.subList(0, size) : keys;
        String next = more ? encode(shown.get(size - 1)) : null;
        return new ItemPage(rows(shown.stream().map(Map.Entry::getKey).toList()), next);
    }

    public int count(ItemFilter filter, Actor viewer) {
        Conditions conditions = conditions(filter, viewer);
        return filter.isOnlyAView()
                ? kept.get(Integer.class, new KeptOf(conditions.scope(), filter.view().name(), silenceDays()), () -> count(conditions))
                : count(conditions);
    }

    private Integer count(Conditions conditions) {
        return conditions
                .bind(jdbc.sql("select count(*) from ledger.item i where " + conditions.sql()))
                .query(Integer.class)
                .single();
    }

    /** Whose figures: what counts as silent is the office's own number. */
    private record KeptOf(LedgerScope scope, String what, int silenceDays) {}

    /** The figures over the list, in one pass over what is open or newly closed. */
    public LedgerCounts counts(Actor viewer) {
        LedgerScope scope = LedgerScope.of(viewer, organization);
        return kept.get(LedgerCounts.class, new KeptOf(scope, "all", silenceDays()), () -> counts(scope, viewer));
    }

    private LedgerCounts counts(LedgerScope scope, Actor viewer) {
        Instant now = clock.instant();
        return scope.bind(jdbc.sql("""
                select count(*) filter (where i.is_open) as open,
                       count(*) filter (where i.is_open and i.red_at <= :now) as red,
                       count(*) filter (where i.is_open and i.yellow_at <= :now and (i.red_at is null or i.red_at > :now)) as yellow,
                       count(*) filter (where i.is_open and i.due >= :dayStart and i.due < :dayEnd) as today,
                       count(*) filter (where i.is_open and i.last_activity_at < :silentSince) as silent,
                       count(*) filter (where i.is_open and i.officer_id = :me) as mine,
                       count(*) filter (where i.state = 'CLOSED') as closed
                from ledger.item i where (i.is_open or i.state = 'CLOSED') and %s
                """.formatted(scope.condition()))
                        .param("now", Sql.at(now))
                        .param("dayStart", Sql.at(startOfToday()))
                        .param("dayEnd", Sql.at(endOfToday()))
                        .param("silentSince", Sql.at(silentSince()))
                        .param("me", viewer.personId()))
                .query(LedgerCounts.class)
                .single();
    }

    /** These items as rows, in the order of the ids. The caller has made sure that they may be seen. */
    List<ItemRow> rows(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        Set<UUID> unitIds = new HashSet<>();
        List<RawItem> raws = jdbc.sql("""
                select i.id, i.version, i.number, i.title, i.state, i.is_open, i.stopped, i.yellow_at, i.yellow_why, i.red_at,
                       i.red_why, i.override_light, i.override_reason, i.source_id, s.kind, k.name as kind_name,
                       s.title as source_title, i.lead_unit_id, i.co_count,
                       (select count(*) from ledger.assignment a where a.item_id = i.id and a.part = 'CO' and a.state = 'TO_SIGN')
                           as co_unsigned,
                       i.due, i.original_due, i.given_due, i.limit_class, i.cycle,
                       (select count(*) from ledger.date_change d where d.item_id = i.id and d.kind = 'EXTENDED') as extensions,
                       i.last_activity_at, i.last_activity,
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
        raws.forEach(raw -> {
            if (raw.leadUnitId() != null) {
                unitIds.add(raw.leadUnitId());
            }
        });
        Map<UUID, Unit> units = organization.units(unitIds);
        Map<UUID, ItemRow> byId = new HashMap<>();
        raws.forEach(raw -> byId.put(raw.id(), raw.toRow(now, units)));
        return ids.stream().map(byId::get).toList();
    }

    private Conditions conditions(ItemFilter filter, Actor viewer) {
        LedgerScope scope = LedgerScope.of(viewer, organization);
        List<String> sql = new ArrayList<>(List.of(scope.condition()));
        Map<String, Object> params = new HashMap<>();
        addView(filter.view(), viewer, sql, params);
        if (filter.unitId() != null) {
            String part = filter.part() == null
                    ? ""
                    : " and fa.part = '" + filter.part().name() + "'";
            sql.add("exists (select 1 from ledger.assignment fa where fa.item_id = i.id and fa.unit_id = any(:units)"
                    + " and fa.state <> 'MOVED'" + part + ")");
            params.put("units", Sql.ids(organization.subtree(List.of(filter.unitId()))));
        }
        if (filter.sourceKind() != null) {
            sql.add("exists (select 1 from ledger.source fs where fs.id = i.source_id and fs.kind = :kind)");
            params.put("kind", filter.sourceKind());
        }
        equal("i.leader_post_id", "leader", filter.leaderPostId(), sql, params);
        equal("i.officer_id", "officer", filter.officerId(), sql, params);
        equal("i.state", "state", filter.state() == null ? null : filter.state().name(), sql, params);
        equal("i.label", "label", filter.label(), sql, params);
        if (filter.text() != null && !filter.text().isBlank()) {
            addText(filter.text(), sql, params);
        }
        return new Conditions(String.join(" and ", sql), params, scope);
    }

    /** What was typed means itself: no wild cards. */
    private static String literal(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }

    /** The pairs find the rows by index, the text itself is then compared; a single character has no pair. */
    private static void addText(String text, List<String> sql, Map<String, Object> params) {
        String folded = Fold.text(text);
        Set<String> pairs = Fold.bigrams(folded);
        if (!pairs.isEmpty()) {
            sql.add("i.pairs @> cast(:pairs as text[])");
            params.put("pairs", Sql.texts(pairs));
        }
        // Nothing but marks folds to nothing, and nothing is part of every text.
        sql.add(folded.isEmpty() ? "i.number like :plain" : "(i.folded like :text or i.number like :plain)");
        params.put("text", "%" + literal(folded) + "%");
        params.put("plain", "%" + literal(text.strip()) + "%");
    }

    private static void equal(
            String column, String name, @Nullable Object value, List<String> sql, Map<String, Object> params) {
        if (value != null) {
            sql.add(column + " = :" + name);
            params.put(name, value);
        }
    }

    private void addView(ItemFilter.View view, Actor viewer, List<String> sql, Map<String, Object> params) {
        switch (view) {
            case OPEN -> sql.add("i.is_open");
            case RED -> {
                sql.add("i.is_open and i.red_at <= :now");
                params.put("now", java.util.Objects.requireNonNull(Sql.at(clock.instant())));
            }
            case YELLOW -> {
                sql.add("i.is_open and i.yellow_at <= :now and (i.red_at is null or i.red_at > :now)");
                params.put("now", java.util.Objects.requireNonNull(Sql.at(clock.instant())));
            }
            case TODAY -> {
                sql.add("i.is_open and i.due >= :dayStart and i.due < :dayEnd");
                params.put("dayStart", java.util.Objects.requireNonNull(Sql.at(startOfToday())));
                params.put("dayEnd", java.util.Objects.requireNonNull(Sql.at(endOfToday())));
            }
            case SILENT -> {
                sql.add("i.is_open and i.last_activity_at < :silentSince");
                params.put("silentSince", java.util.Objects.requireNonNull(Sql.at(silentSince())));
            }
            case MINE -> {
                sql.add("i.is_open and i.officer_id = :me");
                params.put("me", viewer.personId());
            }
            case CLOSED -> sql.add("i.state = 'CLOSED'");
            case ENDED -> sql.add("not i.is_open");
            case ALL -> {}
        }
    }

    private Instant startOfToday() {
        return LocalDate.now(clock.withZone(zone)).atStartOfDay(zone).toInstant();
    }

    private Instant endOfToday() {
        return LocalDate.now(clock.withZone(zone))
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
    }

    private Instant silentSince() {
        return clock.instant().minus(java.time.Duration.ofDays(silenceDays()));
    }

    private int silenceDays() {
        return settings.of(LedgerSetting.SILENCE_DAYS);
    }

    private static String encode(Map.Entry<UUID, String> last) {
        String plain = last.getValue() + "|" + last.getKey();
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

    private record Conditions(String sql, Map<String, Object> params, LedgerScope scope) {

        StatementSpec bind(StatementSpec statement) {
            StatementSpec bound = scope.bind(statement);
            for (Map.Entry<String, Object> param : params.entrySet()) {
                bound = bound.param(param.getKey(), param.getValue());
            }
            return bound;
        }
    }
}

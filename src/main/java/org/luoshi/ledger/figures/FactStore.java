package org.luoshi.ledger.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.LedgerScope;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds facts up, and lists them: whole months from the totals, the rest from the facts. */
@Component
public class FactStore {

    /**
     * Facts with what they can be grouped by. Joined loosely, though each fact has its item: what a question does not ask for is then not looked up.
     */
    private static final String TRAITED = """
            select f.*, coalesce(f.unit_id, :nobody) as unit_key, coalesce(s.kind, '') as kind,
                   coalesce(i.leader_post_id, :nobody) as leader_post_id, coalesce(i.limit_class, '') as limit_class,
                   date_trunc('month', f.at at time zone :zone)::date as month, i.number, i.title, i.year, i.sequence
            from (%s) f left join %s i on i.id = f.item_id left join ledger.source s on s.id = i.source_id
            """;

    private static final String PERIOD = "f.at >= :from and f.at < :before";

    private final JdbcClient jdbc;
    private final FigureTotals totals;
    private final ZoneId zone;
    private final Clock clock;

    FactStore(JdbcClient jdbc, FigureTotals totals, ZoneId zone, Clock clock) {
        this.jdbc = jdbc;
        this.totals = totals;
        this.zone = zone;
        this.clock = clock;
    }

    /** The sums by the key of the grouping. */
    public Map<String, Map<Measure, FigureSum>> sums(FiguresQuestion question) {
        if (question.asOf() != null) {
            return collected(then(question, grouped(question, traited(FactSql.allThen(), "item_then"), PERIOD)));
        }
        totals.refresh();
        List<String> parts = new ArrayList<>();
        parts.add(grouped(question, traited(FactSql.open(), "ledger.item"), PERIOD));
        FiguresPeriod period = question.period();
        if (period.hasWholeMonth()) {
            parts.add(monthly(question));
            if (!period.end(zone).isAfter(clock.instant())) {
                parts.add(later(question));
            }
        }
        String settled = traited(FactSql.settled(), "ledger.item");
        if (!period.hasWholeMonth()) {
            parts.add(grouped(question, settled, PERIOD));
        } else if (!period.isWholeMonths()) {
            parts.add(grouped(question, settled, "f.at >= :from and f.at < :monthsFrom"));
            parts.add(grouped(question, settled, "f.at >= :monthsEnd and f.at < :before"));
        }
        String sql =
                "select key, measure, sum(counted) as counted, sum(judged) as judged, sum(hit) as hit, sum(amount) as amount from ("
                        + String.join("\nunion all\n", parts) + ") parts group by key, measure";
        return collected(bound(jdbc.sql(sql), question));
    }

    /** The same sums from the facts alone; for the check. */
    public Map<String, Map<Measure, FigureSum>> sumsOfFacts(FiguresQuestion question) {
        return collected(bound(jdbc.sql(grouped(question, traited(FactSql.all(), "ledger.item"), PERIOD)), question));
    }

    private static String traited(String facts, String items) {
        return TRAITED.formatted(facts, items);
    }

    private static String grouped(FiguresQuestion question, String facts, String when) {
        return """
                select %s as key, f.measure, count(*) as counted, count(f.hit) as judged, count(*) filter (where f.hit) as hit,
                       coalesce(sum(f.amount), 0) as amount
                from (%s) f where %s%s group by 1, 2
                """.formatted(key(question.grouping()), facts, when, filters(question));
    }

    /** The months stand in the statement itself: a plan made for any months reads the totals of one year row by row. */
    private static String monthly(FiguresQuestion question) {
        return """
                select %s as key, f.measure, sum(f.counted) as counted, sum(f.judged) as judged, sum(f.hit) as hit, sum(f.amount) as amount
                from ledger.figure_month f where f.month >= date '%s' and f.month < date '%s'%s group by 1, 2
                """.formatted(
                        question.grouping().key(),
                        question.period().firstMonth(),
                        question.period().behindLastMonth(),
                        filters(question));
    }

    private static String later(FiguresQuestion question) {
        return """
                select %s as key, f.measure, 0 as counted, sum(f.judged) as judged, sum(f.hit) as hit, coalesce(sum(f.amount), 0) as amount
                from (%s) f where f.at >= :monthsFrom and f.at < :monthsEnd%s group by 1, 2
                """.formatted(key(question.grouping()), traited(FactSql.later(), "ledger.item"), filters(question));
    }

    private static String key(FigureGrouping grouping) {
        return grouping == FigureGrouping.UNIT ? "f.unit_key::text" : grouping.key();
    }

    private static String filters(FiguresQuestion question) {
        StringBuilder sql = new StringBuilder();
        if (question.units() != null) {
            sql.append(" and f.unit_id = any(:units)");
        }
        if (question.kind() != null) {
            sql.append(" and f.kind = :kind");
        }
        if (question.leaderPostId() != null) {
            sql.append(" and f.leader_post_id = :leader");
        }
        if (question.limitClass() != null) {
            sql.append(" and f.limit_class = :limitClass");
        }
        return sql.toString();
    }

    private StatementSpec then(FiguresQuestion question, String sql) {
        return bound(jdbc.sql("with " + FactSql.then() + sql), question);
    }

    private StatementSpec bound(StatementSpec statement, FiguresQuestion question) {
        FiguresPeriod period = question.period();
        String asOf = question.asOf() == null ? "infinity" : question.asOf().toString();
        StatementSpec bound = statement
                .param("asOf", asOf)
                .param("now", question.asOf() == null ? clock.instant().toString() : asOf)
                .param("zone", zone.getId())
                .param("nobody", FigureTotals.NOBODY)
                .param("from", Sql.at(period.start(zone)))
                .param("before", Sql.at(period.end(zone)))
                .param(
                        "monthsFrom",
                        Sql.at(period.firstMonth().atStartOfDay(zone).toInstant()))
                .param(
                        "monthsEnd",
                        Sql.at(period.behindLastMonth().atStartOfDay(zone).toInstant()));
        Set<UUID> units = question.units();
        if (units != null) {
            bound = bound.param("units", Sql.ids(units));
        }
        return bound.param("kind", question.kind())
                .param("leader", question.leaderPostId())
                .param("limitClass", question.limitClass());
    }

    private static Map<String, Map<Measure, FigureSum>> collected(StatementSpec statement) {
        Map<String, Map<Measure, FigureSum>> sums = new HashMap<>();
        statement
                .query((row, line) -> {
                    sums.computeIfAbsent(row.getString("key"), key -> new EnumMap<>(Measure.class))
                            .merge(Measure.valueOf(row.getString("measure")), sum(row), FigureSum::plus);
                    return line;
                })
                .list();
        return sums;
    }

    private static FigureSum sum(ResultSet row) throws SQLException {
        return new FigureSum(
                row.getLong("counted"), row.getLong("judged"), row.getLong("hit"), row.getBigDecimal("amount"));
    }

    /** The facts behind one figure, by their instants; {@code key} null: of all lines. */
    @Transactional(readOnly = true)
    public List<Fact> rows(
            FiguresQuestion question, Measure measure, Side side, @Nullable String key, int limit, int offset) {
        return behind(
                        question,
                        measure,
                        side,
                        key,
                        "f.*",
                        " order by f.at, f.year, f.sequence, f.subject_id limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query(Fact::of)
                .list();
    }

    @Transactional(readOnly = true)
    public long count(FiguresQuestion question, Measure measure, Side side, @Nullable String key) {
        return behind(question, measure, side, key, "count(*)", "")
                .query(Long.class)
                .single();
    }

    /** All facts of a period; for a bulletin and for an assessment. */
    @Transactional(readOnly = true)
    public List<Fact> all(FiguresQuestion question, Set<Measure> measures, int most) {
        return selected(
                        question,
                        "f.*",
                        " and f.measure = any(:measures) order by f.at, f.measure, f.subject_id, f.assignment_id limit :most")
                .param("most", most)
                .param("measures", measures.stream().map(Measure::name).toArray(String[]::new))
                .query(Fact::of)
                .list();
    }

    /** Facts that can be an {@link AssessmentEvent}, oldest first. */
    @Transactional(readOnly = true)
    public List<Fact> events(FiguresQuestion question, Set<Measure> measures, int most) {
        String bad = " and (f.measure in ('SIGN_DUE', 'REPORT_DUE', 'PART_DUE') and not f.hit"
                + " or f.measure in ('REVIEWED', 'VISITED', 'LEADER_SAID') and f.hit)";
        return selected(question, "f.*", " and f.measure = any(:measures)" + bad + " order by f.at limit :most")
                .param("most", most)
                .param("measures", measures.stream().map(Measure::name).toArray(String[]::new))
                .query(Fact::of)
                .list();
    }

    /** Which of these items that viewer may open. */
    Set<UUID> visible(Collection<UUID> items, LedgerScope scope) {
        String sql = "select i.id from ledger.item i where i.id = any(:items) and " + scope.condition();
        return new HashSet<>(scope.bind(jdbc.sql(sql).param("items", Sql.ids(items)))
                .query(UUID.class)
                .list());
    }

    private StatementSpec behind(
            FiguresQuestion question, Measure measure, Side side, @Nullable String key, String columns, String order) {
        String ofKey = key == null ? "" : " and " + ofKey(question.grouping(), key);
        StatementSpec statement = selected(
                        question, columns, " and f.measure = :measure and " + side.condition() + ofKey + order)
                .param("measure", measure.name());
        return key == null ? statement : statement.param("key", key);
    }

    /** A unit is looked up as it stands in the fact, so that an index can find it. */
    private static String ofKey(FigureGrouping grouping, String key) {
        if (grouping != FigureGrouping.UNIT) {
            return grouping.key() + " = :key";
        }
        return key.equals(FigureTotals.NOBODY.toString())
                ? "f.unit_id is null and :key <> ''"
                : "f.unit_id = :key::uuid";
    }

    private StatementSpec selected(FiguresQuestion question, String columns, String conditions) {
        boolean past = question.asOf() != null;
        String facts = past ? traited(FactSql.allThen(), "item_then") : traited(FactSql.all(), "ledger.item");
        String sql = "select " + columns + " from (" + facts + ") f where " + PERIOD + filters(question) + conditions;
        return past ? then(question, sql) : bound(jdbc.sql(sql), question);
    }
}

package org.luoshi.reporting.core;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reports, obligations and kept totals in their tables; many rows in one statement. Each of them names the places of the group once more for
 * each table, because a part on another server is only told what stands in a condition of its own and would send all its rows otherwise.
 */
@Component
class ReportStore {

    private final JdbcClient jdbc;

    ReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How the obligations of these places stand; places by key or, where it is given, by official code. */
    List<StandingReport> standing(OpenRound open, Collection<Long> keys, Collection<String> codes) {
        Round round = open.round();
        Round before = open.before();
        return jdbc.sql("""
                        with wanted as (
                            select * from reporting.place where key = any(:keys)
                            union
                            select * from reporting.place where code = any(:codes) and valid_to is null
                            union
                            select * from reporting.place where code = any(:codes) and valid_to is not null)
                        select p.key, p.unit_id, p.level, p.code, p.name, p.valid_from, p.valid_to,
                               o.revision, o.kind, o.late, o.exempt, o.review, o.desk,
                               r.values, r.sequel, r.final, r.signer, r.at, b.kind as before_kind, b.values as before_values
                        from wanted p
                        left join reporting.obligation o
                            on o.period = :period and o.regime = :regime and o.place = p.key and o.province = p.province
                               and o.place = any(array(select key from wanted))
                        left join reporting.report r
                            on r.period = :period and r.regime = :regime and r.place = p.key and r.province = p.province
                               and r.revision = o.revision and r.place = any(array(select key from wanted))
                        left join reporting.obligation ob
                            on ob.period = :before and ob.regime = :regime and ob.place = p.key and ob.province = p.province
                               and ob.place = any(array(select key from wanted))
                        left join reporting.report b
                            on b.period = :before and b.regime = :regime and b.place = p.key and b.province = p.province
                               and b.revision = ob.revision and b.place = any(array(select key from wanted))
                        """)
                .param("keys", keys.toArray(Long[]::new))
                .param("codes", Sql.texts(codes))
                .param("period", round.period())
                .param("regime", round.regime())
                .param("before", before == null ? null : before.period(), java.sql.Types.DATE)
                .query(ReportStore::standing)
                .list();
    }

    /**
     * Begins a group and returns its number, drawn under a lock that a bulletin takes alone: what has a number up to the last one is on the disk.
     * Where no part lies on another server, the statements of the group are planned once and for all, because planning them anew for each group
     * took as long as carrying them out; with such parts PostgreSQL 18 gave wrong answers from a plan that was kept, so there each is planned with its values.
     */
    long begin() {
        return jdbc.sql("""
                        select nextval('reporting.batch')
                        from (select pg_advisory_xact_lock_shared(hashtext('reporting.batch')),
                                     set_config('plan_cache_mode', case when exists (select from reporting.province_server)
                                                then 'force_custom_plan' else 'force_generic_plan' end, true)) locked
                        """).query(Long.class).single();
    }

    /**
     * Writes the next revision of each and returns how many were written: fewer than given means that somebody else wrote or reviewed
     * meanwhile.
     */
    int write(OpenRound open, List<Accepted> reports, long batch, Instant at) {
        return jdbc.sql("""
                        with incoming as materialized (
                            select * from unnest(:places, :provinces, :revisions, :reviews, :kinds, :sequels, :finals, :lates, :channels,
                                                 :behalfs, :senders, :signers, :values, :reasons)
                                as t (place, province, revision, review, kind, sequel, final, late, channel, on_behalf, sender_id, signer,
                                      values, reason)),
                        updated as (
                            update reporting.obligation o
                            set revision = i.revision, kind = i.kind, late = i.late, review = 0
                            from incoming i
                            where o.period = :period and o.regime = :regime and o.place = i.place and o.province = i.province
                              and o.revision = i.revision - 1 and o.review = i.review and o.place = any(:places)
                            returning o.place)
                        insert into reporting.report (period, regime, place, province, revision, kind, sequel, final, channel,
                            on_behalf, batch, at, sender_id, signer, values, reason)
                        select :period, :regime, i.place, i.province, i.revision, i.kind, i.sequel, i.final, i.channel,
                               i.on_behalf, :batch, :at, i.sender_id, i.signer, cast(i.values as jsonb), i.reason
                        from incoming i join updated u on u.place = i.place
                        """)
                .param("places", array(reports, Accepted::place, Long[]::new))
                .param("provinces", array(reports, report -> PlaceKey.province(report.place()), Short[]::new))
                .param("revisions", array(reports, report -> (short) report.revision(), Short[]::new))
                .param(
                        "reviews",
                        array(reports, report -> (short) report.standing().review(), Short[]::new))
                .param("kinds", array(reports, Accepted::kind, Short[]::new))
                .param("sequels", array(reports, report -> (short) report.sequel(), Short[]::new))
                .param("finals", array(reports, Accepted::last, Boolean[]::new))
                .param("lates", array(reports, Accepted::late, Boolean[]::new))
                .param(
                        "channels",
                        array(reports, report -> report.incoming().channel().code(), Short[]::new))
                .param("behalfs", array(reports, Accepted::onBehalf, Boolean[]::new))
                .param("senders", array(reports, ReportStore::senderId, UUID[]::new))
                .param(
                        "signers",
                        array(reports, report -> report.incoming().signer().strip(), String[]::new))
                .param("values", array(reports, report -> report.figures().json(), String[]::new))
                .param("reasons", array(reports, Accepted::reason, String[]::new))
                .param("period", open.round().period())
                .param("regime", open.round().regime())
                .param("batch", batch)
                .param("at", Sql.at(at))
                .update();
    }

    /** Adds what the reports change to the kept totals of the places above them, one update for each of these. */
    void addToTotals(OpenRound open, Map<Long, TotalsChange> changes) {
        List<TotalsChange> all = List.copyOf(changes.values());
        jdbc.sql("""
                        update reporting.rollup r
                        set reported = r.reported + i.reported, zero = r.zero + i.zero, late = r.late + i.late,
                            confirmed = r.confirmed + i.confirmed, questioned = r.questioned + i.questioned,
                            sums = %s, known = %s, unknown = %s
                        from (
                            select place, province, reported, zero, late, confirmed, questioned,
                                   cast(sums as numeric[]) as sums, cast(known as int[]) as known, cast(unknown as int[]) as unknown
                            from unnest(:places, :provinces, :reported, :zero, :late, :confirmed, :questioned, :sums, :known, :unknown)
                                as t (place, province, reported, zero, late, confirmed, questioned, sums, known, unknown)
                            offset 0) i
                        where r.period = :period and r.regime = :regime and r.place = i.place and r.province = i.province
                          and r.place = any(:places)
                        """.formatted(plus("sums", "numeric", open), plus("known", "int", open), plus("unknown", "int", open)))
                .param("places", array(all, TotalsChange::place, Long[]::new))
                .param("provinces", array(all, change -> PlaceKey.province(change.place()), Short[]::new))
                .param("reported", array(all, TotalsChange::reported, Integer[]::new))
                .param("zero", array(all, TotalsChange::zero, Integer[]::new))
                .param("late", array(all, TotalsChange::late, Integer[]::new))
                .param("confirmed", array(all, TotalsChange::confirmed, Integer[]::new))
                .param("questioned", array(all, TotalsChange::questioned, Integer[]::new))
                .param("sums", array(all, TotalsChange::sums, String[]::new))
                .param("known", array(all, TotalsChange::known, String[]::new))
                .param("unknown", array(all, TotalsChange::unknown, String[]::new))
                .param("period", open.round().period())
                .param("regime", open.round().regime())
                .update();
    }

    /** The sum of two arrays, element by element and written out: a function that takes arrays apart costs three times as much. */
    private static String plus(String column, String type, OpenRound open) {
        return IntStream.rangeClosed(1, open.form().numbers().size())
                .mapToObj(n -> "r.%1$s[%2$d] + i.%1$s[%2$d]".formatted(column, n))
                .collect(Collectors.joining(", ", "array[", "]::" + type + "[]"));
    }

    private static @Nullable UUID senderId(Accepted report) {
        return report.incoming().sender() == null
                ? null
                : report.incoming().sender().personId();
    }

    private static <T, R> R[] array(
            Collection<T> all, Function<T, @Nullable R> value, java.util.function.IntFunction<R[]> maker) {
        R[] array = maker.apply(all.size());
        int n = 0;
        for (T one : all) {
            array[n++] = value.apply(one);
        }
        return array;
    }

    private static StandingReport standing(ResultSet row, int number) throws SQLException {
        int kind = row.getInt("kind");
        boolean asked = row.getObject("revision") != null;
        OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
        return new StandingReport(
                PlaceQueries.read(row, number),
                asked,
                row.getInt("revision"),
                row.getBoolean("late"),
                row.getBoolean("exempt"),
                row.getInt("review"),
                row.getBoolean("desk"),
                kind == 0 ? null : Figures.stored(row.getString("values")),
                row.getInt("sequel"),
                row.getBoolean("final"),
                row.getString("signer"),
                at == null ? null : at.toInstant(),
                row.getObject("before_kind") == null ? null : Figures.stored(row.getString("before_values")));
    }
}

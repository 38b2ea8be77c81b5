package org.luoshi.reporting.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.Figures;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.ReportField;
import org.luoshi.reporting.core.ReportForm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was said after a batch: figures that were corrected and reports that were missing then. Words alone are no change. */
@Component
@Transactional(readOnly = true)
class BulletinChanges {

    private static final String CHANGED = """
            with later as (
                select place, province, max(revision) as revision,
                       string_agg(reason, '；' order by revision) filter (where reason is not null) as reason
                from reporting.report
                where period = :period and regime = :regime and place between :first and :last
                  and batch > :since and batch <= :until
                group by place, province),
            changed as (
                select l.place, l.reason, n.revision, n.kind, n.values, n.signer, n.at, w.kind as was_kind, w.values as was_values
                from later l
                join reporting.report n
                  on n.period = :period and n.regime = :regime and n.place = l.place and n.province = l.province
                     and n.revision = l.revision and n.place between :first and :last
                left join lateral (
                    select b.kind, b.values from reporting.report b
                    where b.period = :period and b.regime = :regime and b.place = l.place and b.province = l.province
                      and b.batch <= :since order by b.revision desc limit 1) w on true
                where (n.kind, n.values - cast(:words as text[])) is distinct from (w.kind, w.values - cast(:words as text[])))
            """;

    private final JdbcClient jdbc;
    private final PlaceQueries places;

    BulletinChanges(JdbcClient jdbc, PlaceQueries places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    int count(OpenRound open, long node, long since, long until) {
        return with(CHANGED + "select count(*) from changed", open, node, since, until)
                .query(Integer.class)
                .single();
    }

    /** In the official order, the first of them. */
    List<BulletinChange> of(OpenRound open, long node, long since, long until, int most) {
        List<Found> found = with(
                        CHANGED + "select * from changed order by place limit " + most, open, node, since, until)
                .query((row, index) -> read(row))
                .list();
        Map<Long, String> names =
                places.fullNames(found.stream().map(Found::place).toList());
        return found.stream()
                .map(one -> one.change(open.form(), names.getOrDefault(one.place, Long.toString(one.place))))
                .toList();
    }

    private JdbcClient.StatementSpec with(String sql, OpenRound open, long node, long since, long until) {
        return jdbc.sql(sql)
                .param("period", open.round().period())
                .param("regime", open.round().regime())
                .param("first", node)
                .param("last", PlaceKey.last(node))
                .param("since", since)
                .param("until", until)
                .param(
                        "words",
                        open.form().fields().stream()
                                .filter(field -> !field.kind().isNumber())
                                .map(ReportField::code)
                                .toArray(String[]::new));
    }

    private static Found read(ResultSet row) throws SQLException {
        return new Found(
                row.getLong("place"),
                row.getObject("was_kind") == null ? null : Figures.stored(row.getString("was_values")),
                Figures.stored(row.getString("values")),
                row.getString("reason"),
                row.getString("signer"),
                row.getObject("at", OffsetDateTime.class),
                row.getInt("revision"));
    }

    private record Found(
            long place,
            @Nullable Figures was,
            Figures is,
            @Nullable String reason,
            String signer,
            OffsetDateTime at,
            int revision) {

        BulletinChange change(ReportForm form, String name) {
            return new BulletinChange(
                    place,
                    name,
                    form.numbers().stream()
                            .map(field -> BulletinChange.BulletinField.of(field.code(), field.name(), was, is))
                            .toList(),
                    was == null,
                    was != null && was.zero(),
                    is.zero(),
                    reason,
                    signer,
                    at.toInstant(),
                    revision);
        }
    }
}

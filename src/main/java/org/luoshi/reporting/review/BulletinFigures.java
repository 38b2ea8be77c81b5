package org.luoshi.reporting.review;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Sql;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.Place;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.ReportField;
import org.luoshi.reporting.core.ReportForm;
import org.luoshi.reporting.core.Round;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds up a round as it was at a batch, out of the revisions themselves: the same for ever, because they never change. */
@Component
@Transactional(readOnly = true)
class BulletinFigures {

    static final int MISSING_NAMED = 200;

    /** For each obligation the newest revision that was in by then; an exemption counts when it was granted by then. */
    private static final String AS_OF = """
            with newest as materialized (
                select distinct on (place, province) place, province, revision, kind, signer, values
                from reporting.report
                where period = :period and regime = :regime and place between :first and :last and batch <= :batch
                order by place, province, revision desc),
            owed as materialized (
                select o.place, o.late, o.exempt and exists (
                           select from reporting.exemption e where e.regime = :regime and e.place = o.place
                             and :period between e.from_day and e.to_day and e.made_at <= :at) as exempt,
                       r.revision, coalesce(r.kind, 0) as kind, r.signer, r.values
                from reporting.obligation o left join newest r on r.place = o.place and r.province = o.province
                where o.period = :period and o.regime = :regime and o.place between :first and :last)
            """;

    private final JdbcClient jdbc;
    private final PlaceQueries places;

    BulletinFigures(JdbcClient jdbc, PlaceQueries places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    BulletinContent of(OpenRound open, long node, long batch, Instant at) {
        ReportForm form = open.form();
        LocalDate period = open.round().period();
        Round before = open.before();
        List<BulletinPart> parts = parts(open, period, node, PlaceKey.level(node) + 1, batch, at);
        Map<Long, Place> named =
                places.all(parts.stream().map(BulletinPart::place).toList());
        String name = node == PlaceKey.ALL ? "" : places.require(node).name();
        return new BulletinContent(
                total(form, parts, node, name),
                parts.stream().map(part -> named(part, named)).toList(),
                missing(open, node, batch, at),
                revisions(open, node, batch, at),
                before == null ? null : before.period(),
                before == null ? null : all(open, before.period(), node, name, batch, at));
    }

    /** Only the place itself. */
    BulletinPart all(OpenRound open, LocalDate period, long node, String name, long batch, Instant at) {
        return total(open.form(), parts(open, period, node, PlaceKey.level(node), batch, at), node, name);
    }

    private List<BulletinPart> parts(OpenRound open, LocalDate period, long node, int level, long batch, Instant at) {
        String sql = AS_OF + """
                select (place >> %1$d) << %1$d as part, count(*) filter (where not exempt) as owed,
                       count(*) filter (where exempt) as exempt, count(*) filter (where kind > 0) as reported,
                       count(*) filter (where kind = 1) as zero, count(*) filter (where kind > 0 and late) as late,
                       case when count(*) = 1 then max(signer) end as signer%2$s
                from owed group by 1 order by 1
                """.formatted(PlaceKey.shift(Math.min(level, PlaceKey.DEEPEST)), columns(open.form()));
        return asOf(sql, open, period, node, batch, at)
                .query((row, index) -> part(row, open.form()))
                .list();
    }

    private static String columns(ReportForm form) {
        StringBuilder columns = new StringBuilder();
        int n = 0;
        for (ReportField field : form.numbers()) {
            columns.append("""
                    , coalesce(sum(case when jsonb_typeof(%2$s) = 'number' then (%2$s)::numeric end), 0) as sum%1$d
                    , count(*) filter (where kind = 1 or jsonb_typeof(%2$s) = 'number') as known%1$d
                    , count(*) filter (where jsonb_typeof(%2$s) = 'null') as unknown%1$d""".formatted(++n, "values -> '" + field.code().replace("'", "''") + "'"));
        }
        return columns.toString();
    }

    private List<String> missing(OpenRound open, long node, long batch, Instant at) {
        List<Long> keys = asOf(
                        AS_OF + "select place from owed where kind = 0 and not exempt order by place limit "
                                + MISSING_NAMED,
                        open,
                        open.round().period(),
                        node,
                        batch,
                        at)
                .query(Long.class)
                .list();
        Map<Long, String> names = places.fullNames(keys);
        return keys.stream().map(names::get).filter(Objects::nonNull).toList();
    }

    private String revisions(OpenRound open, long node, long batch, Instant at) {
        return asOf(AS_OF + """
                        select md5(coalesce(string_agg(place || '/' || revision, ',' order by place), ''))
                        from owed where kind > 0
                        """, open, open.round().period(), node, batch, at)
                .query(String.class)
                .single();
    }

    private JdbcClient.StatementSpec asOf(
            String sql, OpenRound open, LocalDate period, long node, long batch, Instant at) {
        return jdbc.sql(sql)
                .param("period", period)
                .param("regime", open.round().regime())
                .param("first", node)
                .param("last", PlaceKey.last(node))
                .param("batch", batch)
                .param("at", Sql.at(at));
    }

    private static BulletinPart part(ResultSet row, ReportForm form) throws SQLException {
        List<BulletinFigure> figures = new ArrayList<>();
        int n = 0;
        for (ReportField field : form.numbers()) {
            n++;
            figures.add(BulletinFigure.of(
                    field.code(),
                    field.name(),
                    field.measure(),
                    row.getBigDecimal("sum" + n),
                    row.getInt("known" + n),
                    row.getInt("unknown" + n)));
        }
        return new BulletinPart(
                row.getLong("part"),
                "",
                row.getInt("owed"),
                row.getInt("exempt"),
                row.getInt("reported"),
                row.getInt("zero"),
                row.getInt("late"),
                row.getString("signer"),
                figures);
    }

    private static BulletinPart total(ReportForm form, List<BulletinPart> parts, long node, String name) {
        List<BulletinFigure> figures = new ArrayList<>();
        for (int n = 0; n < form.numbers().size(); n++) {
            ReportField field = form.numbers().get(n);
            BigDecimal sum = BigDecimal.ZERO;
            int known = 0;
            int unknown = 0;
            for (BulletinPart part : parts) {
                BulletinFigure figure = part.figures().get(n);
                BigDecimal number = figure.number();
                sum = number == null ? sum : sum.add(number);
                known += figure.known();
                unknown += figure.unknown();
            }
            figures.add(BulletinFigure.of(field.code(), field.name(), field.measure(), sum, known, unknown));
        }
        @Nullable String signer = parts.size() == 1 ? parts.get(0).signer() : null;
        return new BulletinPart(
                node,
                name,
                parts.stream().mapToInt(BulletinPart::owed).sum(),
                parts.stream().mapToInt(BulletinPart::exempt).sum(),
                parts.stream().mapToInt(BulletinPart::reported).sum(),
                parts.stream().mapToInt(BulletinPart::zero).sum(),
                parts.stream().mapToInt(BulletinPart::late).sum(),
                signer,
                figures);
    }

    private static BulletinPart named(BulletinPart part, Map<Long, Place> named) {
        Place place = named.get(part.place());
        return part.named(place == null ? Long.toString(part.place()) : place.name());
    }
}

package org.luoshi.reporting.totals;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.ReportField;
import org.luoshi.reporting.core.ReportForm;

/** The two ways to the same columns: out of kept totals, or out of obligations and the reports that stand. */
final class TotalsSql {

    /** To obligations {@code t} the report that stands, where it says figures. */
    static final String REPORTS = """
             left join reporting.report r
               on r.period = t.period and r.regime = t.regime and r.place = t.place and r.province = t.province
                  and r.revision = t.revision and t.kind = 2
            """;

    private TotalsSql() {}

    /** Columns over {@code reporting.rollup t}. */
    static String kept(ReportForm form) {
        StringBuilder columns = new StringBuilder("""
                sum(t.owed) as owed, sum(t.exempt) as exempt, sum(t.reported) as reported, sum(t.zero) as zero,
                sum(t.late) as late, sum(t.confirmed) as confirmed, sum(t.questioned) as questioned""");
        for (int n = 1; n <= form.numbers().size(); n++) {
            columns.append(
                    ", sum(t.sums[%1$d]) as sum%1$d, sum(t.known[%1$d]) as known%1$d, sum(t.unknown[%1$d]) as unknown%1$d"
                            .formatted(n));
        }
        return columns.toString();
    }

    /** The same columns over {@code reporting.obligation t} with {@link #REPORTS}. */
    static String live(ReportForm form) {
        StringBuilder columns = new StringBuilder("""
                count(*) filter (where not t.exempt) as owed, count(*) filter (where t.exempt) as exempt,
                count(*) filter (where t.kind > 0) as reported, count(*) filter (where t.kind = 1) as zero,
                count(*) filter (where t.late) as late, count(*) filter (where t.review = 1) as confirmed,
                count(*) filter (where t.review = 2) as questioned""");
        int n = 0;
        for (ReportField field : form.numbers()) {
            columns.append(number(field, ++n));
        }
        return columns.toString();
    }

    /** What the rows {@code t} with {@link #REPORTS} say to one field, as the n-th of the columns. */
    static String number(ReportField field, int n) {
        return """
                , coalesce(sum(case when jsonb_typeof(%2$s) = 'number' then (%2$s)::numeric end), 0) as sum%1$d
                , count(*) filter (where t.kind = 1 or jsonb_typeof(%2$s) = 'number') as known%1$d
                , count(*) filter (where jsonb_typeof(%2$s) = 'null') as unknown%1$d""".formatted(n, value(field));
    }

    /** What the report {@code r} says to a field. */
    static String value(ReportField field) {
        return "r.values -> '" + field.code().replace("'", "''") + "'";
    }

    /** Parts of the tables lie by province; naming it lets the database ask only one. */
    static String inProvince(long node) {
        return node == PlaceKey.ALL ? "" : " and t.province = " + PlaceKey.province(node);
    }

    static Totals read(ResultSet row, ReportForm form) throws SQLException {
        List<FieldTotal> fields = new ArrayList<>();
        int n = 0;
        for (ReportField field : form.numbers()) {
            n++;
            BigDecimal sum = row.getBigDecimal("sum" + n);
            fields.add(new FieldTotal(
                    field, sum == null ? BigDecimal.ZERO : sum, row.getInt("known" + n), row.getInt("unknown" + n)));
        }
        return new Totals(
                row.getInt("owed"),
                row.getInt("exempt"),
                row.getInt("reported"),
                row.getInt("zero"),
                row.getInt("late"),
                row.getInt("confirmed"),
                row.getInt("questioned"),
                fields);
    }
}

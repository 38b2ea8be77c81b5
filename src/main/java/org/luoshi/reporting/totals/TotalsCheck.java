package org.luoshi.reporting.totals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.ReportForm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts a round all over again from its obligations and reports and compares with the kept totals. Both are read by one statement and so at
 * one moment: it may run while reports pour in.
 */
@Component
@Transactional(readOnly = true)
public class TotalsCheck {

    /** Differences that are told. */
    public static final int MOST = 100;

    private final JdbcClient jdbc;

    TotalsCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing is kept and nothing can differ where the regime has no kept level. */
    public TotalsCheckResult check(OpenRound open) {
        Integer level = open.regime().keptLevel();
        if (level == null) {
            return new TotalsCheckResult(0, 0, List.of());
        }
        List<Compared> compared = jdbc.sql(sql(open.form(), level))
                .param("period", open.round().period())
                .param("regime", open.round().regime())
                .param("most", MOST)
                .query(Compared.class)
                .list();
        List<KeptDifference> differences = compared.stream()
                .filter(row -> !row.kept().equals(row.counted()))
                .map(row -> new KeptDifference(row.place(), row.name(), row.kept(), row.counted()))
                .toList();
        return compared.stream()
                .findFirst()
                .map(any -> new TotalsCheckResult(any.places(), any.units(), differences))
                .orElseGet(() -> new TotalsCheckResult(0, 0, differences));
    }

    /** At least one row where there is anything, so that it can be told how many were compared. */
    private static String sql(ReportForm form, int level) {
        return """
                with counted as (
                    select (t.place >> %1$d) << %1$d as place, count(*) as units, %2$s
                    from reporting.obligation t %3$s
                    where t.period = :period and t.regime = :regime group by 1),
                kept as (
                    select t.place, %4$s from reporting.rollup t
                    where t.period = :period and t.regime = :regime group by 1),
                both_sides as (
                    select place, coalesce(k.said, '') as kept, coalesce(c.said, '') as counted, coalesce(c.units, 0) as units
                    from (select place, %5$s as said from kept) k
                    full join (select place, units, %5$s as said from counted) c using (place))
                select b.place, coalesce(p.name, '') as name, b.kept, b.counted, count(*) over () as places,
                       sum(b.units) over () as units
                from both_sides b left join reporting.place p on p.key = b.place
                order by b.kept = b.counted, b.place limit :most
                """.formatted(
                PlaceKey.shift(level), TotalsSql.live(form), TotalsSql.REPORTS, TotalsSql.kept(form), said(form));
    }

    /** One line of all figures; numbers without their trailing noughts, because 1.50 and 1.5 are the same. */
    private static String said(ReportForm form) {
        String fields = IntStream.rangeClosed(1, form.numbers().size())
                .mapToObj(" || concat(', %1$d:', trim_scale(sum%1$d), '/', known%1$d, '/', unknown%1$d)"::formatted)
                .collect(Collectors.joining());
        return """
                concat('owed ', owed, ', exempt ', exempt, ', reported ', reported, ', zero ', zero, ', late ', late,
                       ', confirmed ', confirmed, ', questioned ', questioned)""" + fields;
    }

    record Compared(long place, String name, String kept, String counted, int places, int units) {}
}

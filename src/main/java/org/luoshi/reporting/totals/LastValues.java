package org.luoshi.reporting.totals;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.ReportField;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the silent units said last, at most seven days ago: an estimate that stands beside the figures and never in them.
 */
@Component
@Transactional(readOnly = true)
public class LastValues {

    /** Older values say nothing about today. */
    public static final int DAYS = 7;

    /** With more silent units than this there is no figure to complete. */
    public static final int MOST = 5_000;

    private final JdbcClient jdbc;
    private final SilentQueries silent;

    LastValues(JdbcClient jdbc, SilentQueries silent) {
        this.jdbc = jdbc;
        this.silent = silent;
    }

    /** By the children of a place and field; empty where too many are silent. */
    public Optional<Map<Long, List<FilledField>>> below(OpenRound open, long node) {
        List<Long> keys = silent.keys(open, node, 0, MOST + 1);
        if (keys.size() > MOST) {
            return Optional.empty();
        }
        int shift = PlaceKey.shift(Math.min(PlaceKey.level(node) + 1, PlaceKey.DEEPEST));
        String sql = """
                select (s.place >> %1$d) << %1$d as part %2$s
                from unnest(:keys) as s (place) cross join lateral (
                    select o.period, o.regime, o.place, o.province, o.revision, o.kind from reporting.obligation o
                    where o.regime = :regime and o.place = s.place and o.period < :period and o.period >= :earliest and o.kind > 0
                    order by o.period desc limit 1) t %3$s
                group by 1
                """.formatted(shift, columns(open), TotalsSql.REPORTS);
        return Optional.of(jdbc.sql(sql)
                .param("keys", keys.toArray(Long[]::new))
                .param("regime", open.round().regime())
                .param("period", open.round().period())
                .param("earliest", open.round().period().minusDays(DAYS))
                .query((ResultSet rows) -> read(rows, open)));
    }

    /** The parts added up. */
    public static List<FilledField> sum(OpenRound open, Map<Long, List<FilledField>> parts) {
        List<ReportField> numbers = open.form().numbers();
        return IntStream.range(0, numbers.size())
                .mapToObj(n -> parts.values().stream()
                        .map(part -> part.get(n))
                        .reduce(new FilledField(BigDecimal.ZERO, 0), FilledField::plus))
                .toList();
    }

    private static String columns(OpenRound open) {
        List<ReportField> numbers = open.form().numbers();
        return IntStream.range(0, numbers.size())
                .mapToObj(n -> TotalsSql.number(numbers.get(n), n + 1))
                .collect(Collectors.joining());
    }

    private static Map<Long, List<FilledField>> read(ResultSet rows, OpenRound open) throws SQLException {
        Map<Long, List<FilledField>> parts = new LinkedHashMap<>();
        int fields = open.form().numbers().size();
        while (rows.next()) {
            FilledField[] filled = new FilledField[fields];
            for (int n = 0; n < fields; n++) {
                filled[n] = new FilledField(rows.getBigDecimal("sum" + (n + 1)), rows.getInt("known" + (n + 1)));
            }
            parts.put(rows.getLong("part"), List.of(filled));
        }
        return parts;
    }
}

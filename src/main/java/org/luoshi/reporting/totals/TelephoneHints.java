package org.luoshi.reporting.totals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.Place;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.ReportField;
import org.luoshi.reporting.core.Round;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Offers units for a telephone check: zero twenty-one times in a row, or zero while the neighbours under the same parent rise. Looked for
 * only where few units are asked, so that the work is bounded.
 */
@Component
@Transactional(readOnly = true)
public class TelephoneHints {

    /** So many equal zeros in a row are noticed. */
    public static final int ROUNDS = 21;

    /** Two rises in a row. */
    private static final int RISING = 3;

    private static final int MOST_UNITS = 1_000;
    private static final int MOST_HINTS = 10;

    private final JdbcClient jdbc;
    private final RegimeQueries regimes;
    private final PlaceQueries places;

    TelephoneHints(JdbcClient jdbc, RegimeQueries regimes, PlaceQueries places) {
        this.jdbc = jdbc;
        this.regimes = regimes;
        this.places = places;
    }

    /** A short list; empty too where more units are asked than can be looked through at once. */
    public List<TelephoneHint> below(OpenRound open, long node, Totals totals) {
        if (totals.owed() > MOST_UNITS || totals.zero() == 0) {
            return List.of();
        }
        List<LocalDate> periods = regimes
                .rounds(open.round().regime(), open.round().period(), ROUNDS)
                .stream()
                .map(Round::period)
                .toList();
        Map<Long, TelephoneHint.Kind> found = new LinkedHashMap<>();
        zeros(open, node, periods).forEach(key -> found.put(key, TelephoneHint.Kind.ZEROS));
        quietAmongRising(open, node, periods).forEach(key -> found.putIfAbsent(key, TelephoneHint.Kind.NEIGHBOURS));
        Map<Long, Place> named = places.all(found.keySet());
        return named.values().stream()
                .sorted(Comparator.comparingLong(Place::key))
                .limit(MOST_HINTS)
                .map(place -> new TelephoneHint(
                        place.key(),
                        place.name(),
                        found.getOrDefault(place.key(), TelephoneHint.Kind.ZEROS),
                        periods.size()))
                .toList();
    }

    private List<Long> zeros(OpenRound open, long node, List<LocalDate> periods) {
        if (periods.size() < ROUNDS) {
            return List.of();
        }
        return jdbc.sql("""
                        select t.place from reporting.obligation t
                        where t.period = any(cast(:periods as date[])) and t.regime = :regime and t.place between :first and :last and t.kind = 1
                        group by t.place having count(*) = :rounds order by 1
                        """)
                .param("periods", days(periods))
                .param("regime", open.round().regime())
                .param("first", node)
                .param("last", PlaceKey.last(node))
                .param("rounds", ROUNDS)
                .query(Long.class)
                .list();
    }

    /** Zero in the last rounds, while the first number of the others under the same parent rose from round to round. */
    private List<Long> quietAmongRising(OpenRound open, long node, List<LocalDate> periods) {
        List<ReportField> numbers = open.form().numbers();
        if (periods.size() < RISING || numbers.isEmpty()) {
            return List.of();
        }
        List<LocalDate> last = periods.subList(0, RISING);
        List<Said> all = jdbc.sql("""
                        select t.place, t.period, t.kind,
                               case when jsonb_typeof(%1$s) = 'number' then (%1$s)::numeric end as number
                        from reporting.obligation t %2$s
                        where t.period = any(cast(:periods as date[])) and t.regime = :regime and t.place between :first and :last
                        """.formatted(TotalsSql.value(numbers.get(0)), TotalsSql.REPORTS))
                .param("periods", days(last))
                .param("regime", open.round().regime())
                .param("first", node)
                .param("last", PlaceKey.last(node))
                .query(Said.class)
                .list();
        List<Long> quiet = new ArrayList<>();
        all.stream()
                .collect(Collectors.groupingBy(said -> PlaceKey.parent(said.place())))
                .values()
                .forEach(siblings -> quiet.addAll(quiet(siblings, last)));
        return quiet;
    }

    private static List<Long> quiet(List<Said> siblings, List<LocalDate> last) {
        List<BigDecimal> sums = last.stream()
                .map(period -> siblings.stream()
                        .filter(said -> said.period().equals(period))
                        .map(Said::number)
                        .filter(Objects::nonNull)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .toList();
        boolean rising = sums.get(0).compareTo(sums.get(1)) > 0 && sums.get(1).compareTo(sums.get(2)) > 0;
        if (!rising) {
            return List.of();
        }
        return siblings.stream()
                .filter(said -> said.kind() == 1)
                .collect(Collectors.groupingBy(Said::place, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(zeros -> zeros.getValue() == RISING)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String[] days(List<LocalDate> periods) {
        return periods.stream().map(LocalDate::toString).toArray(String[]::new);
    }

    record Said(
            long place,
            LocalDate period,
            int kind,
            @Nullable BigDecimal number) {}
}

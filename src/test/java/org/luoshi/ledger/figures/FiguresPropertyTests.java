package org.luoshi.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever stands in the ledger: the totals are the facts added up, and behind every figure there are as many rows as it says. */
@WholeHouse
class FiguresPropertyTests {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private FactStore store;

    @Autowired
    private FigureTotals totals;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void theClock() {
        clock.set(TestClock.START);
    }

    @Test
    void theTotalsAreTheFactsAddedUpAndBehindEveryFigureThereAreThatManyRows() {
        List<UUID> units = fresh(4);
        InventedFacts invented = new InventedFacts(jdbc, 20261, units, fresh(3));
        List<UUID> items =
                new ArrayList<>(Stream.generate(invented::item).limit(40).toList());
        for (int round = 0; round < 3; round++) {
            for (int question = 0; question < 3; question++) {
                proveQuestion(question(invented, units));
            }
            for (int change = 0; change < 15; change++) {
                invented.change(items.get(invented.number(items.size())));
            }
            items.add(invented.item());
        }
        assertThat(totals.differences()).isZero();
        items.forEach(invented::remove);
    }

    @Test
    void theCheckSeesATotalThatWasTamperedWith() {
        List<UUID> units = fresh(1);
        InventedFacts invented = new InventedFacts(jdbc, 7, units, fresh(1));
        UUID item = invented.item();
        assertThat(totals.differences()).isZero();
        String tamper =
                "update ledger.figure_month set counted = counted + :by where unit_id = :unit and measure = 'FILED'";
        jdbc.sql("insert into ledger.figure_month values ('2001-01-01', 'FILED', :unit, '', :unit, '', 0, 0, 0, 0)")
                .param("unit", units.get(0))
                .update();
        jdbc.sql(tamper).param("by", 1).param("unit", units.get(0)).update();
        assertThat(totals.differences()).isPositive();
        jdbc.sql(tamper).param("by", -1).param("unit", units.get(0)).update();
        assertThat(totals.differences()).isZero();
        invented.remove(item);
    }

    private void proveQuestion(FiguresQuestion question) {
        Map<String, Map<Measure, FigureSum>> quick = store.sums(question);
        assertThat(normal(quick)).as(question.toString()).isEqualTo(normal(store.sumsOfFacts(question)));
        quick.forEach((key, sums) -> sums.forEach((measure, sum) -> {
            // Each row query plans the whole union anew; a tenth of them is enough to keep this quick.
            if ((key + measure + question).hashCode() % 10 == 0) {
                proveRows(question, measure, key, sum);
            }
        }));
    }

    private void proveRows(FiguresQuestion question, Measure measure, String key, FigureSum sum) {
        String told = question + " " + measure + " " + key;
        List<Fact> all = store.rows(question, measure, Side.ALL, key, 10_000, 0);
        assertThat(all).as(told).hasSize((int) sum.counted()).doesNotHaveDuplicates();
        assertThat(all.stream().filter(fact -> Boolean.TRUE.equals(fact.hit())))
                .as(told)
                .hasSize((int) sum.hit());
        assertThat(store.count(question, measure, Side.JUDGED, key)).as(told).isEqualTo(sum.judged());
        assertThat(store.rows(question, measure, Side.MISS, key, 10_000, 0))
                .as(told)
                .hasSize((int) (sum.judged() - sum.hit()));
    }

    private static Map<String, String> normal(Map<String, Map<Measure, FigureSum>> sums) {
        Map<String, String> normal = new java.util.TreeMap<>();
        sums.forEach((key, all) -> all.forEach((measure, sum) -> {
            if (sum.counted() != 0) {
                normal.put(
                        key + " " + measure,
                        sum.counted() + " " + sum.judged() + " " + sum.hit() + " "
                                + sum.amount().stripTrailingZeros().toPlainString());
            }
        }));
        return normal;
    }

    private static FiguresQuestion question(InventedFacts invented, List<UUID> units) {
        LocalDate from = invented.day();
        LocalDate to = from.plusDays(invented.number(200));
        if (invented.number(2) == 0) {
            from = from.withDayOfMonth(1);
            to = to.withDayOfMonth(1).plusMonths(1).minusDays(1);
        }
        FigureGrouping grouping = FigureGrouping.values()[invented.number(FigureGrouping.values().length)];
        @Nullable String kind = invented.number(4) == 0 ? "MEETING" : null;
        @Nullable String limitClass = invented.number(4) == 0 ? (invented.number(2) == 0 ? "" : "GENERAL") : null;
        return new FiguresQuestion(
                new FiguresPeriod(from, to), grouping, new HashSet<>(units), kind, null, limitClass, null);
    }

    private static List<UUID> fresh(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).toList();
    }
}

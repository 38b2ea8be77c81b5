package org.luoshi.reporting.totals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.luoshi.reporting.core.ReportField;
import org.luoshi.reporting.totals.TotalsChart.ChartField;
import org.luoshi.reporting.totals.TotalsChart.Moment;
import org.luoshi.reporting.totals.TotalsChart.Tile;
import org.springframework.stereotype.Component;

/** Reads what the pictures show. */
@Component
public class TotalsCharts {

    private final TotalsQueries totals;
    private final TotalsLines lines;

    TotalsCharts(TotalsQueries totals, TotalsLines lines) {
        this.totals = totals;
        this.lines = lines;
    }

    public TotalsChart of(TotalsScene scene) {
        TotalsBreakdown breakdown = totals.of(scene.open(), scene.node());
        Map<LocalDate, Totals> rounds = lines.of(scene.open(), scene.node());
        return new TotalsChart(scene.open().form().numbers().stream()
                .map(field -> new ChartField(
                        field.code(),
                        field.name(),
                        field.measure(),
                        breakdown.children().stream()
                                .map(child -> tile(scene, child, field))
                                .toList(),
                        moments(rounds, field)))
                .toList());
    }

    private static Tile tile(TotalsScene scene, PlaceTotals child, ReportField field) {
        return new Tile(
                child.name(),
                TotalsComparison.figure(child.totals(), field.code()),
                known(child.totals(), field),
                child.totals().owed(),
                scene.address("totals", child.key()));
    }

    private static List<Moment> moments(Map<LocalDate, Totals> rounds, ReportField field) {
        return rounds.entrySet().stream()
                .map(round -> new Moment(
                        round.getKey(),
                        TotalsComparison.figure(round.getValue(), field.code()),
                        known(round.getValue(), field),
                        round.getValue().owed()))
                .toList();
    }

    private static int known(Totals totals, ReportField field) {
        return totals.field(field.code()).map(FieldTotal::known).orElse(0);
    }
}

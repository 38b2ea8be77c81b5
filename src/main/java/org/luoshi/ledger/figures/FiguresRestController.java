package org.luoshi.ledger.figures;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures of a period and the rows behind each, for programs. */
@Tag(name = "Ledger: figures")
@RestController
@RequestMapping("/api/v1/ledger/figures")
class FiguresRestController {

    private static final int ROWS = 500;

    private final LedgerFigures figures;
    private final FiguresView view;
    private final FigureTotals totals;

    FiguresRestController(LedgerFigures figures, FiguresView view, FigureTotals totals) {
        this.figures = figures;
        this.view = view;
        this.totals = totals;
    }

    /**
     * A figure.
     *
     * @param value null where there is nothing to divide by
     * @param part above the line of a rate
     * @param whole below it
     */
    record FigureBody(Indicator indicator, @Nullable BigDecimal value, long part, long whole) {}

    record FigureLineBody(String key, String name, @Nullable String laterName, List<FigureBody> figures) {}

    record FigureTableBody(FiguresPeriod period, FigureGrouping by, List<FigureLineBody> lines, FigureLineBody all) {}

    record FigureRowsBody(long count, int offset, List<Fact> rows) {}

    record FigureCheckBody(long differences) {}

    @Operation(summary = "The indicators of a period by unit, kind of source, leader, class of limit or month")
    @GetMapping
    FigureTableBody ledgerFigures(FiguresForm asked, Page page, @CurrentActor Actor actor) {
        FigureTable table = figures.table(view.question(asked, page), page.locale(), actor);
        return new FigureTableBody(
                table.question().period(),
                table.question().grouping(),
                table.lines().stream().map(FiguresRestController::body).toList(),
                body(table.all()));
    }

    private static FigureLineBody body(FigureLine line) {
        return new FigureLineBody(
                line.line().key(),
                line.line().name(),
                line.line().laterName(),
                Arrays.stream(Indicator.values())
                        .map(indicator -> new FigureBody(
                                indicator,
                                indicator.value(line.sums()),
                                FrozenCell.of(indicator, line).part(),
                                FrozenCell.of(indicator, line).whole()))
                        .toList());
    }

    @Operation(summary = "The rows behind one figure; without a key behind all lines together")
    @GetMapping("/rows")
    FigureRowsBody ledgerFigureRows(
            FiguresForm asked,
            @RequestParam Indicator indicator,
            @RequestParam(required = false) @Nullable Side side,
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(defaultValue = "0") int offset,
            Page page,
            @CurrentActor Actor actor) {
        FactPage rows = figures.rows(
                view.question(asked, page),
                indicator.measure(),
                side == null ? indicator.side() : side,
                key,
                ROWS,
                Math.max(0, offset),
                actor);
        return new FigureRowsBody(rows.count(), rows.offset(), rows.facts());
    }

    @Operation(summary = "Prove the monthly totals against the facts: how many differ")
    @GetMapping("/check")
    FigureCheckBody checkLedgerFigures(@CurrentActor Actor actor) {
        if (!view.seesAll(actor)) {
            throw FiguresError.NOT_YOURS.plain();
        }
        return new FigureCheckBody(totals.differences());
    }
}

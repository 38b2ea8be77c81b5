package org.luoshi.reporting.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.CurrentActor;
import org.luoshi.reporting.totals.FieldTotal;
import org.luoshi.reporting.totals.PlaceTotals;
import org.luoshi.reporting.totals.SilentPage;
import org.luoshi.reporting.totals.SilentQueries;
import org.luoshi.reporting.totals.Totals;
import org.luoshi.reporting.totals.TotalsBreakdown;
import org.luoshi.reporting.totals.TotalsQueries;
import org.luoshi.reporting.totals.TotalsScene;
import org.luoshi.reporting.totals.TotalsScenes;
import org.luoshi.shared.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Totals and the silent for programs: the same figures as on the pages, each with its completeness. */
@RestController
@RequestMapping("/api/v1/reporting/regimes/{regime}/periods/{period}")
class TotalsRestController {

    private static final int ON_A_PAGE = 50;

    private final TotalsScenes scenes;
    private final TotalsQueries totals;
    private final SilentQueries silent;

    TotalsRestController(TotalsScenes scenes, TotalsQueries totals, SilentQueries silent) {
        this.scenes = scenes;
        this.totals = totals;
        this.silent = silent;
    }

    /** A place, without {@code place} the highest one that the signed-in person may see, and what lies directly below it. */
    @GetMapping("/totals")
    TotalsAnswer totals(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @RequestParam(required = false) @Nullable Long place,
            @CurrentActor Actor actor) {
        TotalsScene scene = scenes.require(regime, period, place, actor);
        TotalsBreakdown breakdown = totals.of(scene.open(), scene.node());
        return new TotalsAnswer(
                scene.open().round().due(),
                placed(breakdown.key(), breakdown.name(), breakdown.totals()),
                breakdown.children().stream().map(TotalsRestController::placed).toList());
    }

    /** Silent units in the official order, fifty at a time: go on with {@code after} = {@code next} until that is null. */
    @GetMapping("/silent")
    SilentAnswer silent(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @RequestParam(required = false) @Nullable Long place,
            @RequestParam(defaultValue = "0") long after,
            @CurrentActor Actor actor) {
        TotalsScene scene = scenes.require(regime, period, place, actor);
        SilentPage page = silent.page(scene.open(), scene.node(), after, ON_A_PAGE);
        Totals all = totals.total(scene.open(), scene.node());
        return new SilentAnswer(
                scene.open().round().due(),
                all.owed(),
                all.silent(),
                page.units().stream()
                        .map(unit -> new SilentAnswerUnit(
                                unit.key(), unit.code(), unit.fullName(), unit.liaison(), unit.telephone()))
                        .toList(),
                page.next());
    }

    private static PlacedTotals placed(PlaceTotals child) {
        return placed(child.key(), child.name(), child.totals());
    }

    private static PlacedTotals placed(long key, String name, Totals totals) {
        return new PlacedTotals(
                key,
                name,
                totals.owed(),
                totals.exempt(),
                totals.reported(),
                totals.zero(),
                totals.late(),
                totals.silent(),
                totals.confirmed(),
                totals.questioned(),
                totals.fields().stream().map(TotalsRestController::figure).toList());
    }

    private static Figure figure(FieldTotal field) {
        return new Figure(field.field().code(), field.field().name(), field.figure(), field.known(), field.unknown());
    }

    /** @param due the instant of the cut-off: before it the silent are due, after it they are missing */
    record TotalsAnswer(Instant due, PlacedTotals total, List<PlacedTotals> children) {}

    record PlacedTotals(
            long place,
            String name,
            int owed,
            int exempt,
            int reported,
            int zero,
            int late,
            int silent,
            int confirmed,
            int questioned,
            List<Figure> fields) {}

    /** @param sum null where no unit gave a number */
    record Figure(String code, String name, @Nullable BigDecimal sum, int known, int unknown) {}

    record SilentAnswer(
            Instant due,
            int owed,
            int silent,
            List<SilentAnswerUnit> units,
            @Nullable Long next) {}

    record SilentAnswerUnit(
            long place,
            @Nullable String code,
            String name,
            @Nullable String liaison,
            @Nullable String telephone) {}
}

package org.luoshi.reporting.totals;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.Round;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the page of totals together from what was chosen. */
@Component
@Transactional(readOnly = true)
public class TotalsPages {

    private final TotalsQueries totals;
    private final TotalsLines lines;
    private final LastValues lastValues;
    private final TelephoneHints hints;
    private final GroupingQueries groupings;
    private final RegimeQueries regimes;

    TotalsPages(
            TotalsQueries totals,
            TotalsLines lines,
            LastValues lastValues,
            TelephoneHints hints,
            GroupingQueries groupings,
            RegimeQueries regimes) {
        this.totals = totals;
        this.lines = lines;
        this.lastValues = lastValues;
        this.hints = hints;
        this.groupings = groupings;
        this.regimes = regimes;
    }

    public TotalsPage of(TotalsScene scene, TotalsChoice choice, Actor actor) {
        Grouping grouping = choice.grouping() == null ? null : groupings.require(choice.grouping(), actor);
        OpenRound open = scene.open();
        TotalsBreakdown breakdown = breakdown(open, scene.node(), grouping);
        TotalsComparison comparison = earlier(open, choice)
                .map(round ->
                        TotalsComparison.of(round.period(), breakdown(lines.as(open, round), scene.node(), grouping)))
                .orElse(null);
        Map<Long, List<FilledField>> filled = choice.isFilled() && grouping == null
                ? lastValues.below(open, scene.node()).orElse(null)
                : null;
        return new TotalsPage(
                scene,
                choice,
                breakdown,
                grouping,
                groupings.all(actor),
                comparison,
                filled,
                filled == null ? List.of() : LastValues.sum(open, filled),
                grouping == null ? hints.below(open, scene.node(), breakdown.totals()) : List.of());
    }

    private TotalsBreakdown breakdown(OpenRound open, long node, @Nullable Grouping grouping) {
        return grouping == null ? totals.of(open, node) : groupings.of(open, grouping);
    }

    private Optional<Round> earlier(OpenRound open, TotalsChoice choice) {
        int regime = open.round().regime();
        return switch (choice.comparing()) {
            case "" -> Optional.empty();
            case TotalsChoice.BEFORE -> regimes.before(open.round());
            case TotalsChoice.WEEK ->
                regimes.round(regime, open.round().period().minusDays(7));
            default -> day(choice.comparing()).flatMap(day -> regimes.round(regime, day));
        };
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}

package org.luoshi.reporting.forms;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.Round;
import org.luoshi.reporting.totals.FieldTotal;
import org.luoshi.reporting.totals.Totals;
import org.luoshi.reporting.totals.TotalsQueries;
import org.springframework.stereotype.Component;

/** The last figure of a field that the same units report to another regime: what need not be asked again can be seen. */
@Component
class LastKnown {

    /** So many of the last periods are looked through for one that was reported. */
    private static final int PERIODS = 3;

    private final RegimeQueries regimes;
    private final OpenRounds rounds;
    private final TotalsQueries totals;
    private final ZoneId zone;
    private final Clock clock;

    LastKnown(RegimeQueries regimes, OpenRounds rounds, TotalsQueries totals, ZoneId zone, Clock clock) {
        this.regimes = regimes;
        this.rounds = rounds;
        this.totals = totals;
        this.zone = zone;
        this.clock = clock;
    }

    GateView.KnownField of(FormVersionView.ChosenField field, OtherRegimes.Other other) {
        Regime regime = other.regime();
        return regimes.rounds(regime.id(), LocalDate.now(clock.withZone(zone)), PERIODS).stream()
                .flatMap(round -> figure(field, regime, round).stream())
                .findFirst()
                .orElseGet(() -> new GateView.KnownField(
                        field.id(), field.code(), field.name(), regime.title(), null, "", 0, 0));
    }

    private Optional<GateView.KnownField> figure(FormVersionView.ChosenField field, Regime regime, Round round) {
        Totals all = totals.total(rounds.require(regime.key(), round.period()), PlaceKey.ALL);
        return all.field(field.code())
                .filter(total -> total.figure() != null)
                .map(total -> new GateView.KnownField(
                        field.id(),
                        field.code(),
                        field.name(),
                        regime.title(),
                        round.period(),
                        written(total),
                        total.known(),
                        all.owed()));
    }

    private static String written(FieldTotal total) {
        return total.sum().stripTrailingZeros().toPlainString() + total.field().measure();
    }
}

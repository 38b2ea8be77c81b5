package org.luoshi.reporting.totals;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.Round;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What runs today, the most urgent first. */
@Component
@Transactional(readOnly = true)
public class RunningRegimes {

    private static final int FIRST_SILENT = 10;

    private final RegimeQueries regimes;
    private final TotalsScenes scenes;
    private final TotalsQueries totals;
    private final SilentQueries silent;
    private final ZoneId zone;
    private final Clock clock;

    RunningRegimes(
            RegimeQueries regimes,
            TotalsScenes scenes,
            TotalsQueries totals,
            SilentQueries silent,
            ZoneId zone,
            Clock clock) {
        this.regimes = regimes;
        this.scenes = scenes;
        this.totals = totals;
        this.silent = silent;
        this.zone = zone;
        this.clock = clock;
    }

    /** Those who see everything see all; others only regimes that ask somebody of theirs. */
    public List<RunningRegime> of(Actor actor) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        Optional<Long> top = scenes.top(actor);
        List<RunningRegime> running = new ArrayList<>();
        if (top.isPresent()) {
            for (Regime regime : regimes.runningOn(today)) {
                running(regime, today, actor).ifPresent(running::add);
            }
        }
        running.sort(Comparator.comparing((RunningRegime one) -> !one.urgent()).thenComparing(RunningRegimes::due));
        return running;
    }

    private static Instant due(RunningRegime one) {
        TotalsScene scene = one.scene();
        return scene == null ? Instant.MAX : scene.open().round().due();
    }

    private Optional<RunningRegime> running(Regime regime, LocalDate today, Actor actor) {
        Optional<Round> round = regimes.current(regime.id(), today);
        if (round.isEmpty()) {
            return Optional.of(new RunningRegime(regime, null, null, false, List.of()));
        }
        TotalsScene scene = scenes.require(regime.key(), round.get().period(), null, actor);
        TotalsBreakdown breakdown = totals.of(scene.open(), scene.node());
        if (breakdown.totals().isEmpty() && !scene.isAll()) {
            return Optional.empty();
        }
        boolean urgent = scene.isNear() && !breakdown.totals().isComplete();
        return Optional.of(new RunningRegime(
                regime,
                scene,
                breakdown,
                urgent,
                urgent
                        ? silent.page(scene.open(), scene.node(), 0, FIRST_SILENT)
                                .units()
                        : List.of()));
    }
}

package org.luoshi.reporting.totals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.Place;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.ReportingError;
import org.luoshi.reporting.core.Round;
import org.luoshi.reporting.core.Senders;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds what somebody may look at: the office, leaders and auditors everything, others their own unit and what lies below. */
@Component
@Transactional(readOnly = true)
public class TotalsScenes {

    /** From here to the cut-off, and after it until all is in, silence comes first. */
    public static final Duration NEAR = Duration.ofHours(1);

    private static final int PERIODS = 31;

    private final OpenRounds rounds;
    private final RegimeQueries regimes;
    private final PlaceQueries places;
    private final Senders senders;
    private final ZoneId zone;
    private final Clock clock;

    TotalsScenes(
            OpenRounds rounds, RegimeQueries regimes, PlaceQueries places, Senders senders, ZoneId zone, Clock clock) {
        this.rounds = rounds;
        this.regimes = regimes;
        this.places = places;
        this.senders = senders;
        this.zone = zone;
        this.clock = clock;
    }

    /** The place that was asked for, or the highest this person may see. Refused (NOT_YOURS) where it is not theirs. */
    public TotalsScene require(UUID regime, LocalDate period, @Nullable Long place, Actor actor) {
        OpenRound open = rounds.require(regime, period);
        long top = top(actor).orElseThrow(ReportingError.NOT_YOURS::plain);
        long node = place == null ? top : place;
        senders.requireSight(actor, node);
        boolean all = node == PlaceKey.ALL;
        List<Place> above = all
                ? List.of()
                : places.above(node).stream()
                        .filter(one -> senders.maySee(actor, one.key()))
                        .toList();
        Instant now = clock.instant();
        return new TotalsScene(
                open,
                node,
                all ? "" : places.require(node).name(),
                above,
                all || senders.readsAll(actor)
                        ? PlaceKey.ALL
                        : above.isEmpty() ? node : above.get(0).key(),
                regimes.rounds(open.round().regime(), today(), PERIODS).stream()
                        .map(Round::period)
                        .toList(),
                now,
                now.isAfter(open.round().due()),
                senders.isOffice(actor),
                !senders.ownPlaces(actor).isEmpty());
    }

    /** The highest place this person may see; empty for somebody who has nothing to do with reporting. */
    public Optional<Long> top(Actor actor) {
        return senders.readsAll(actor)
                ? Optional.of(PlaceKey.ALL)
                : senders.ownPlaces(actor).stream().findFirst().map(Place::key);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }
}

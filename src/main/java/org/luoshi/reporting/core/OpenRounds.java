package org.luoshi.reporting.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The rounds that reports come in for; asked for each report, so kept for a moment. */
@Component
public class OpenRounds {

    private static final Duration KEPT = Duration.ofSeconds(2);

    private final RegimeQueries regimes;
    private final FormQueries forms;
    private final Clock clock;
    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

    OpenRounds(RegimeQueries regimes, FormQueries forms, Clock clock) {
        this.regimes = regimes;
        this.forms = forms;
        this.clock = clock;
    }

    /** Refused (UNKNOWN_REGIME, AFTER_THE_END, NO_SUCH_PERIOD) where that regime does not ask for that day. */
    public OpenRound require(UUID regime, LocalDate period) {
        Key key = new Key(regime, period);
        Instant now = clock.instant();
        Kept known = kept.get(key);
        if (known == null || now.isBefore(known.since) || now.isAfter(known.since.plus(KEPT))) {
            known = new Kept(read(regime, period), now);
            kept.put(key, known);
        }
        return known.round;
    }

    /** To be called by whatever changes regimes or rounds. */
    public void forget() {
        kept.clear();
    }

    private OpenRound read(UUID key, LocalDate period) {
        Regime regime = regimes.require(key);
        Round round = regimes.round(regime.id(), period).orElseThrow(() -> missing(regime, period));
        return new OpenRound(
                regime,
                round,
                forms.issued(round.formId(), round.number()),
                regimes.before(round).orElse(null));
    }

    private static RuntimeException missing(Regime regime, LocalDate period) {
        boolean after = regime.isApproved() && period.isAfter(regime.end());
        return (after ? ReportingError.AFTER_THE_END : ReportingError.NO_SUCH_PERIOD)
                .with(Map.of("title", regime.title(), "period", period, "end", regime.end()));
    }

    private record Key(UUID regime, LocalDate period) {}

    private record Kept(OpenRound round, Instant since) {}
}

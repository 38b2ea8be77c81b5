package org.luoshi.reporting.review;

import java.time.Clock;
import java.time.Duration;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Puts the deletion of what is personal on the desk once a regime has ended; what it does is the same an hour later. */
@Component
public class EndingSweep {

    private static final Logger LOG = LoggerFactory.getLogger(EndingSweep.class);

    /** So long after its confirmation a deletion is looked after once more. */
    private static final Duration LOOKED_AFTER = Duration.ofDays(1);

    private final EndingService service;
    private final EndingWork work;
    private final RegimeQueries regimes;
    private final Clock clock;

    EndingSweep(EndingService service, EndingWork work, RegimeQueries regimes, Clock clock) {
        this.service = service;
        this.work = work;
        this.regimes = regimes;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${luoshi.reporting.ending-every:1h}",
            fixedDelayString = "${luoshi.reporting.ending-every:1h}")
    public void sweep() {
        try {
            service.propose();
            regimes.all().stream().filter(this::isFresh).forEach(work::eraseAgain);
        } catch (RuntimeException e) {
            LOG.error("The end of regimes could not be looked after; tried again soon", e);
        }
    }

    private boolean isFresh(Regime regime) {
        return regime.erasedAt() != null
                && clock.instant().isBefore(regime.erasedAt().plus(LOOKED_AFTER));
    }
}

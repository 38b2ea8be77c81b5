package org.luoshi.reporting.core;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lays the rounds of tomorrow down in time. Nothing depends on when it runs: what it makes is the same an hour later. */
@Component
class RoundSweep {

    private static final Logger LOG = LoggerFactory.getLogger(RoundSweep.class);

    private final RoundMaker rounds;

    RoundSweep(RoundMaker rounds) {
        this.rounds = rounds;
    }

    @Scheduled(
            initialDelayString = "${luoshi.reporting.sweep-first:20s}",
            fixedDelayString = "${luoshi.reporting.sweep-every:10m}")
    void sweep() {
        try {
            rounds.makeAhead();
        } catch (RuntimeException e) {
            LOG.error("The rounds of tomorrow could not be laid down; tried again soon", e);
        }
    }
}

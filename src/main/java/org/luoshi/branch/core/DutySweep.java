package org.luoshi.branch.core;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Brings the duties of all branches up to the day: a period begins, another ends. Safe to repeat, on any node; a branch is one transaction. */
@Component
class DutySweep {

    private final RollReader rolls;
    private final DutyService duties;

    DutySweep(RollReader rolls, DutyService duties) {
        this.rolls = rolls;
        this.duties = duties;
    }

    @Scheduled(
            fixedDelayString = "${luoshi.branch.duties-every:PT1H}",
            initialDelayString = "${luoshi.branch.duties-first:PT10M}")
    void run() {
        rolls.open().forEach(duties::refresh);
    }
}

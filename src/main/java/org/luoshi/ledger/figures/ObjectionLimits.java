package org.luoshi.ledger.figures;

import java.time.Clock;
import java.time.ZoneId;
import org.luoshi.ledger.core.LedgerSetting;
import org.luoshi.ledger.core.LedgerSettings;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.stereotype.Component;

/** Reads what limits objections, once for all events of a page. */
@Component
class ObjectionLimits {

    private final LedgerSettings settings;
    private final AssessmentStore store;
    private final WorktimeApi worktime;
    private final ZoneId zone;
    private final Clock clock;

    ObjectionLimits(LedgerSettings settings, AssessmentStore store, WorktimeApi worktime, ZoneId zone, Clock clock) {
        this.settings = settings;
        this.store = store;
        this.worktime = worktime;
        this.zone = zone;
        this.clock = clock;
    }

    ObjectionLimit now() {
        return new ObjectionLimit(
                settings.of(LedgerSetting.OBJECTION_DAYS),
                store.lastSwitch()
                        .filter(AssessmentSwitch::switchedOn)
                        .map(AssessmentSwitch::changedAt)
                        .orElse(null),
                clock.instant(),
                zone,
                worktime);
    }
}

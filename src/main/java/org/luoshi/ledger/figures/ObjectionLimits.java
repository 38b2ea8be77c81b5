package org.luoshi.ledger.figures;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.LedgerSetting;
import org.luoshi.ledger.core.LedgerSettings;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.stereotype.Component;

/**
 * Until when a unit may object to an event of its assessment: as many days as the office set, behind the event or, where that came later, behind
 * the day on which the assessment was turned on and the unit could first read of it (domain/supervision.md 1.7: within 30 days, to be confirmed).
 */
@Component
public class ObjectionLimits {

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

    /** 0: there is no limit. */
    public int days() {
        return settings.of(LedgerSetting.OBJECTION_DAYS);
    }

    /** The last instant; null where there is no limit. */
    public @Nullable Instant last(Fact event) {
        int days = days();
        if (days == 0) {
            return null;
        }
        Instant read = store.lastSwitch()
                .filter(AssessmentSwitch::switchedOn)
                .map(AssessmentSwitch::changedAt)
                .filter(event.at()::isBefore)
                .orElse(event.at());
        LocalDate last = LocalDate.ofInstant(read, zone).plusDays(days);
        return worktime.endOf(last, read).due();
    }

    public boolean isOver(Fact event) {
        Instant last = last(event);
        return last != null && clock.instant().isAfter(last);
    }

    void require(Fact event) {
        Instant last = last(event);
        if (last != null && clock.instant().isAfter(last)) {
            throw FiguresError.OBJECTION_TOO_LATE.with(Map.of("days", days(), "day", LocalDate.ofInstant(last, zone)));
        }
    }
}

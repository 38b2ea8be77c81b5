package org.luoshi.ledger.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.worktime.WorktimeApi;

/**
 * Until when a unit may object to an event of its assessment: as many days as the office set, behind the event or, where that came later, behind
 * the day on which the assessment was turned on and the unit could first read of it (domain/supervision.md 1.7: within 30 days, to be confirmed).
 *
 * @param days 0: there is no limit
 * @param readableSince when the assessment was turned on; null where it is off
 */
public record ObjectionLimit(
        int days, @Nullable Instant readableSince, Instant now, ZoneId zone, WorktimeApi worktime) {

    /** The last instant; null where there is no limit. */
    public @Nullable Instant last(Fact event) {
        if (days == 0) {
            return null;
        }
        Instant read = readableSince != null && event.at().isBefore(readableSince) ? readableSince : event.at();
        return worktime.endOf(LocalDate.ofInstant(read, zone).plusDays(days), read)
                .due();
    }

    public boolean isOver(Fact event) {
        Instant last = last(event);
        return last != null && now.isAfter(last);
    }

    void require(Fact event) {
        Instant last = last(event);
        if (last != null && now.isAfter(last)) {
            throw FiguresError.OBJECTION_TOO_LATE.with(Map.of("days", days, "day", LocalDate.ofInstant(last, zone)));
        }
    }
}

package org.luoshi.reporting.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time of reporting with a beginning and an end.
 *
 * @param id short number that stands in every key
 * @param key what addresses and the history call it
 * @param daysLater the cut-off falls so many days after the period's day
 * @param graceDays days that personal data is kept after the end
 * @param stoppedOn the last period that is asked for, where it was stopped before its end
 * @param keptLevel the level at which totals are kept; null: they are added up when somebody asks
 */
public record Regime(
        int id,
        UUID key,
        int version,
        String title,
        UUID formId,
        String basis,
        String purpose,
        List<String> recipients,
        Rhythm rhythm,
        LocalDate firstDay,
        LocalDate lastDay,
        LocalTime cutOff,
        int daysLater,
        int graceDays,
        UUID draftedBy,
        Instant draftedAt,
        @Nullable Instant submittedAt,
        boolean secondNeeded,
        @Nullable UUID approverId,
        @Nullable Instant approvedAt,
        @Nullable UUID secondId,
        @Nullable Instant secondAt,
        @Nullable String returnedFor,
        @Nullable LocalDate stoppedOn,
        @Nullable String stoppedFor,
        @Nullable Integer keptLevel,
        @Nullable Instant erasedAt) {

    /** The last day for which anything is asked. */
    public LocalDate end() {
        return stoppedOn != null && stoppedOn.isBefore(lastDay) ? stoppedOn : lastDay;
    }

    /** Signed by everybody who has to. */
    public boolean isApproved() {
        return approvedAt != null && (!secondNeeded || secondAt != null);
    }

    /** What the report of one period is called among other work; two periods of one regime may wait side by side. */
    String titleOf(LocalDate period) {
        return title + "（" + period.getMonthValue() + "月" + period.getDayOfMonth() + "日）";
    }

    public RegimeState state(LocalDate today) {
        if (!isApproved()) {
            return submittedAt == null ? RegimeState.DRAFT : RegimeState.SUBMITTED;
        }
        if (today.isAfter(end())) {
            return RegimeState.ENDED;
        }
        return today.isBefore(firstDay) ? RegimeState.UPCOMING : RegimeState.RUNNING;
    }
}

package org.luoshi.ledger.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryLine;

/**
 * One item as it stood at a moment that is over, from what was kept of it.
 *
 * @param until the instant at which this version of the item was replaced; null where it still stands
 */
public record PastItem(
        Instant moment,
        ItemRow item,
        @Nullable Instant until,
        List<PastUnit> units,
        List<PastReport> reports,
        List<ItemDetail.DateChange> dates,
        List<HistoryLine> lines) {

    /** A unit's part as it stood then. */
    public record PastUnit(
            String unit,
            Part part,
            AssignmentState state,
            Light light,
            @Nullable Instant due,
            @Nullable Instant signedAt,
            @Nullable LocalDate forecast) {}

    /** A report that had been handed in by then, with what had been decided on it by then. */
    public record PastReport(
            UUID id,
            String unit,
            int number,
            FeedbackKind kind,
            TargetState target,
            String body,
            Instant submittedAt) {}
}

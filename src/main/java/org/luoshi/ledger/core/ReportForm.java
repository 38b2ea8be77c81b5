package org.luoshi.ledger.core;

import java.util.List;
import java.util.UUID;

/**
 * What a unit sees when it writes a report.
 *
 * @param last the text of its last report, offered as a start; empty for the first
 * @param onBehalf an officer enters it for the unit
 * @param signsOffItself the writer is the unit's head, so that signing off is one step
 */
public record ReportForm(
        UUID assignmentId,
        UUID itemId,
        String reference,
        String title,
        String unit,
        Part part,
        String last,
        List<Point> points,
        List<Other> others,
        boolean onBehalf,
        boolean signsOffItself) {

    /** A point that wants evidence. */
    public record Point(UUID id, String text) {}

    /** Another open part of the same unit that the report may serve as well. */
    public record Other(UUID id, String number, String title) {}
}

package org.luoshi.reporting.exchange;

import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.Incoming;
import org.luoshi.shared.BusinessException;

/**
 * One row of an upload: a report to be judged, or why the row could not even be read.
 *
 * @param number as the sender counts: the line of JSON, or the row of the table with its heading as row 1
 * @param unit as it was written; empty where it could not be read
 */
public record BulkRow(
        long number,
        String unit,
        @Nullable Incoming report,
        @Nullable BusinessException refusal) {

    static BulkRow of(long number, String unit, Incoming report) {
        return new BulkRow(number, unit, report, null);
    }

    static BulkRow refused(long number, String unit, BusinessException refusal) {
        return new BulkRow(number, unit, null, refusal);
    }
}

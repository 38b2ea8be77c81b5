package org.luoshi.reporting.exchange;

import java.time.Instant;
import java.util.List;

/**
 * The answer to a report that is on the disk.
 *
 * @param unit as it was asked for
 * @param sequel 0 the first report, n the n-th follow-up
 * @param unchanged the same was already in: sent twice, kept once
 * @param warnings texts of rules that are broken but not binding
 */
public record ReportReceipt(
        String unit, int revision, int sequel, Instant at, boolean late, boolean unchanged, List<String> warnings) {}

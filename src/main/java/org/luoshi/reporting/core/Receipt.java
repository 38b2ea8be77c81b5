package org.luoshi.reporting.core;

import java.time.Instant;
import java.util.List;

/**
 * What the sender gets when the report is on the disk.
 *
 * @param revision the revision that stands now
 * @param sequel 0 the first report, n the n-th follow-up 续报
 * @param unchanged the same was already in: sent twice, kept once
 * @param warnings texts of rules that are broken but not binding
 */
public record Receipt(
        long place, int revision, int sequel, Instant at, boolean late, boolean unchanged, List<String> warnings) {}

package org.luoshi.reporting.exchange;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.ReportState;

/**
 * How one unit's obligation stands.
 *
 * @param code the official code, if any
 * @param place the key of the place, to be used as {@code place:<key>}
 * @param revision 0 where nothing came yet
 * @param last sent as the last word of the period
 * @param values null for zero and where nothing came; without personal fields for those who only read
 */
public record StandingAnswer(
        @Nullable String code,
        String place,
        String name,
        ReportState state,
        int revision,
        int sequel,
        boolean zero,
        boolean last,
        @Nullable Instant at,
        boolean late,
        @Nullable String signer,
        @Nullable Map<String, @Nullable Object> values) {}

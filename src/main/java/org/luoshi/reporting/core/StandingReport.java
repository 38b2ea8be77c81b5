package org.luoshi.reporting.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an obligation stands at the moment a report comes in.
 *
 * @param place with its validity
 * @param isAsked whether the unit owes anything in this round
 * @param figures what stands now; null where nothing came yet
 * @param before what stood in the round before; null where nothing did
 */
record StandingReport(
        Place place,
        boolean isAsked,
        int revision,
        boolean late,
        boolean exempt,
        int review,
        boolean desk,
        @Nullable Figures figures,
        int sequel,
        boolean last,
        @Nullable String signer,
        @Nullable Instant at,
        @Nullable Figures before) {}

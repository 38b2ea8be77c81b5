package org.luoshi.reporting.review;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.Figures;
import org.luoshi.reporting.totals.SilentUnit;
import org.luoshi.reporting.totals.TotalsReview;

/**
 * A report that stands, as a level looks at it.
 *
 * @param unit with whom to ask
 * @param before what the unit said a period ago; null where it said nothing
 * @param mark 0 not looked at, 1 confirmed, 2 questioned
 * @param reviews of any revision of it, newest first
 */
public record ReviewRow(
        SilentUnit unit,
        int revision,
        Figures figures,
        @Nullable Figures before,
        String signer,
        Instant at,
        @Nullable String reason,
        int mark,
        Set<ReviewHint> hints,
        List<TotalsReview> reviews) {}

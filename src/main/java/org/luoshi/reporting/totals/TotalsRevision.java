package org.luoshi.reporting.totals;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.Channel;
import org.luoshi.reporting.core.Figures;

/**
 * A report as it was sent.
 *
 * @param sequel 0 the first report, n the n-th follow-up
 * @param last whether it was called final
 * @param senderId whose account sent it; null for a link or a file
 */
public record TotalsRevision(
        int number,
        int sequel,
        boolean last,
        Channel channel,
        boolean onBehalf,
        Instant at,
        @Nullable UUID senderId,
        String signer,
        Figures figures,
        @Nullable String reason) {}

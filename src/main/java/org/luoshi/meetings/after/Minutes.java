package org.luoshi.meetings.after;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Minutes of a meeting.
 *
 * @param textVersion grows when what was agreed to changes
 * @param number as 纪要〔2026〕3号; may be empty
 * @param signedOver why they were signed though not everybody agrees; null where everybody does
 * @param sourceId the paper in the ledger, once its decisions were handed over
 */
public record Minutes(
        UUID meetingId,
        int version,
        int textVersion,
        String number,
        String present,
        String absent,
        String body,
        UUID writerId,
        Instant writtenAt,
        @Nullable UUID signedBy,
        @Nullable Instant signedAt,
        @Nullable String signedOver,
        @Nullable UUID sourceId,
        @Nullable Instant filedAt) {}

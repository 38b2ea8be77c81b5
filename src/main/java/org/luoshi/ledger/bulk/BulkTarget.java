package org.luoshi.ledger.bulk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a bulk step would touch.
 *
 * @param objectId the assignment that is urged or the request that is granted; null where it is the item itself
 * @param version of the item, as it was chosen
 * @param unit the unit concerned
 * @param due the limit as it stands
 * @param notBefore when this unit may be urged again about this item; null: now
 */
public record BulkTarget(
        UUID itemId,
        int version,
        String reference,
        String title,
        @Nullable UUID objectId,
        @Nullable String unit,
        @Nullable Instant due,
        @Nullable Instant notBefore) {}

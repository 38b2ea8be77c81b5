package org.luoshi.ledger.bulk;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step that somebody wants taken on many items.
 *
 * @param words what the units are told, or the reason
 * @param date the new limit of an extension
 * @param officerId who is in charge from now on
 * @param label null takes it off
 */
public record BulkOrder(
        BulkAction action,
        List<Chosen> items,
        @Nullable String words,
        UrgeWhom whom,
        @Nullable LocalDate date,
        @Nullable UUID officerId,
        @Nullable String label) {

    public BulkOrder {
        items = List.copyOf(items);
    }

    /** An item as it was seen when it was chosen. */
    public record Chosen(UUID id, int version) {}
}

package org.luoshi.ledger.guests;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a link shows.
 *
 * @param address of the page itself
 * @param done what was just taken, as the end of a text key; null for nothing
 * @param mayObject the window for an objection is open
 */
public record GuestScene(
        GuestTask task,
        String address,
        LocalDate lastDay,
        GuestInput input,
        Map<String, String> errors,
        @Nullable String done,
        @Nullable GuestReceipt receipt,
        boolean mayObject) {

    /** The reason beside its field. */
    public @Nullable String error(String field) {
        return errors.get(field);
    }

    /** The reason that belongs to no field. */
    public @Nullable String refusal() {
        return errors.entrySet().stream()
                .filter(error -> !FIELDS.contains(error.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static final java.util.Set<String> FIELDS =
            java.util.Set.of("signer", "telephone", "kind", "step", "words", "body");
}

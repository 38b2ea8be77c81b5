package org.luoshi.ledger.guests;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a link shows.
 *
 * @param askedOf the officer who made the link and answers questions
 * @param address of the page itself
 * @param done what was just taken, as the end of a text key; null for nothing
 * @param filesDropped files came with what was refused; they were not kept
 * @param mayObject the window for an objection is open
 */
public record GuestScene(
        GuestTask task,
        String askedOf,
        String address,
        LocalDate lastDay,
        GuestInput input,
        Map<String, String> errors,
        @Nullable String done,
        @Nullable GuestReceipt receipt,
        boolean filesDropped,
        boolean mayObject) {

    /** The reason beside its field. */
    public @Nullable String error(String field) {
        return errors.get(field);
    }

    /** Why it was not taken; said at the head of the page, for the field may be far down. */
    public @Nullable String refusal() {
        return errors.values().stream().findFirst().orElse(null);
    }
}

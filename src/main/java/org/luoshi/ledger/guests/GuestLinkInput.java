package org.luoshi.ledger.guests;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A link as it is typed. */
public record GuestLinkInput(
        @Nullable String signer,
        @Nullable String telephone,
        @Nullable String until) {

    static final GuestLinkInput EMPTY = new GuestLinkInput(null, null, null);

    public String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}

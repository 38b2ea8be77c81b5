package org.luoshi.ledger.exchange;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A partner as it is typed. */
public record PartnerInput(
        @Nullable String version,
        @Nullable String name,
        @Nullable String key,
        @Nullable String unit,
        @Nullable String address,
        @Nullable String comparedWith) {

    static final PartnerInput EMPTY = new PartnerInput(null, null, null, null, null, null);

    int seen() {
        try {
            return Integer.parseInt(text(version));
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    public String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}

package org.luoshi.ledger.exchange;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A partner in the register, with the name of the unit that stands for it and why its last change was refused. */
public record PartnerRow(Partner partner, String unit, Map<String, String> errors) {

    public @Nullable String refusal() {
        return errors.values().stream().findFirst().orElse(null);
    }
}

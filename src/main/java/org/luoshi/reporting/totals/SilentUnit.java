package org.luoshi.reporting.totals;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit that owes a report and has not sent one, and who can be asked about it.
 *
 * @param fullName with the names above it
 * @param liaison whom to call; null where nobody is known
 * @param people those with an account here, who can be urged; empty: by telephone only
 */
public record SilentUnit(
        long key,
        UUID unitId,
        @Nullable String code,
        String name,
        String fullName,
        @Nullable String liaison,
        @Nullable String telephone,
        List<UUID> people) {

    public boolean hasAccount() {
        return !people.isEmpty();
    }

    /** For a telephone link: digits only. */
    public String dialled() {
        return telephone == null ? "" : telephone.replaceAll("[^0-9+]", "");
    }
}

package org.luoshi.ledger.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another installation.
 *
 * @param unitId the local unit that stands for it: what is assigned to that unit is handed down by package
 * @param address where its packages are handed in over the network; null for disk only
 * @param active both sides have compared the fingerprint, and nobody has stopped it since
 */
public record Partner(
        UUID id,
        int version,
        String fingerprint,
        byte[] publicKey,
        String name,
        @Nullable UUID unitId,
        @Nullable String address,
        boolean active,
        @Nullable String comparedWith,
        @Nullable String comparedBy,
        @Nullable Instant comparedAt) {

    public String checkNumber() {
        return PackageKeys.checkNumber(fingerprint);
    }
}

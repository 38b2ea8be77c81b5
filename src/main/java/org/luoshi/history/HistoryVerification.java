package org.luoshi.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What checking the seals found.
 *
 * @param lines all lines there are
 * @param unsealed lines younger than the last seal
 * @param lastSeal hash of the last seal, in hexadecimal: to be kept elsewhere as an anchor; null before the first
 * @param findings each broken line or seal; empty when everything is as it was written
 */
public record HistoryVerification(
        long lines, long seals, long unsealed, @Nullable String lastSeal, List<HistoryFinding> findings) {

    public HistoryVerification {
        findings = List.copyOf(findings);
    }

    public boolean isIntact() {
        return findings.isEmpty();
    }
}

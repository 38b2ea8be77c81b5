package org.luoshi.history;

import java.util.List;

/**
 * What checking the seals found.
 *
 * @param findings one sentence per broken seal or line, with its number; empty when everything is as it was written
 * @param unsealed lines younger than the last seal
 */
public record HistoryVerification(long lines, long seals, long unsealed, List<String> findings) {

    public boolean isIntact() {
        return findings.isEmpty();
    }
}

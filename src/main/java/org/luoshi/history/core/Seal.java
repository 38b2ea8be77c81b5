package org.luoshi.history.core;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What closes a batch of lines: the root over them, chained to the seal before.
 *
 * @param leaves the leaf hashes one behind the other, so that a broken root can be traced to its line
 * @param previous hash of the seal before; zeros for the first
 */
record Seal(
        long number,
        Numbers lines,
        long count,
        byte[] leaves,
        byte[] root,
        byte[] previous,
        byte[] hash,
        Instant sealedAt) {

    static final byte[] NONE_BEFORE = new byte[Hashes.LENGTH];

    static Seal over(Numbers lines, List<byte[]> leaves, long number, byte[] previous, Instant sealedAt) {
        byte[] all = new byte[leaves.size() * Hashes.LENGTH];
        for (int i = 0; i < leaves.size(); i++) {
            System.arraycopy(leaves.get(i), 0, all, i * Hashes.LENGTH, Hashes.LENGTH);
        }
        Seal open = new Seal(
                number,
                lines,
                leaves.size(),
                all,
                Hashes.root(leaves),
                previous,
                NONE_BEFORE,
                sealedAt.truncatedTo(ChronoUnit.MICROS));
        return new Seal(number, lines, leaves.size(), all, open.root(), previous, open.recomputed(), open.sealedAt());
    }

    /** The hash this seal should have. */
    byte[] recomputed() {
        return Hashes.seal(CanonicalJson.of(this));
    }
}

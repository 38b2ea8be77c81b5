package org.luoshi.history.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryFinding;
import org.luoshi.history.HistoryFinding.Kind;

/** Checks seal after seal against the lines they cover. The same for the table and for an exported file. */
final class SealCheck {

    private final List<HistoryFinding> findings = new ArrayList<>();
    private byte[] previous = Seal.NONE_BEFORE;
    private long seals;
    private @Nullable String lastHash;

    /** The next seal, with the leaf hash of each line that is there now under its numbers. */
    void next(Seal seal, Map<Long, byte[]> leavesNow) {
        if (!Arrays.equals(seal.previous(), previous)) {
            found(Kind.CHAIN_BROKEN, seal.number());
        }
        if (!Arrays.equals(seal.hash(), seal.recomputed())) {
            found(Kind.SEAL_CHANGED, seal.number());
        }
        int before = findings.size();
        List<byte[]> present = new ArrayList<>();
        int[] position = {0};
        seal.lines().stream().forEach(number -> {
            byte[] leaf = leavesNow.get(number);
            if (leaf == null) {
                found(Kind.LINE_MISSING, number);
            } else {
                present.add(leaf);
                boolean hasLeaf = (position[0] + 1) * Hashes.LENGTH <= seal.leaves().length;
                if (hasLeaf && !Arrays.equals(leaf, Hashes.at(seal.leaves(), position[0]))) {
                    found(Kind.LINE_CHANGED, number);
                }
            }
            position[0]++;
        });
        boolean adds = present.size() == seal.count()
                && !present.isEmpty()
                && Arrays.equals(Hashes.root(present), seal.root());
        if (!adds && findings.size() == before) {
            found(Kind.ROOT_BROKEN, seal.number());
        }
        previous = seal.hash();
        lastHash = Hashes.hex(seal.hash());
        seals++;
    }

    void found(Kind kind, long number) {
        findings.add(new HistoryFinding(kind, number));
    }

    List<HistoryFinding> findings() {
        return findings;
    }

    long seals() {
        return seals;
    }

    @Nullable
    String lastHash() {
        return lastHash;
    }
}

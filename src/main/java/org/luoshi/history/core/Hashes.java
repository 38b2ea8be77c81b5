package org.luoshi.history.core;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 as RFC 6962 uses it: leaves, nodes and seals start with different bytes, so that none can pass for another. */
final class Hashes {

    static final int LENGTH = 32;

    private Hashes() {}

    static byte[] leaf(byte[] line) {
        return hash((byte) 0, line);
    }

    static byte[] seal(byte[] seal) {
        return hash((byte) 2, seal);
    }

    /** Root of the tree over at least one leaf: the left half is the largest power of two below the number of leaves. */
    static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        return hash((byte) 1, root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    /** The i-th of hashes that stand one behind the other. */
    static byte[] at(byte[] hashes, int index) {
        return Arrays.copyOfRange(hashes, index * LENGTH, (index + 1) * LENGTH);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] hash(byte prefix, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(prefix);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

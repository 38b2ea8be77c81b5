package org.luoshi.reporting.core;

/**
 * The number of a place in the unit tree. It holds the place among the siblings of each level from the top down, so that everything below
 * a place is one range of keys and the order of keys is the official order.
 */
public final class PlaceKey {

    /** Of the whole tree. */
    public static final long ALL = 0;

    public static final int DEEPEST = 6;

    /** Bits of each level: 4,095 roots, 511 below a root, then 511, 1,023, 4,095 and 1,023. */
    private static final int[] BITS = {12, 9, 9, 10, 12, 10};

    private PlaceKey() {}

    /** The last key at or below this one. */
    public static long last(long key) {
        return key == ALL ? Long.MAX_VALUE : key | ((1L << shift(level(key))) - 1);
    }

    public static boolean contains(long key, long below) {
        return key <= below && below <= last(key);
    }

    /** How deep it lies: 1 for a root, 0 for the whole tree. */
    public static int level(long key) {
        if (key == ALL) {
            return 0;
        }
        int level = DEEPEST;
        while ((key & ((1L << shift(level - 1)) - 1)) == 0) {
            level--;
        }
        return level;
    }

    /** The place above it at that level; itself where it lies no deeper. */
    public static long above(long key, int level) {
        return level == 0 ? ALL : key & -(1L << shift(level));
    }

    public static long parent(long key) {
        return above(key, Math.max(0, level(key) - 1));
    }

    public static long child(long parent, int sibling) {
        int level = level(parent) + 1;
        return parent | ((long) sibling << shift(level));
    }

    /** Which of its parent's children it is, from 1. */
    public static int sibling(long key) {
        int level = level(key);
        return (int) (key >>> shift(level)) & mostSiblings(level);
    }

    public static int mostSiblings(int level) {
        return (1 << BITS[level - 1]) - 1;
    }

    /** The first part of the key: what tables are spread over servers by. */
    public static short province(long key) {
        return (short) (key >>> shift(1));
    }

    /** How many bits lie below a level: {@code key >> shift} is the same for all that lies below one place of that level. */
    public static int shift(int level) {
        int shift = 0;
        for (int deeper = level; deeper < DEEPEST; deeper++) {
            shift += BITS[deeper];
        }
        return level == 0 ? 62 : shift;
    }
}

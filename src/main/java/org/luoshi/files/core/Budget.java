package org.luoshi.files.core;

import static org.luoshi.files.core.FileError.BOMB;

/** What one upload may cost, with everything nested in it. */
final class Budget {

    private static final long MOST_INFLATED = 400L * 1024 * 1024;
    static final int MOST_ENTRIES = 20_000;
    private static final int DEEPEST = 4;

    private long inflated;
    private int entries;
    private int depth;

    void inflate(long bytes) {
        inflated += bytes;
        if (inflated > MOST_INFLATED) {
            throw BOMB.plain();
        }
    }

    void entries(int more) {
        entries += more;
        if (entries > MOST_ENTRIES) {
            throw BOMB.plain();
        }
    }

    void down() {
        if (++depth > DEEPEST) {
            throw BOMB.plain();
        }
    }

    void up() {
        depth--;
    }
}

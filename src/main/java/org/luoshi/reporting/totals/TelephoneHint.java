package org.luoshi.reporting.totals;

/**
 * A unit that is worth a telephone call: nothing it did wrong, only something that is seldom so.
 *
 * @param rounds how many rounds in a row, for {@link Kind#ZEROS}
 */
public record TelephoneHint(long key, String name, Kind kind, int rounds) {

    /** What was noticed. */
    public enum Kind {
        /** The same signed zero many times in a row. */
        ZEROS,
        /** Nothing there while it grows all around it. */
        NEIGHBOURS
    }
}

package org.luoshi.platform;

/**
 * One line of the left rail.
 *
 * @param textKey key of its name
 * @param count a small figure beside it; 0 shows nothing, more than {@link #MOST} is not told apart
 * @param group lines of one group stand together, groups in ascending order with a rule between them
 */
public record RailEntry(String textKey, String href, int group, int order, int count) {

    /** Nobody needs to know how many more than that are waiting, and the count stands on every page. */
    public static final int MOST = 999;

    /** 12, or 999+. */
    public String figure() {
        return count > MOST ? MOST + "+" : String.valueOf(count);
    }
}

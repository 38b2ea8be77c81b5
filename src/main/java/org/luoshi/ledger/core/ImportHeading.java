package org.luoshi.ledger.core;

import java.util.List;

/**
 * A column of the table as the officer sees it.
 *
 * @param letter as Excel names it
 * @param samples what stands in its first rows
 */
public record ImportHeading(int index, String letter, String heading, List<String> samples) {

    public boolean isEmpty() {
        return heading.isEmpty() && samples.isEmpty();
    }

    static String letter(int index) {
        String last = String.valueOf((char) ('A' + index % 26));
        return index < 26 ? last : letter(index / 26 - 1) + last;
    }
}

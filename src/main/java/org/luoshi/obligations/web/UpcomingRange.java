package org.luoshi.obligations.web;

import java.util.Arrays;
import org.luoshi.obligations.core.Upcoming.Range;

/** The days as they stand in an address: a word that is none of them means tomorrow. */
final class UpcomingRange {

    private UpcomingRange() {}

    static Range of(String word) {
        return Arrays.stream(Range.values())
                .filter(range -> range.name().equalsIgnoreCase(word))
                .findFirst()
                .orElse(Range.TOMORROW);
    }
}

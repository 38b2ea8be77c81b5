package org.luoshi.organization.core;

import java.time.LocalDate;

/**
 * How divisions are loaded.
 *
 * @param levels 1 for provinces alone, 2 down to cities, 3 to counties, 4 to towns, 5 to villages
 * @param validFrom the first day of areas that are new
 * @param endMissing whether areas that the file no longer has end
 */
public record AreaOptions(int levels, LocalDate validFrom, boolean endMissing) {

    public static final int ALL_LEVELS = 5;

    /** The day from which areas are valid where nobody says otherwise: early enough for older figures. */
    public static final LocalDate USUAL_START = LocalDate.of(2020, 1, 1);

    public AreaOptions {
        if (levels < 1 || levels > ALL_LEVELS) {
            throw new IllegalArgumentException("levels " + levels);
        }
    }
}

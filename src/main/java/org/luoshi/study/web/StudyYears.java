package org.luoshi.study.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.study.core.StudyError;

/** The years that an address may name. */
final class StudyYears {

    private static final int FIRST = 1949;
    private static final int LAST = 2199;

    private StudyYears() {}

    static @Nullable Integer sane(@Nullable Integer year) {
        if (year != null && (year < FIRST || year > LAST)) {
            throw StudyError.NUMBER_UNREADABLE.with(Map.of("field", "year", "least", FIRST, "most", LAST));
        }
        return year;
    }
}

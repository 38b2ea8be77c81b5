package org.luoshi.reporting.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.luoshi.platform.Page;

/** Makes what a line of the history holds readable. */
public final class PastText {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private PastText() {}

    /** The same with days as the reader writes them. */
    public static Object[] readable(Page page, Object[] arguments) {
        return Arrays.stream(arguments)
                .map(one -> one instanceof String text && DAY.matcher(text).matches()
                        ? page.date(LocalDate.parse(text))
                        : one)
                .toArray();
    }
}

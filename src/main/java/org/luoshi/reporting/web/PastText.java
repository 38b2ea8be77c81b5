package org.luoshi.reporting.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.luoshi.platform.Page;

/** Makes what a line of the history holds readable. */
public final class PastText {

    private static final Pattern LARGE = Pattern.compile("\\d{5,12}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private PastText() {}

    /** The same with days as the reader writes them and with large numbers in groups. */
    public static Object[] readable(Page page, Object[] arguments) {
        return Arrays.stream(arguments)
                .map(one -> one instanceof String text ? readable(page, text) : one)
                .toArray();
    }

    private static String readable(Page page, String text) {
        if (DAY.matcher(text).matches()) {
            return page.date(LocalDate.parse(text));
        }
        return LARGE.matcher(text).matches() ? TotalsText.number(Long.parseLong(text)) : text;
    }
}

package org.luoshi.branch.core;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luoshi.platform.Texts;

/** The names of periods in words: 2026年第一季度. */
public final class Periods {

    private static final Pattern KEY = Pattern.compile("(\\d{4})(?:-([MQH])(\\d+))?");

    private Periods() {}

    /** Of a period's key such as {@code 2026-Q1}. */
    public static String words(Texts texts, Locale locale, String key) {
        Matcher parts = KEY.matcher(key);
        if (!parts.matches()) {
            throw new IllegalArgumentException("No period: " + key);
        }
        String kind = parts.group(2) == null ? "Y" : parts.group(2);
        int number = parts.group(3) == null ? 1 : Integer.parseInt(parts.group(3));
        return texts.get(locale, "branch.period." + kind, "year", parts.group(1), "number", number);
    }
}

package org.luoshi.branch.rules;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A calendar period, both days included. */
public record Span(PeriodKind kind, LocalDate from, LocalDate to) {

    private static final Pattern KEY = Pattern.compile("(\\d{4})(?:-([MQH])(\\d{1,2}))?");

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** From 1: the month, the quarter, the half-year; 1 for a year. */
    public int number() {
        return switch (kind) {
            case MONTH -> from.getMonthValue();
            case QUARTER -> (from.getMonthValue() + 2) / 3;
            case HALF_YEAR -> from.getMonthValue() == 1 ? 1 : 2;
            case YEAR -> 1;
        };
    }

    /** A short stable name: 2026-M03, 2026-Q1, 2026-H2, 2026. */
    public String key() {
        String year = Integer.toString(from.getYear());
        return switch (kind) {
            case MONTH -> year + "-M" + String.format("%02d", number());
            case QUARTER -> year + "-Q" + number();
            case HALF_YEAR -> year + "-H" + number();
            case YEAR -> year;
        };
    }

    /**
     * The period that has this name.
     *
     * @throws IllegalArgumentException when it is not a {@link #key()}
     */
    public static Span parse(String key) {
        Matcher found = KEY.matcher(key);
        if (!found.matches()) {
            throw new IllegalArgumentException("No period is called " + key);
        }
        String letter = found.group(2) == null ? "" : found.group(2);
        PeriodKind kind = switch (letter) {
            case "M" -> PeriodKind.MONTH;
            case "Q" -> PeriodKind.QUARTER;
            case "H" -> PeriodKind.HALF_YEAR;
            default -> PeriodKind.YEAR;
        };
        int number = found.group(3) == null ? 1 : Integer.parseInt(found.group(3));
        if (number < 1 || number > kind.perYear()) {
            throw new IllegalArgumentException("No period is called " + key);
        }
        return kind.of(Integer.parseInt(found.group(1))).get(number - 1);
    }
}

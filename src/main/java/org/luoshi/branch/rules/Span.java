package org.luoshi.branch.rules;

import java.time.LocalDate;

/** A calendar period, both days included. */
public record Span(PeriodKind kind, LocalDate from, LocalDate to) {

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
}

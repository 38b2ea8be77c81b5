package org.luoshi.branch.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The calendar periods that rules of branch life count in. */
public enum PeriodKind {
    MONTH(1),
    QUARTER(3),
    HALF_YEAR(6),
    YEAR(12);

    private final int months;

    PeriodKind(int months) {
        this.months = months;
    }

    public int perYear() {
        return 12 / months;
    }

    /** The period of this kind that the day lies in. */
    public Span around(LocalDate day) {
        int first = (day.getMonthValue() - 1) / months * months + 1;
        LocalDate from = LocalDate.of(day.getYear(), first, 1);
        return new Span(this, from, from.plusMonths(months).minusDays(1));
    }

    /** All periods of this kind in a year, in order. */
    public List<Span> of(int year) {
        List<Span> spans = new ArrayList<>();
        for (int month = 1; month <= 12; month += months) {
            spans.add(around(LocalDate.of(year, month, 1)));
        }
        return spans;
    }
}

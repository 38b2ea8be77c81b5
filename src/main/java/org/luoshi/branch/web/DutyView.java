package org.luoshi.branch.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.core.Duty;
import org.luoshi.branch.core.HealthQueries.DutyStrip;
import org.luoshi.branch.rules.DutyState;
import org.luoshi.branch.rules.PeriodKind;
import org.luoshi.branch.rules.Span;

/** How duties are drawn: a light with colour, shape and word, and a year of twelve columns. */
public final class DutyView {

    private static final int MONTHS = 12;

    private DutyView() {}

    /** Class of the light. */
    public static String shape(DutyState state) {
        return switch (state) {
            case MET -> "ok";
            case MET_LATE -> "soon";
            case OVERDUE -> "late";
            case EXCUSED, NOT_APPLICABLE, OPEN -> "done";
        };
    }

    /** The sign in a cell; the word stands beside it for those who do not see the colour. */
    public static String sign(DutyState state) {
        return switch (state) {
            case MET -> "●";
            case MET_LATE -> "◐";
            case OVERDUE -> "■";
            case EXCUSED -> "△";
            case NOT_APPLICABLE -> "—";
            case OPEN -> "○";
        };
    }

    /**
     * A cell of the year's strip.
     *
     * @param columns how many months wide
     * @param duty null where nothing is asked
     */
    public record Cell(int columns, @Nullable Duty duty) {}

    /** The months of a year, with gaps where nothing is asked. */
    public static List<Cell> cells(DutyStrip strip) {
        List<Cell> cells = new ArrayList<>();
        int month = 1;
        for (Duty duty : strip.duties()) {
            Span span = Span.parse(duty.period());
            int from = span.from().getMonthValue();
            if (from > month) {
                cells.add(new Cell(from - month, null));
            }
            int width = MONTHS / span.kind().perYear();
            cells.add(new Cell(width, duty));
            month = from + width;
        }
        if (month <= MONTHS) {
            cells.add(new Cell(MONTHS + 1 - month, null));
        }
        return cells;
    }

    /** The period without its year, for a cell: 3月, 第1季度. */
    public static String key(Duty duty) {
        return Span.parse(duty.period()).kind().name();
    }

    public static int number(Duty duty) {
        return Span.parse(duty.period()).number();
    }

    public static boolean isYear(Duty duty) {
        return Span.parse(duty.period()).kind() == PeriodKind.YEAR;
    }

    /** True while the period has not begun: shown pale. */
    public static boolean isAhead(Duty duty, LocalDate today) {
        return duty.fromDay().isAfter(today);
    }
}

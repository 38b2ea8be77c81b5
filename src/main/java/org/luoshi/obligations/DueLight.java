package org.luoshi.obligations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Page;

/**
 * How a due instant is shown: colour, shape and word together.
 *
 * @param shape class of the light: ok, soon, late, done
 */
public record DueLight(String shape, String words) {

    private static final int WEEK = 7;

    /** Of an obligation as it stands on the day of the page. */
    public static DueLight of(Page page, Obligation obligation) {
        return switch (obligation.state()) {
            case OVERDUE -> late(page, obligation.due());
            case OPEN ->
                obligation.due() == null
                        ? new DueLight("ok", page.t("obligations.due.none"))
                        : coming(page, obligation.due().atZone(page.zone()));
            case MET, MET_LATE, EXCUSED, NOT_APPLICABLE ->
                new DueLight("done", page.t("obligations.state", obligation.state()));
        };
    }

    private static DueLight late(Page page, @Nullable Instant due) {
        long days = due == null
                ? 0
                : ChronoUnit.DAYS.between(due.atZone(page.zone()).toLocalDate(), page.today());
        return new DueLight(
                "late", days == 0 ? page.t("obligations.due.late") : page.t("obligations.due.late-days", "days", days));
    }

    private static DueLight coming(Page page, ZonedDateTime due) {
        LocalDate day = due.toLocalDate();
        long days = ChronoUnit.DAYS.between(page.today(), day);
        String time =
                isEndOfDay(due.toLocalTime()) ? "" : " " + due.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        if (days <= 1) {
            return new DueLight(
                    "soon", page.t(days <= 0 ? "obligations.due.today" : "obligations.due.tomorrow") + time);
        }
        return new DueLight("ok", days < WEEK ? page.weekday(day) + time : page.day(day));
    }

    private static boolean isEndOfDay(LocalTime time) {
        return time.getHour() == 23 && time.getMinute() == 59;
    }
}

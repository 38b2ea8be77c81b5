package org.luoshi.meetings.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.luoshi.meetings.preparation.PreparationQueries.TaskLine;
import org.luoshi.meetings.preparation.PreparationQueries.TaskStanding;
import org.luoshi.platform.Page;

/**
 * Tasks as bars over days, to be drawn as a picture.
 *
 * @param width in the picture's own units; so are all places
 */
public record GanttChart(int width, int height, List<GanttDay> days, List<GanttBar> bars, int meetingX, int todayX) {

    private static final int LABEL = 190;
    private static final int ROW = 30;
    private static final int HEAD = 40;
    private static final int MOST_DAYS = 60;
    private static final int WIDTH = 1080;

    /** One day on the scale. */
    public record GanttDay(int x, int width, String text, boolean free) {}

    /** One task. The mark stands on its latest finish. */
    public record GanttBar(int y, String label, String owner, String shape, int x, int width, int markX, String told) {}

    static GanttChart of(List<TaskLine> lines, Page page, ZoneId zone, Predicate<LocalDate> works) {
        LocalDate meetingDay = lines.get(0).meeting().day(zone);
        LocalDate first = page.today();
        for (TaskLine line : lines) {
            LocalDate begin = line.latestStart().isBefore(line.start()) ? line.latestStart() : line.start();
            first = begin.isBefore(first) ? begin : first;
        }
        LocalDate earliest = meetingDay.minusDays(MOST_DAYS);
        first = first.isBefore(earliest) ? earliest : first;
        LocalDate last = meetingDay.plusDays(1);
        for (TaskLine line : lines) {
            last = line.finish().isAfter(last) ? line.finish() : last;
        }
        int count = (int) ChronoUnit.DAYS.between(first, last) + 1;
        int step = Math.max(12, (WIDTH - LABEL) / Math.max(1, count));
        List<GanttDay> days = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            LocalDate day = first.plusDays(n);
            boolean named = step >= 34 || n == 0 || day.getDayOfMonth() == 1 || n % (34 / step + 1) == 0;
            days.add(new GanttDay(
                    LABEL + n * step,
                    step,
                    named ? day.getMonthValue() + "/" + day.getDayOfMonth() : "",
                    !works.test(day)));
        }
        List<GanttBar> bars = new ArrayList<>();
        for (TaskLine line : lines) {
            bars.add(bar(line, bars.size(), first, step, page));
        }
        return new GanttChart(
                LABEL + count * step,
                HEAD + lines.size() * ROW + 6,
                days,
                bars,
                x(meetingDay, first, step),
                x(page.today(), first, step));
    }

    private static GanttBar bar(TaskLine line, int row, LocalDate first, int step, Page page) {
        int x = Math.max(LABEL, x(line.start(), first, step));
        int end = Math.max(x + step, x(line.finish(), first, step) + step);
        String label = line.task().label(page);
        return new GanttBar(
                HEAD + row * ROW,
                label,
                line.owner(),
                line.standing() == TaskStanding.DONE || line.standing() == TaskStanding.DROPPED
                        ? "done"
                        : line.standing().light(),
                x,
                end - x,
                x(line.task().dueOn(), first, step) + step,
                page.t(
                        "meetings.preparation.gantt.told",
                        "task",
                        label,
                        "owner",
                        line.owner(),
                        "from",
                        page.day(line.start()),
                        "to",
                        page.day(line.finish()),
                        "due",
                        page.day(line.task().dueOn())));
    }

    private static int x(LocalDate day, LocalDate first, int step) {
        return LABEL + (int) ChronoUnit.DAYS.between(first, day) * step;
    }
}

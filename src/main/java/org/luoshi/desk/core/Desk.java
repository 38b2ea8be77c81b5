package org.luoshi.desk.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sees first in the morning.
 *
 * @param hasWork false for people without a post, as administrators: nothing can ever wait for them
 * @param office figures of all units, for those who coordinate; else null
 * @param dueToday of what waits, how much is due today
 */
public record Desk(
        boolean hasWork,
        List<Waiting> waiting,
        Figures mine,
        int dueToday,
        List<News> news,
        int unread,
        List<Work> works,
        List<Day> days,
        List<Meeting> meetings,
        @Nullable Figures office,
        @Nullable Reminding reminding) {

    /**
     * One thing that waits.
     *
     * @param shape class of its light
     * @param due words of its light
     * @param from the unit that owes it; empty for people who act for one unit only
     */
    public record Waiting(String shape, String due, String kind, String title, String from, String href, String step) {}

    /** Something I am expected at. */
    public record Meeting(Instant at, String title, String place, String href) {}

    /** How much is open, late, and due until the end of the week. */
    public record Figures(int open, int overdue, int dueThisWeek) {}

    /** An unread notice. */
    public record News(String text, Instant at, String id) {}

    /** Long work of mine that runs or has just ended. */
    public record Work(String name, String state, String href) {}

    /** A day ahead and how many things are due on it; {@code rest} where nobody is asked to work. */
    public record Day(LocalDate date, int count, boolean rest) {}

    /** Who will be reminded next. */
    public record Reminding(Instant at, boolean byMail, int units, int people, int lines) {}

    /** The tallest bar, for the scale; at least 4, so that one thing does not look like a flood. */
    public int most() {
        return Math.max(4, days.stream().mapToInt(Day::count).max().orElse(0));
    }
}

package org.luoshi.worktime.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.luoshi.platform.Texts;
import org.luoshi.worktime.DueDate;
import org.luoshi.worktime.DueDate.NamedDay;
import org.luoshi.worktime.Limit;
import org.luoshi.worktime.LimitUnit;
import org.springframework.stereotype.Component;

/** Says how a due date was derived, line by line, so that anyone can count along. */
@Component
public class DueText {

    /** Above this, weekends are told as a number: nobody counts along a year of Saturdays. */
    private static final int MOST_RUNS = 10;

    private final Texts texts;
    private final ZoneId zone;
    private final Calendars calendars;

    DueText(Texts texts, ZoneId zone, Calendars calendars) {
        this.texts = texts;
        this.zone = zone;
        this.calendars = calendars;
    }

    public List<String> lines(DueDate due, Locale locale) {
        List<String> lines = new ArrayList<>();
        lines.add(begin(due, locale));
        if (!due.skipped().isEmpty()) {
            lines.add(texts.get(locale, "worktime.explain.skipped", "days", skipped(due, locale)));
        }
        if (!due.madeUp().isEmpty()) {
            lines.add(texts.get(locale, "worktime.explain.made-up", "days", madeUp(due, locale)));
        }
        lines.add(texts.get(locale, "worktime.explain.due", "due", end(due, locale)));
        if (due.provisional()) {
            lines.add(texts.get(locale, "worktime.explain.provisional", "years", unannounced(due)));
        }
        return lines;
    }

    private String begin(DueDate due, Locale locale) {
        Limit limit = due.limit();
        if (limit == null) {
            return texts.get(locale, "worktime.explain.given");
        }
        boolean hours = limit.unit() == LimitUnit.WORKING_HOURS;
        String key = "worktime.explain." + limit.unit() + (hours ? "" : limit.fromNextDay() ? ".next" : ".same");
        String start = date(day(due.start()), locale, true) + (hours ? " " + time(due.start()) : "");
        return texts.get(
                locale,
                key,
                "start",
                start,
                "amount",
                limit.amount(),
                "hours",
                calendars.calculator().hours().text());
    }

    private String end(DueDate due, Locale locale) {
        boolean toTheMinute = due.limit() != null && due.limit().unit() == LimitUnit.WORKING_HOURS;
        String date = date(day(due.due()), locale, true);
        return toTheMinute
                ? date + " " + time(due.due())
                : texts.get(locale, "worktime.explain.inclusive", "day", date);
    }

    private String skipped(DueDate due, Locale locale) {
        int year = day(due.start()).getYear();
        List<Run> runs = runs(due.skipped());
        List<String> parts = new ArrayList<>();
        boolean summed = runs.size() > MOST_RUNS;
        runs.stream().filter(run -> !summed || !run.name.isEmpty()).forEach(run -> parts.add(text(run, year, locale)));
        if (summed) {
            long weekend =
                    due.skipped().stream().filter(day -> day.name().isEmpty()).count();
            parts.add(texts.get(locale, "worktime.explain.weekend-days", "count", weekend));
        }
        return String.join(texts.get(locale, "worktime.explain.comma"), parts);
    }

    private String madeUp(DueDate due, Locale locale) {
        int year = day(due.start()).getYear();
        return due.madeUp().stream()
                .map(day -> texts.get(
                        locale,
                        "worktime.explain.made-up-day",
                        "day",
                        date(day.date(), locale, day.date().getYear() != year),
                        "name",
                        day.name()))
                .collect(Collectors.joining(texts.get(locale, "worktime.explain.comma")));
    }

    private String text(Run run, int year, Locale locale) {
        String from = date(run.from, locale, run.from.getYear() != year);
        String days = run.from.equals(run.to)
                ? from
                : texts.get(
                        locale,
                        "worktime.explain.range",
                        "from",
                        from,
                        "to",
                        date(run.to, locale, run.to.getYear() != year));
        return run.name.isEmpty() ? days : texts.get(locale, "worktime.explain.named", "days", days, "name", run.name);
    }

    private static List<Run> runs(List<NamedDay> days) {
        List<Run> runs = new ArrayList<>();
        for (NamedDay day : days) {
            Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null
                    && last.name.equals(day.name())
                    && last.to.plusDays(1).equals(day.date())) {
                runs.set(runs.size() - 1, new Run(last.from, day.date(), last.name));
            } else {
                runs.add(new Run(day.date(), day.date(), day.name()));
            }
        }
        return runs;
    }

    private String unannounced(DueDate due) {
        WorkingCalendar calendar = calendars.calendar();
        int last = day(due.due()).getYear();
        String years = IntStream.rangeClosed(day(due.start()).getYear(), last)
                .filter(year -> !calendar.isAnnounced(year))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
        return years.isEmpty() ? Integer.toString(last) : years;
    }

    private String date(LocalDate day, Locale locale, boolean withYear) {
        if (!locale.getLanguage().equals("zh")) {
            return day.format(DateTimeFormatter.ofPattern(withYear ? "EEE d MMM yyyy" : "EEE d MMM", Locale.ENGLISH));
        }
        String date = day.format(DateTimeFormatter.ofPattern(withYear ? "yyyy年M月d日" : "M月d日", locale));
        String weekday = day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.SIMPLIFIED_CHINESE);
        return texts.get(locale, "worktime.explain.weekday", "day", date, "weekday", weekday);
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private String time(Instant instant) {
        ZonedDateTime at = instant.atZone(zone);
        return at.format(DateTimeFormatter.ofPattern("HH:mm"));
    }

    private record Run(LocalDate from, LocalDate to, String name) {}
}

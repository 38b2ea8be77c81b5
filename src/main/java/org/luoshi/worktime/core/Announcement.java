package org.luoshi.worktime.core;

import static org.luoshi.worktime.core.WorktimeError.ANNOUNCEMENT_UNREADABLE;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a year's holidays as an office has them: the paragraphs of the State Council's notice as published ("一、元旦：1月1日（周四）至3日
 * 放假调休，共3天。1月4日（周日）上班。"), or lines of a table (date, kind, name).
 */
final class Announcement {

    private static final int MOST_DAYS = 200;

    private static final Pattern PARAGRAPH =
            Pattern.compile("^(?:[一二三四五六七八九十]+、|\\d+[.、])?\\s*([\\p{IsHan}]{2,20}?)\\s*[:：]\\s*(.*)$");
    private static final String DAY =
            "(?:(\\d{4})\\s*年)?\\s*(?:(\\d{1,2})\\s*月)?\\s*(\\d{1,2})\\s*日(?:\\s*[（(][^）)]*[）)])?";
    private static final Pattern DAYS = Pattern.compile(DAY + "(?:\\s*(?:至|到|-|—|–|~)\\s*" + DAY + ")?");
    private static final Pattern TABLE_LINE = Pattern.compile(
            "^\\s*(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?\\s*[,，;；\\t]\\s*([^,，;；\\t]+?)\\s*(?:[,，;；\\t]\\s*([^,，;；\\t]*?)\\s*)?(?:[,，;；\\t].*)?$");

    private final int year;
    private final Map<LocalDate, SpecialDay> days = new TreeMap<>();

    private Announcement(int year) {
        this.year = year;
    }

    /** The days in order; refused with the first line that makes no sense. */
    static List<SpecialDay> read(int year, String text) {
        Announcement announcement = new Announcement(year);
        text.strip().lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(announcement::line);
        if (announcement.days.isEmpty() || announcement.days.size() > MOST_DAYS) {
            throw ANNOUNCEMENT_UNREADABLE.with(Map.of("year", year, "line", shorten(text)));
        }
        return List.copyOf(announcement.days.values());
    }

    private void line(String line) {
        Matcher table = TABLE_LINE.matcher(line);
        if (table.matches()) {
            String name = table.group(5);
            put(date(table.group(1), table.group(2), table.group(3), line), kind(table.group(4), line), name, line);
            return;
        }
        Matcher paragraph = PARAGRAPH.matcher(line);
        if (paragraph.matches() && DAYS.matcher(paragraph.group(2)).find()) {
            paragraph(paragraph.group(1), paragraph.group(2), line);
        } else if (line.contains("上班")
                || line.contains("放假") && DAYS.matcher(line).find()) {
            throw unreadable(line);
        }
    }

    private void paragraph(String name, String sentences, String line) {
        for (String sentence : sentences.split("[。；;]")) {
            boolean works = sentence.contains("上班");
            if (!works && !sentence.contains("放假") && !sentence.contains("调休")) {
                continue;
            }
            int month = 0;
            Matcher matcher = DAYS.matcher(sentence);
            while (matcher.find()) {
                month = range(matcher.toMatchResult(), month, works ? DayKind.WORKING : DayKind.HOLIDAY, name, line);
            }
        }
    }

    /** Returns the month last named, which the next day may leave out. */
    private int range(MatchResult range, int monthBefore, DayKind kind, String name, String line) {
        int month = range.group(2) == null ? monthBefore : Integer.parseInt(range.group(2));
        LocalDate from = date(range.group(1), Integer.toString(month), range.group(3), line);
        if (range.group(6) == null) {
            put(from, kind, name, line);
            return month;
        }
        int endMonth = range.group(5) == null ? month : Integer.parseInt(range.group(5));
        String endYear = range.group(4) == null ? Integer.toString(from.getYear()) : range.group(4);
        LocalDate to = date(endYear, Integer.toString(endMonth), range.group(6), line);
        if (to.isBefore(from) || to.isAfter(from.plusDays(31))) {
            throw unreadable(line);
        }
        from.datesUntil(to.plusDays(1)).forEach(day -> put(day, kind, name, line));
        return endMonth;
    }

    private void put(LocalDate date, DayKind kind, @Nullable String name, String line) {
        boolean inDecemberBefore = date.getYear() == year - 1 && date.getMonthValue() == 12;
        boolean named = name != null && !name.isBlank() && name.length() <= 60;
        if (date.getYear() != year && !inDecemberBefore || !named) {
            throw unreadable(line);
        }
        SpecialDay day = new SpecialDay(date, Layer.NATIONAL, kind, String.valueOf(name));
        SpecialDay other = days.put(date, day);
        if (other != null && other.kind() != kind) {
            throw unreadable(line);
        }
    }

    private DayKind kind(String text, String line) {
        return switch (text) {
            case "holiday", "放假", "休", "休息", "节假日", "法定节假日", "调休" -> DayKind.HOLIDAY;
            case "makeup-workday", "workday", "上班", "班", "补班", "调休上班" -> DayKind.WORKING;
            default -> throw unreadable(line);
        };
    }

    private LocalDate date(@Nullable String namedYear, String month, String day, String line) {
        try {
            return LocalDate.of(
                    namedYear == null ? year : Integer.parseInt(namedYear),
                    Integer.parseInt(month),
                    Integer.parseInt(day));
        } catch (DateTimeException noSuchDay) {
            throw unreadable(line);
        }
    }

    private RuntimeException unreadable(String line) {
        return ANNOUNCEMENT_UNREADABLE.with(Map.of("year", year, "line", shorten(line)));
    }

    private static String shorten(String line) {
        return line.length() <= 80 ? line : line.substring(0, 80) + "…";
    }
}

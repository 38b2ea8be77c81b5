package org.luoshi.intake.extraction;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A moment as papers write it: 2025年6月30日, 9月底, 上半年, 第三季度, 2025年.
 *
 * @param every set when it comes again: 每年12月底
 * @param endsWithIn the word for "within" is part of it: 年内
 */
record Moment(
        int start,
        int end,
        @Nullable String every,
        @Nullable Integer year,
        int yearsOn,
        int month,
        int day,
        Kind kind,
        boolean endsWithIn) {

    /** How narrow it is. */
    enum Kind {
        DAY,
        MONTH,
        PERIOD,
        YEAR
    }

    static final Pattern PATTERN = Pattern.compile(
            "(?<every>每(?:年度?|季度?|个?月|周|半年|学期|学年))?(?:(?<year>(?:19|20)\\d\\d)年度?|(?<rel>今年|本年度?|当年|明年|次年|后年))?(?:以来)?"
                    + "(?:(?<!\\d)(?<month>1[0-2]|0?[1-9])月份?(?:(?<day>3[01]|[12]\\d|0?[1-9])[日号]|(?<part>底|末|初|中旬|上旬|下旬|中下旬)?)"
                    + "|(?<half>上半年|下半年)(?:底|末)?"
                    + "|第?(?<quarter>[一二三四1-4])季度(?:初|底|末)?"
                    + "|(?<end>(?<![\\d一二三四五六七八九十几两数半百])年(?:底|末|内|中)|全年|底|末|内))?");

    static @Nullable Moment of(Matcher found) {
        boolean hasYear = found.group("year") != null || found.group("rel") != null;
        Integer year = found.group("year") == null ? null : Integer.valueOf(found.group("year"));
        int on = yearsOn(found.group("rel"));
        String every = found.group("every");
        if (found.group("month") != null) {
            return ofMonth(found, every, year, on);
        }
        if (found.group("half") != null) {
            int month = found.group("half").startsWith("上") ? 6 : 12;
            return new Moment(found.start(), found.end(), every, year, on, month, 0, Kind.PERIOD, false);
        }
        if (found.group("quarter") != null) {
            int quarter = "一二三四1234".indexOf(found.group("quarter")) % 4 + 1;
            return new Moment(found.start(), found.end(), every, year, on, 3 * quarter, 0, Kind.PERIOD, false);
        }
        String end = found.group("end");
        if (end == null) {
            return hasYear || every != null
                    ? new Moment(found.start(), found.end(), every, year, on, 12, 0, Kind.YEAR, false)
                    : null;
        }
        if (!hasYear && every == null && !end.startsWith("年") && !end.equals("全年")) {
            return null;
        }
        return new Moment(
                found.start(),
                found.end(),
                every,
                year,
                on,
                end.equals("年中") ? 6 : 12,
                0,
                Kind.PERIOD,
                end.endsWith("内"));
    }

    private static Moment ofMonth(Matcher found, @Nullable String every, @Nullable Integer year, int on) {
        int month = Integer.parseInt(found.group("month"));
        if (found.group("day") != null) {
            int day = Integer.parseInt(found.group("day"));
            return new Moment(found.start(), found.end(), every, year, on, month, day, Kind.DAY, false);
        }
        String part = found.group("part");
        int day = part == null
                ? 0
                : switch (part) {
                    case "初", "上旬" -> 10;
                    case "中旬" -> 20;
                    default -> 0;
                };
        return new Moment(found.start(), found.end(), every, year, on, month, day, Kind.MONTH, false);
    }

    private static int yearsOn(@Nullable String rel) {
        return rel == null
                ? 0
                : switch (rel) {
                    case "明年", "次年" -> 1;
                    case "后年" -> 2;
                    default -> 0;
                };
    }

    /** 今年 and the like: a year, but not by its number. */
    boolean yearless() {
        return year == null;
    }

    /** The last day it names in that year; null where the calendar has no such day. */
    @Nullable
    LocalDate lastDayIn(int year) {
        try {
            return day == 0
                    ? YearMonth.of(year, month).atEndOfMonth()
                    : LocalDate.of(
                            year, month, Math.min(day, YearMonth.of(year, month).lengthOfMonth()));
        } catch (DateTimeException impossible) {
            return null;
        }
    }
}

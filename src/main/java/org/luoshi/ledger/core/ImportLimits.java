package org.luoshi.ledger.core;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.Cycle;
import org.luoshi.ledger.core.ImportLimit.How;
import org.luoshi.worktime.Limit;

/** Reads limits as offices write them, against the day of the ledger: 3月底前, 第三季度, 每月10日前, 长期坚持. */
final class ImportLimits {

    private static final Transliterator TO_SIMPLIFIED = Transliterator.getInstance("Hant-Hans");
    private static final Normalizer2 WIDTH = Normalizer2.getNFKCInstance();
    private static final LocalDate EXCEL_ZERO = LocalDate.of(1899, 12, 30);
    private static final int FIRST_SERIAL = 25_569;
    private static final int LAST_SERIAL = 73_050;

    /** A year in figures or told from the ledger's own; may be missing. */
    private static final String YEAR = "(?:(?<year>(?<!\\d)\\d{4})年|(?<said>今年|本年度?|当年|明年|次年|去年))?度?";

    private static final Pattern NUMERAL = Pattern.compile("[〇零一二三四五六七八九十两]+(?=个?工作日|个?月|年|日|号|天|周|个星期|季度)");

    private record Rule(Pattern pattern, Reader reader) {

        Rule(String pattern, Reader reader) {
            this(Pattern.compile(pattern), reader);
        }
    }

    private interface Reader {
        void read(Matcher found, ImportLimits into);
    }

    private record Day(LocalDate day, How how, boolean unsure) {}

    /** In this order: what a rule has read is gone for those after it. */
    private static final List<Rule> RULES = List.of(
            new Rule("^(\\d{5})(?:\\.\\d+)?$", (m, l) -> l.serial(number(m, 1))),
            new Rule(
                    "(?<!\\d)(\\d{4})[.\\-/年](\\d{1,2})[.\\-/月](\\d{1,2})[日号]?(?!\\d)",
                    (m, l) -> l.add(number(m, 1), number(m, 2), number(m, 3), How.DATE, false)),
            new Rule(
                    "(?<!\\d)(20\\d{2})(\\d{2})(\\d{2})(?!\\d)",
                    (m, l) -> l.add(number(m, 1), number(m, 2), number(m, 3), How.DATE, false)),
            new Rule(
                    "^(\\d{4})[.\\-/](\\d{1,2})$",
                    (m, l) -> l.addMonthEnd(number(m, 1), number(m, 2), How.MONTH_END, true)),
            new Rule(
                    "^(\\d{1,2})[.\\-/](\\d{1,2})$",
                    (m, l) -> l.add(l.reference.getYear(), number(m, 1), number(m, 2), How.MONTH_DAY, true)),
            new Rule("[每按]半个?月", (m, l) -> l.every(Cycle.HALF_MONTHLY, null)),
            new Rule("[每按](?:半年|年)", (m, l) -> l.goesOn(true)),
            new Rule(
                    "[每按](?:个?季度?)(?:首月)?(?:(\\d{1,2})[日号])?[末底初]?",
                    (m, l) -> l.every(Cycle.QUARTERLY, m.group(1) == null ? null : number(m, 1))),
            new Rule("[每按]个?月的?(?:(\\d{1,2})[日号]|([底末]))?", (m, l) -> l.every(Cycle.MONTHLY, monthDay(m))),
            new Rule("[每按](?:个?周|个?星期)([一二三四五六日天])?", (m, l) -> l.every(Cycle.WEEKLY, weekday(m.group(1)))),
            new Rule("(?<!\\d)(\\d{1,3})个?工作日", (m, l) -> l.within(Limit.workingDays(number(m, 1)))),
            new Rule("(?<!\\d)(\\d{1,3})[日天](?:之?内|以内)", (m, l) -> l.within(Limit.calendarDays(number(m, 1)))),
            new Rule(
                    "(?<!\\d)(\\d{1,2})个?(?:周|星期)(?:之?内|以内)", (m, l) -> l.within(Limit.calendarDays(7 * number(m, 1)))),
            new Rule("(?<!\\d)(\\d{1,2})个月(?:之?内|以内)?", (m, l) -> l.within(Limit.months(number(m, 1)))),
            new Rule("(?<!\\d)(\\d)年(?:之?内|以内)", (m, l) -> l.within(Limit.months(12 * number(m, 1)))),
            new Rule(
                    YEAR + "(\\d{1,2})月份?(\\d{1,2})[日号]",
                    (m, l) -> l.add(l.year(m), number(m, 3), number(m, 4), How.MONTH_DAY, false)),
            new Rule(YEAR + "(\\d{1,2})月份?的?(上旬|中旬|下旬|初|中)", (m, l) -> l.tenDays(l.year(m), number(m, 3), m.group(4))),
            new Rule(
                    YEAR + "(\\d{1,2})月份?(?:[底末内]|(?!以?之?前))",
                    (m, l) -> l.addMonthEnd(l.year(m), number(m, 3), How.MONTH_END, false)),
            // "Before March" is the last day of February to some and of March to others: the earlier, and somebody
            // looks.
            new Rule(YEAR + "(\\d{1,2})月份?以?之?前", (m, l) -> l.beforeMonth(l.year(m), number(m, 3))),
            new Rule(
                    YEAR + "(?:第?([1-4])季度?|[Qq]([1-4]))[末底内]?",
                    (m, l) -> l.addMonthEnd(l.year(m), 3 * number(m, m.group(3) == null ? 4 : 3), How.QUARTER, false)),
            new Rule(YEAR + "(?:上半年|年中)", (m, l) -> l.addMonthEnd(l.year(m), 6, How.HALF_YEAR, false)),
            new Rule(YEAR + "下半年", (m, l) -> l.addMonthEnd(l.year(m), 12, How.HALF_YEAR, false)),
            new Rule(
                    "(?:(?<year>(?<!\\d)\\d{4})|(?<said>[今本当明次去]))?年度?[底末终内]",
                    (m, l) -> l.addMonthEnd(l.year(m), 12, How.YEAR_END, false)),
            new Rule(
                    "(?<year>(?<!\\d)\\d{4})年(?<said>$^)?(以?之?前)?",
                    (m, l) -> l.addMonthEnd(l.year(m), 12, How.YEAR_END, m.group(3) != null)),
            new Rule(
                    "(?<said>今年|本年度?|当年|明年|次年)(?<year>$^)?",
                    (m, l) -> l.addMonthEnd(l.year(m), 12, How.YEAR_END, false)),
            new Rule("立即|立行立改|立刻|马上|即知即改|即行", (m, l) -> l.atOnce = true),
            new Rule("长期|持续|常态|常年|经常性|不间断|全年", (m, l) -> l.longTerm = true));

    private final LocalDate reference;
    private final List<Day> days = new ArrayList<>();
    private @Nullable Limit duration;
    private @Nullable Cycle cycle;
    private @Nullable Integer cycleDay;
    private boolean atOnce;
    private boolean longTerm;
    private boolean unsure;
    private boolean impossible;

    private ImportLimits(LocalDate reference) {
        this.reference = reference;
    }

    /** @param reference the day of the ledger: gives the year to a day without one */
    static ImportLimit read(String written, LocalDate reference) {
        ImportLimits reading = new ImportLimits(reference);
        String left = plain(written);
        boolean empty = left.isEmpty() || left.matches("[/\\\\—\\-无]+");
        for (Rule rule : RULES) {
            left = reading.apply(rule, left);
        }
        return reading.result(written.strip(), empty);
    }

    private String apply(Rule rule, String text) {
        Matcher matcher = rule.pattern().matcher(text);
        StringBuilder left = new StringBuilder();
        while (matcher.find()) {
            rule.reader().read(matcher, this);
            matcher.appendReplacement(left, "|");
        }
        return matcher.appendTail(left).toString();
    }

    private ImportLimit result(String written, boolean empty) {
        Day last = days.stream().max(Comparator.comparing(Day::day)).orElse(null);
        if (impossible) {
            return new ImportLimit(written, How.NOT_READ, null, null, null, null, false, true, 0);
        }
        if (last != null) {
            boolean look = unsure || last.unsure();
            return new ImportLimit(written, last.how(), last.day(), null, cycle, cycleDay, longTerm, look, days.size());
        }
        return new ImportLimit(written, howWithoutDay(empty), null, duration(), cycle, cycleDay, longTerm, unsure, 0);
    }

    private How howWithoutDay(boolean empty) {
        if (duration != null) {
            return How.DURATION;
        }
        if (cycle != null) {
            return How.CYCLE;
        }
        if (atOnce) {
            return How.AT_ONCE;
        }
        if (longTerm) {
            return How.LONG_TERM;
        }
        return empty ? How.MISSING : How.NOT_READ;
    }

    /** "At once" is the limit of urgent matters (domain/supervision.md 1.8): three working days. */
    private @Nullable Limit duration() {
        return duration == null && cycle == null && atOnce ? Limit.workingDays(3) : duration;
    }

    private void serial(int serial) {
        if (serial < FIRST_SERIAL || serial > LAST_SERIAL) {
            impossible = true;
        } else {
            days.add(new Day(EXCEL_ZERO.plusDays(serial), How.SERIAL, false));
        }
    }

    private void add(int year, int month, int day, How how, boolean look) {
        try {
            days.add(new Day(LocalDate.of(year, month, day), how, look));
        } catch (DateTimeException noSuchDay) {
            impossible = true;
        }
    }

    private void addMonthEnd(int year, int month, How how, boolean look) {
        if (month < 1 || month > 12) {
            impossible = true;
        } else {
            days.add(new Day(YearMonth.of(year, month).atEndOfMonth(), how, look));
        }
    }

    private void beforeMonth(int year, int month) {
        if (month < 1 || month > 12) {
            impossible = true;
        } else {
            days.add(new Day(LocalDate.of(year, month, 1).minusDays(1), How.MONTH_END, true));
        }
    }

    private void tenDays(int year, int month, String part) {
        switch (part) {
            case "下旬" -> addMonthEnd(year, month, How.TEN_DAYS, false);
            case "中旬" -> add(year, month, 20, How.TEN_DAYS, false);
            case "上旬" -> add(year, month, 10, How.TEN_DAYS, false);
            case "中" -> add(year, month, 15, How.TEN_DAYS, true);
            default -> add(year, month, 10, How.TEN_DAYS, true);
        }
    }

    private void every(Cycle found, @Nullable Integer day) {
        if (day != null && (day < 1 || day > 31)) {
            impossible = true;
        }
        cycle = found;
        cycleDay = day;
    }

    private void within(Limit found) {
        duration = found;
    }

    private void goesOn(boolean look) {
        longTerm = true;
        unsure |= look;
    }

    private int year(Matcher found) {
        if (found.group("year") != null) {
            return Integer.parseInt(found.group("year"));
        }
        String said = found.group("said");
        if (said == null) {
            return reference.getYear();
        }
        return switch (said.charAt(0)) {
            case '明', '次' -> reference.getYear() + 1;
            case '去' -> reference.getYear() - 1;
            default -> reference.getYear();
        };
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static @Nullable Integer monthDay(MatchResult found) {
        if (found.group(1) != null) {
            return number(found, 1);
        }
        return found.group(2) == null ? null : Integer.valueOf(31);
    }

    private static @Nullable Integer weekday(@Nullable String character) {
        return character == null ? null : Math.min(7, "一二三四五六日天".indexOf(character) + 1);
    }

    /** Simplified, half width, without spaces, numerals as figures. */
    static String plain(String written) {
        String text = TO_SIMPLIFIED.transliterate(WIDTH.normalize(written)).replaceAll("(?<=\\d) (?=\\d{2}:)", "|");
        return NUMERAL.matcher(text.replaceAll("[\\s\\p{Z}]+", "")).replaceAll(found -> figures(found.group()));
    }

    private static String figures(String numeral) {
        if (numeral.indexOf('十') < 0) {
            StringBuilder figures = new StringBuilder();
            numeral.chars().forEach(c -> figures.append(c == '零' ? 0 : c == '两' ? 2 : "〇一二三四五六七八九".indexOf(c)));
            return figures.toString();
        }
        int ten = numeral.indexOf('十');
        int tens = ten == 0 ? 1 : Integer.parseInt(figures(numeral.substring(0, ten)));
        String ones = numeral.substring(ten + 1);
        return Integer.toString(tens * 10 + (ones.isEmpty() ? 0 : Integer.parseInt(figures(ones))));
    }

    /** The day of a ledger that its titles tell: 截至2026年3月6日, 2022年4月, 2022年度; null where they tell none. */
    static @Nullable LocalDate dayIn(String title) {
        Matcher found = Pattern.compile(
                        "(?<!\\d)((?:19|20)\\d{2})(?:年|[.\\-])?(?:(\\d{1,2})(?:月|[.\\-])(?:(\\d{1,2})日?)?)?")
                .matcher(plain(title));
        while (found.find()) {
            try {
                int month = found.group(2) == null ? 1 : number(found, 2);
                int day = found.group(3) == null ? 1 : number(found, 3);
                return LocalDate.of(number(found, 1), month, day);
            } catch (DateTimeException anotherNumber) {
                continue;
            }
        }
        return null;
    }
}

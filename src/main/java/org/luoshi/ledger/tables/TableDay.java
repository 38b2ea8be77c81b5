package org.luoshi.ledger.tables;

import com.ibm.icu.text.Normalizer2;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day as somebody typed it into a cell. What could be one of two days is none. */
record TableDay(LocalDate day) {

    private static final Normalizer2 WIDTH = Normalizer2.getNFKCInstance();
    private static final LocalDate EXCEL_ZERO = LocalDate.of(1899, 12, 30);
    private static final String CLOCK = "(?:\\s*\\d{1,2}:\\d{2}(?::\\d{2})?)?";
    private static final Pattern FULL =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*[日号號]?" + CLOCK);
    private static final Pattern DIGITS = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern SERIAL = Pattern.compile("([34567]\\d{4})(?:\\.0+)?");
    private static final Pattern YEAR_IN_WORDS = Pattern.compile("(今年|本年|明年|去年)(\\d{1,2})月(\\d{1,2})[日号號]");
    private static final Pattern WITHOUT_YEAR =
            Pattern.compile("\\d{1,2}\\s*[-/.月]\\s*\\d{1,2}\\s*[日号號]?|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{1,2}");

    /** A day that needs no other day to be understood; nothing where it is not one. */
    static Optional<TableDay> written(String text) {
        String plain = WIDTH.normalize(text).strip();
        for (Pattern form : new Pattern[] {FULL, DIGITS}) {
            Matcher found = form.matcher(plain);
            if (found.matches()) {
                return of(number(found, 1), number(found, 2), number(found, 3));
            }
        }
        Matcher serial = SERIAL.matcher(plain);
        return serial.matches() ? Optional.of(new TableDay(EXCEL_ZERO.plusDays(number(serial, 1)))) : Optional.empty();
    }

    /** Refused with the reason where no single day is meant. */
    static LocalDate read(String text, LocalDate today) {
        Optional<TableDay> day = written(text);
        if (day.isPresent()) {
            return day.get().day();
        }
        String plain = WIDTH.normalize(text).strip();
        Matcher said = YEAR_IN_WORDS.matcher(plain);
        if (said.matches()) {
            int years = said.group(1).startsWith("明") ? 1 : said.group(1).startsWith("去") ? -1 : 0;
            return of(today.getYear() + years, number(said, 2), number(said, 3))
                    .map(TableDay::day)
                    .orElseThrow(() -> TableError.NOT_A_DAY.with(Map.of("written", text)));
        }
        throw (WITHOUT_YEAR.matcher(plain).matches() ? TableError.DAY_WITHOUT_YEAR : TableError.NOT_A_DAY)
                .with(Map.of("written", text));
    }

    private static Optional<TableDay> of(int year, int month, int day) {
        try {
            return Optional.of(new TableDay(LocalDate.of(year, month, day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }
}

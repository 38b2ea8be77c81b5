package org.luoshi.reporting.core;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.luoshi.shared.BusinessException;

/** Reads what was typed into a field. What cannot be read is refused with the name of the field and why; nothing is guessed. */
final class FieldReader {

    private static final BigDecimal MOST = new BigDecimal("1000000000000");
    private static final int LONGEST_TEXT = 500;
    private static final Set<String> YES = Set.of("YES", "TRUE", "是");
    private static final Set<String> NO = Set.of("NO", "FALSE", "否");

    private FieldReader() {}

    /** A number, a text, a truth or a day as text, in the form in which it is kept. */
    static Object read(ReportField field, String typed) {
        String text = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        return switch (field.kind()) {
            case WHOLE -> number(field, text, "-?\\d{1,13}");
            case DECIMAL -> number(field, text, "-?\\d{1,13}(\\.\\d{1,4})?");
            case TEXT -> text(field, text);
            case CHOICE -> choice(field, text);
            case YES_NO -> truth(field, text);
            case DATE -> day(field, text);
        };
    }

    /** Full-width digits and separators of thousands are understood; 1e5, NaN and words are not. */
    private static BigDecimal number(ReportField field, String typed, String pattern) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        if (plain.matches("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?")) {
            plain = plain.replace(",", "");
        }
        if (!plain.matches(pattern)) {
            throw wrong(field, typed, unreadable(field, plain));
        }
        BigDecimal number = new BigDecimal(plain);
        BigDecimal least = field.least() == null ? BigDecimal.ZERO : field.least();
        BigDecimal most = field.most() == null ? MOST : field.most();
        if (number.compareTo(least) < 0) {
            throw wrong(field, typed, number.signum() < 0 && least.signum() >= 0 ? "negative" : "too-small");
        }
        if (number.compareTo(most) > 0) {
            throw wrong(field, typed, "too-large");
        }
        return number;
    }

    private static String unreadable(ReportField field, String plain) {
        if (!plain.matches("-?\\d+(\\.\\d+)?")) {
            return "no-number";
        }
        if (plain.matches("-?\\d{1,13}\\.\\d+")) {
            return field.kind() == FieldKind.WHOLE ? "no-whole" : "too-fine";
        }
        return "too-large";
    }

    private static String text(ReportField field, String typed) {
        if (typed.codePointCount(0, typed.length()) > LONGEST_TEXT) {
            throw wrong(field, typed.substring(0, 20), "too-long");
        }
        if (!canBeShown(typed)) {
            throw wrong(field, "", "control");
        }
        return typed;
    }

    /** False for control characters other than line ends and tabs, and for halves of letters: no file and no screen can hold them. */
    static boolean canBeShown(String text) {
        return text.codePoints()
                .allMatch(c -> c == '\n'
                        || c == '\r'
                        || c == '\t'
                        || !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE);
    }

    private static String choice(ReportField field, String typed) {
        if (!field.choices().contains(typed)) {
            throw wrong(field, typed, "no-choice");
        }
        return typed;
    }

    private static Boolean truth(ReportField field, String typed) {
        String word = typed.toUpperCase(java.util.Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            throw wrong(field, typed, "no-choice");
        }
        return YES.contains(word);
    }

    private static String day(ReportField field, String typed) {
        try {
            return LocalDate.parse(typed).toString();
        } catch (DateTimeException e) {
            throw wrong(field, typed, "no-day");
        }
    }

    private static BusinessException wrong(ReportField field, String typed, String why) {
        String shown = typed.length() > 40 ? typed.substring(0, 40) + "…" : typed;
        return ReportingError.FIELD_WRONG.with(Map.of(
                "field", field.code(), "name", field.name(), "typed", shown, "why", "reporting.field-wrong." + why));
    }
}

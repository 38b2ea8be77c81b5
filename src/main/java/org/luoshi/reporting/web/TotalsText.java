package org.luoshi.reporting.web;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Page;
import org.luoshi.reporting.core.FieldKind;
import org.luoshi.reporting.core.Figures;
import org.luoshi.reporting.core.ReportField;
import org.luoshi.reporting.core.ReportState;

/** How figures are written. What is missing is a dash and never a nought. */
public final class TotalsText {

    private static final String MISSING = "—";

    private TotalsText() {}

    /** 1,234.5 */
    public static String number(@Nullable BigDecimal number) {
        return number == null ? MISSING : format("#,##0.######").format(number);
    }

    public static String number(long number) {
        return format("#,##0").format(number);
    }

    /** +12, −3, ±0. */
    public static String difference(@Nullable BigDecimal number) {
        if (number == null) {
            return MISSING;
        }
        return switch (number.signum()) {
            case 1 -> "+" + number(number);
            case -1 -> "−" + number(number.negate());
            default -> "±0";
        };
    }

    /** What one report says to a field. */
    public static String said(Page page, ReportField field, Figures figures) {
        if (figures.isUnknown(field.code())) {
            return page.t("reporting.totals.report.unknown");
        }
        if (field.kind().isNumber()) {
            BigDecimal number = figures.number(field.code());
            return number == null ? MISSING : number(number) + " " + field.measure();
        }
        Map<String, @Nullable Object> values = figures.values();
        Object value = values.get(field.code());
        if (value == null) {
            return MISSING;
        }
        return field.kind() == FieldKind.YES_NO
                ? page.t(Boolean.TRUE.equals(value) ? "reporting.totals.yes" : "reporting.totals.no")
                : value.toString();
    }

    /** The light of a state: its class in the style sheet. */
    public static String light(ReportState state) {
        return switch (state) {
            case DUE -> "soon";
            case REPORTED, CONFIRMED_ZERO -> "ok";
            case LATE, MISSING -> "late";
            case EXEMPT -> "done";
        };
    }

    /** What a form may have left out. */
    static String typed(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static DecimalFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}

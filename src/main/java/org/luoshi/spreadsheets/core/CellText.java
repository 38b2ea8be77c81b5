package org.luoshi.spreadsheets.core;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/** A cell's value as text, the same for old and new workbooks. */
final class CellText {

    /** Excel keeps 15 digits; what comes after is noise of binary fractions. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** How numbers become text: the same everywhere, or as the workbook shows them. */
    interface Style {

        Style SAME_EVERYWHERE = (value, format, from1904) -> of(value, format.kind(), from1904);

        String text(BigDecimal value, NumberFormats.Format format, boolean from1904);
    }

    private CellText() {}

    static String of(BigDecimal value, NumberFormats.Kind kind, boolean from1904) {
        return switch (kind) {
            case DATE -> date(value.doubleValue(), from1904);
            case PERCENT -> plain(value.movePointRight(2)) + "%";
            case PLAIN -> plain(value);
        };
    }

    private static String plain(BigDecimal value) {
        BigDecimal rounded = value.round(DIGITS).stripTrailingZeros();
        return rounded.signum() == 0
                ? "0"
                : rounded.abs().compareTo(new BigDecimal("1e-12")) < 0 ? rounded.toString() : rounded.toPlainString();
    }

    private static String date(double serial, boolean from1904) {
        if (!DateUtil.isValidExcelDate(serial) || serial > 2_958_466) {
            return plain(BigDecimal.valueOf(serial));
        }
        LocalDateTime at = DateUtil.getLocalDateTime(serial, from1904, true);
        if (serial < 1) {
            return at.toLocalTime().format(DateTimeFormatter.ofPattern("HH:mm"));
        }
        if (at.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return at.format(DAY);
        }
        return at.format(at.getSecond() == 0 ? MINUTE : SECOND);
    }
}

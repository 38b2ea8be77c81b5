package org.luoshi.spreadsheets.core;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/** Dates in the format a person sees: 2026年3月 is a month, and only the format says so. Other numbers as everywhere. */
final class DatesAsSeen implements CellText.Style {

    private static final String DAY = "yyyy\"年\"m\"月\"d\"日\"";
    private static final String MONTH = "yyyy\"年\"m\"月\"";
    private static final String DAY_OF_YEAR = "m\"月\"d\"日\"";

    /** Formats whose code Chinese Excel knows and does not write into the file. */
    private static final Map<Integer, String> CHINESE = Map.ofEntries(
            Map.entry(14, "yyyy/m/d"),
            Map.entry(22, "yyyy/m/d h:mm"),
            Map.entry(27, MONTH),
            Map.entry(28, DAY_OF_YEAR),
            Map.entry(29, DAY_OF_YEAR),
            Map.entry(31, DAY),
            Map.entry(36, MONTH),
            Map.entry(50, MONTH),
            Map.entry(51, DAY_OF_YEAR),
            Map.entry(52, MONTH),
            Map.entry(53, DAY_OF_YEAR),
            Map.entry(54, DAY_OF_YEAR),
            Map.entry(57, MONTH),
            Map.entry(58, DAY_OF_YEAR));

    private final DataFormatter formatter = new DataFormatter(Locale.CHINA);

    @Override
    public String text(BigDecimal value, NumberFormats.Format format, boolean from1904) {
        String plain = CellText.of(value, format.kind(), from1904);
        double serial = value.doubleValue();
        if (format.kind() != NumberFormats.Kind.DATE || serial < 1 || !DateUtil.isValidExcelDate(serial)) {
            return plain;
        }
        String code = format.code().startsWith("[$-F800]") ? DAY : CHINESE.getOrDefault(format.id(), format.code());
        if (code.isEmpty() || serial > 2_958_466) {
            return plain;
        }
        try {
            // The formatter would show the quotation marks around 年.
            String bare = code.replaceAll("\"([^\"A-Za-z]*)\"", "$1");
            return formatter.formatRawCellContents(serial, format.id(), bare, from1904);
        } catch (IllegalArgumentException unknownFormat) {
            return plain;
        }
    }
}

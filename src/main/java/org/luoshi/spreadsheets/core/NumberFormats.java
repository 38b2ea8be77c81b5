package org.luoshi.spreadsheets.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** What the styles of an .xlsx say about numbers: a date, a share in percent, or just a number. */
final class NumberFormats {

    enum Kind {
        PLAIN,
        PERCENT,
        DATE
    }

    /** A format by its number and, where the file says it, its code. */
    record Format(Kind kind, int id, String code) {

        static final Format NONE = new Format(Kind.PLAIN, 0, "");

        static Format of(int id, @Nullable String ownCode) {
            String code = ownCode != null ? ownCode : BuiltinFormats.getBuiltinFormat(id);
            return new Format(kindOf(id, ownCode), id, code == null ? "" : code);
        }
    }

    private final List<Format> formatOfStyle = new ArrayList<>();

    static NumberFormats none() {
        return new NumberFormats();
    }

    static NumberFormats read(ZipParts parts, String part) {
        NumberFormats formats = new NumberFormats();
        Map<Integer, String> own = new HashMap<>();
        boolean[] inCellFormats = {false};
        Xml.walk(parts.open(part), element -> {
            switch (element.getLocalName()) {
                case "numFmt" ->
                    own.put(
                            number(Xml.attribute(element, "numFmtId")),
                            String.valueOf(Xml.attribute(element, "formatCode")));
                case "cellXfs" -> inCellFormats[0] = true;
                case "cellStyles", "dxfs" -> inCellFormats[0] = false;
                case "xf" -> {
                    if (inCellFormats[0]) {
                        int id = number(Xml.attribute(element, "numFmtId"));
                        formats.formatOfStyle.add(Format.of(id, own.get(id)));
                    }
                }
                default -> {}
            }
            return true;
        });
        return formats;
    }

    Format of(int style) {
        return style >= 0 && style < formatOfStyle.size() ? formatOfStyle.get(style) : Format.NONE;
    }

    /** Numbers 27–36 and 50–58 are dates in East Asian Excel and carry no code in the file. */
    static Kind kindOf(int id, @Nullable String ownCode) {
        String code = ownCode != null ? ownCode : BuiltinFormats.getBuiltinFormat(id);
        if (ownCode == null && (id >= 27 && id <= 36 || id >= 50 && id <= 58)) {
            return Kind.DATE;
        }
        if (code == null) {
            return Kind.PLAIN;
        }
        if (DateUtil.isADateFormat(id, code)) {
            return Kind.DATE;
        }
        return code.replaceAll("\"[^\"]*\"|\\\\.", "").contains("%") ? Kind.PERCENT : Kind.PLAIN;
    }

    private static int number(@Nullable String text) {
        return text == null ? 0 : Integer.parseInt(text);
    }
}

package org.luoshi.reporting.web;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes CSV for people who open it in Excel: with the mark that says UTF-8, and never a formula. */
final class CsvText {

    static final String MARK = "\uFEFF";

    private CsvText() {}

    static void row(Writer out, List<String> cells) throws IOException {
        for (int n = 0; n < cells.size(); n++) {
            out.write(n == 0 ? "" : ",");
            out.write(cell(cells.get(n)));
        }
        out.write("\r\n");
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    /** Excel would write a long code as 1.1E+11 and lose it; a tab behind it keeps it a text, and is not read. */
    static String code(String code) {
        return code.length() > 9 && code.chars().allMatch(Character::isDigit) ? code + "\t" : code;
    }
}

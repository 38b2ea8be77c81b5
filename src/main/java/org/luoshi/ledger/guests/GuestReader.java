package org.luoshi.ledger.guests;

import java.util.HashMap;
import java.util.Map;
import org.luoshi.files.FilesApi;
import org.luoshi.shared.BusinessException;
import org.luoshi.spreadsheets.SheetRow;
import org.luoshi.spreadsheets.SpreadsheetsApi;
import org.springframework.stereotype.Component;

/** Reads a returned workbook. A row is known by its hidden mark, whatever was done to the rows around it; formulas are never computed. */
@Component
class GuestReader {

    private static final int LARGEST = 5 * 1024 * 1024;
    private static final int MOST_ROWS = 20_000;

    private final SpreadsheetsApi spreadsheets;
    private final FilesApi files;

    GuestReader(SpreadsheetsApi spreadsheets, FilesApi files) {
        this.spreadsheets = spreadsheets;
        this.files = files;
    }

    /** Refused: what is no form of this house or is damaged, and what carries a mark of secrecy. */
    GuestAnswer read(byte[] workbook) {
        if (workbook.length == 0) {
            throw GuestError.NO_FILE.plain();
        }
        if (workbook.length > LARGEST) {
            throw GuestError.UNREADABLE.plain();
        }
        Map<String, String> typed = new HashMap<>();
        try {
            String sheet =
                    spreadsheets.sheetNames(workbook).stream().findFirst().orElseThrow(GuestError.UNREADABLE::plain);
            spreadsheets.read(workbook, sheet, MOST_ROWS, row -> take(row, typed));
        } catch (BusinessException refusal) {
            throw refusal.error() instanceof GuestError ? refusal : GuestError.UNREADABLE.plain();
        }
        String token = typed.remove(GuestMarks.FORM);
        if (token == null || token.isBlank()) {
            throw GuestError.UNREADABLE.plain();
        }
        typed.values().forEach(files::requireUnmarked);
        return new GuestAnswer(token, typed);
    }

    private static void take(SheetRow row, Map<String, String> typed) {
        String key = row.cell(GuestMarks.KEY).strip();
        if (key.isEmpty()) {
            return;
        }
        int column = key.equals(GuestMarks.FORM) ? GuestMarks.TOKEN : GuestMarks.ANSWER;
        if (typed.put(key, row.cell(column).strip()) != null) {
            throw GuestError.CHANGED.with(Map.of("found", key));
        }
    }
}

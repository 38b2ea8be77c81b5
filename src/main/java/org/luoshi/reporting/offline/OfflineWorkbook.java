package org.luoshi.reporting.offline;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.luoshi.shared.BusinessException;
import org.luoshi.spreadsheets.SheetRow;
import org.luoshi.spreadsheets.SpreadsheetsApi;

/** Reads a filled-in workbook. A row is known by its hidden mark, whatever was done to the rows around it; formulas are never computed. */
final class OfflineWorkbook {

    private static final int MOST_ROWS = 2000;
    private static final Set<String> SINGLE = Set.of(
            OfflineMarks.ZERO, OfflineMarks.PART, OfflineMarks.SIGNER, OfflineMarks.TELEPHONE, OfflineMarks.REASON);

    private final Map<String, SheetRow> rows = new LinkedHashMap<>();
    private @Nullable String token;

    private OfflineWorkbook() {}

    static OfflineAnswer read(byte[] workbook, SpreadsheetsApi spreadsheets) {
        OfflineWorkbook read = new OfflineWorkbook();
        try {
            String sheet =
                    spreadsheets.sheetNames(workbook).stream().findFirst().orElseThrow(OfflineError.UNREADABLE::plain);
            spreadsheets.read(workbook, sheet, MOST_ROWS, read::take);
        } catch (BusinessException refusal) {
            throw refusal.error() instanceof OfflineError ? refusal : OfflineError.UNREADABLE.plain();
        }
        return read.answer();
    }

    private void take(SheetRow row) {
        String key = row.cell(OfflineMarks.KEY).strip();
        if (key.equals(OfflineMarks.FORM)) {
            if (token != null) {
                throw changed(key);
            }
            token = row.cell(OfflineMarks.TOKEN).strip();
        } else if (!key.isEmpty() && rows.put(key, row) != null) {
            throw changed(key);
        }
    }

    private OfflineAnswer answer() {
        if (token == null) {
            throw OfflineError.UNREADABLE.plain();
        }
        Map<String, String> typed = new HashMap<>();
        Set<String> asked = new TreeSet<>();
        rows.forEach((key, row) -> {
            if (key.startsWith(OfflineMarks.VALUE)) {
                asked.add(key.substring(OfflineMarks.VALUE.length()));
                field(key, row, typed);
            } else if (SINGLE.contains(key)) {
                single(key, row, typed);
            } else {
                throw changed(key);
            }
        });
        SINGLE.stream()
                .filter(key -> !rows.containsKey(key) && !key.equals(OfflineMarks.REASON))
                .findFirst()
                .ifPresent(key -> {
                    throw changed(key);
                });
        return new OfflineAnswer(token, asked, typed);
    }

    private static void field(String key, SheetRow row, Map<String, String> typed) {
        String name = row.cell(OfflineMarks.LABEL);
        String value = row.cell(OfflineMarks.ANSWER).strip();
        boolean unknown = OfflineMarks.isTicked(row.cell(OfflineMarks.NOT_KNOWN), name);
        if (unknown && !value.isEmpty()) {
            throw OfflineError.BOTH.with(Map.of("name", name, "typed", value));
        }
        if (unknown) {
            typed.put(OfflineMarks.UNKNOWN + key.substring(OfflineMarks.VALUE.length()), "on");
        } else {
            typed.put(key, value);
        }
    }

    private static void single(String key, SheetRow row, Map<String, String> typed) {
        String value = row.cell(OfflineMarks.ANSWER).strip();
        boolean isTick = key.equals(OfflineMarks.ZERO) || key.equals(OfflineMarks.PART);
        if (!isTick) {
            typed.put(key, value);
        } else if (OfflineMarks.isTicked(value, row.cell(OfflineMarks.LABEL))) {
            typed.put(key, "on");
        }
    }

    private static BusinessException changed(String found) {
        return OfflineError.CHANGED.with(Map.of("found", found));
    }
}

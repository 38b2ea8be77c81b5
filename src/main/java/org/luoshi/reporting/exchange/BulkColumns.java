package org.luoshi.reporting.exchange;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.luoshi.reporting.core.ReportField;
import org.luoshi.reporting.core.ReportForm;
import org.luoshi.shared.BusinessException;

/** Which column of a table is what. Columns may go by the codes of the fields or by their names; one that is not known is refused. */
final class BulkColumns {

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("unit", "unit"),
            Map.entry("code", "unit"),
            Map.entry("单位代码", "unit"),
            Map.entry("代码", "unit"),
            Map.entry("zero", "zero"),
            Map.entry("零报告", "zero"),
            Map.entry("signer", "signer"),
            Map.entry("签报人", "signer"),
            Map.entry("revision", "revision"),
            Map.entry("版次", "revision"),
            Map.entry("reason", "reason"),
            Map.entry("更正理由", "reason"),
            Map.entry("final", "final"),
            Map.entry("终报", "final"),
            Map.entry("name", ""),
            Map.entry("单位名称", ""));
    private static final String FIELD = "field:";
    private static final Set<String> YES = Set.of("1", "true", "yes", "y", "是", "√", "零报告");
    private static final Set<String> NO = Set.of("", "0", "false", "no", "n", "否");
    private static final int LONGEST_REVISION = 4;

    private final List<String> meanings;
    private final BulkMaker maker;

    private BulkColumns(List<String> meanings, BulkMaker maker) {
        this.meanings = meanings;
        this.maker = maker;
    }

    /** Refused: no column for the unit, a column twice, a column that the form does not have. */
    static BulkColumns of(List<String> head, BulkMaker maker) {
        List<String> meanings = new ArrayList<>();
        for (String title : head) {
            String meaning = meaning(plain(title), maker.form());
            if (!meaning.isEmpty() && meanings.contains(meaning)) {
                throw ExchangeError.COLUMN_TWICE.with(Map.of("column", title));
            }
            meanings.add(meaning);
        }
        if (!meanings.contains("unit")) {
            throw ExchangeError.NO_UNIT_COLUMN.with(Map.of("found", shown(head)));
        }
        return new BulkColumns(meanings, maker);
    }

    private static String meaning(String title, ReportForm form) {
        String known = title.isEmpty() ? "" : KNOWN.get(title.toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        return form.fields().stream()
                .filter(field -> field.code().equals(title)
                        || plain(field.name()).equals(title)
                        || plain(title(field)).equals(title))
                .findFirst()
                .map(field -> FIELD + field.code())
                .orElseThrow(() -> ExchangeError.UNKNOWN_COLUMN.with(Map.of(
                        "column",
                        title,
                        "fields",
                        String.join(
                                "、",
                                form.fields().stream().map(ReportField::code).toList()))));
    }

    /** How a table for people heads this field: 受灾人口（人）. */
    static String title(ReportField field) {
        return field.measure().isEmpty() ? field.name() : field.name() + "（" + field.measure() + "）";
    }

    /** Whether a column of this name is something else than a field. */
    static boolean isKnown(String name) {
        return KNOWN.containsKey(plain(name).toLowerCase(Locale.ROOT));
    }

    private static String plain(String title) {
        return Normalizer.normalize(title.strip(), Normalizer.Form.NFKC);
    }

    private static String shown(List<String> head) {
        String all = String.join("、", head);
        return all.length() > 100 ? all.substring(0, 100) + "…" : all;
    }

    BulkRow row(long number, List<String> cells) {
        try {
            return maker.row(number, said(cells));
        } catch (BusinessException refusal) {
            return BulkRow.refused(number, "", refusal);
        }
    }

    private BulkMaker.Said said(List<String> cells) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> rest = new HashMap<>();
        for (int n = 0; n < cells.size(); n++) {
            String cell = cells.get(n);
            if (cell.isBlank()) {
                continue;
            }
            if (n >= meanings.size()) {
                throw wrong("cells");
            }
            if (cell.indexOf('\uFFFD') >= 0) {
                throw wrong("letters");
            }
            String meaning = meanings.get(n);
            if (meaning.startsWith(FIELD)) {
                values.put(meaning.substring(FIELD.length()), cell);
            } else {
                rest.put(meaning, cell);
            }
        }
        return new BulkMaker.Said(
                rest.getOrDefault("unit", "").strip(),
                truth(rest.getOrDefault("zero", ""), "zero"),
                values,
                rest.get("signer"),
                revision(rest.getOrDefault("revision", "").strip()),
                rest.get("reason"),
                truth(rest.getOrDefault("final", "1"), "final"));
    }

    private static boolean truth(String cell, String column) {
        String word = cell.strip().toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return true;
        }
        if (NO.contains(word)) {
            return false;
        }
        throw wrong(column);
    }

    private static int revision(String cell) {
        if (cell.isEmpty()) {
            return 0;
        }
        if (cell.length() > LONGEST_REVISION || !cell.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw wrong("revision");
        }
        return Integer.parseInt(cell);
    }

    private static BusinessException wrong(String why) {
        return ExchangeError.ROW_WRONG.with(Map.of("why", "reporting.bulk-row-wrong." + why));
    }
}

package org.luoshi.reporting.exchange;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Texts;
import org.luoshi.reporting.core.FieldKind;
import org.luoshi.reporting.core.Figures;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.ReportField;
import org.luoshi.reporting.core.ReportState;

/** The columns of a file and what one unit says in each. A cell without a figure stays empty: missing is never nought. */
final class ExportColumns {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Texts texts;
    private final Locale locale;
    private final ZoneId zone;
    private final boolean past;
    private final int firstLevel;
    private final int lastLevel;
    private final List<ReportField> fields;
    private final Map<Long, String> names;

    /**
     * @param firstLevel the first level that has a column of its own
     * @param lastLevel the deepest level that is asked
     * @param names of the places above those that are asked
     */
    ExportColumns(
            Texts texts,
            Locale locale,
            ZoneId zone,
            boolean past,
            int firstLevel,
            int lastLevel,
            List<ReportField> fields,
            Map<Long, String> names) {
        this.texts = texts;
        this.locale = locale;
        this.zone = zone;
        this.past = past;
        this.firstLevel = firstLevel;
        this.lastLevel = lastLevel;
        this.fields = fields;
        this.names = names;
    }

    /** The fields that this viewer may take out. */
    static List<ReportField> fields(OpenRound open, boolean personal) {
        return open.form().fields().stream()
                .filter(field -> personal || !field.personal())
                .toList();
    }

    List<String> head() {
        List<String> head = new ArrayList<>();
        head.add(text("reporting.export.code"));
        for (int level = firstLevel; level <= lastLevel; level++) {
            head.add(text("reporting.export.level." + level));
        }
        head.add(text("reporting.export.state"));
        for (ReportField field : fields) {
            boolean measured = field.kind().isNumber() && !field.measure().isEmpty();
            head.add(measured ? field.name() + "（" + field.measure() + "）" : field.name());
        }
        for (String column : List.of("signer", "at", "sequel", "final", "revision", "review", "reason")) {
            head.add(text("reporting.export." + column));
        }
        return head;
    }

    List<String> cells(ExportLine line) {
        List<String> cells = new ArrayList<>(lastLevel + fields.size() + 10);
        cells.add(line.code() == null ? "" : line.code());
        for (int level = firstLevel; level <= lastLevel; level++) {
            cells.add(name(line, level));
        }
        cells.add(text("reporting.totals.state." + ReportState.of(line.kind(), line.late(), line.exempt(), past)));
        Figures figures = line.figures();
        for (ReportField field : fields) {
            cells.add(figures == null ? "" : said(field, figures));
        }
        if (figures == null) {
            cells.addAll(List.of("", "", "", "", "", "", ""));
        } else {
            addReport(cells, line);
        }
        return cells;
    }

    private void addReport(List<String> cells, ExportLine line) {
        cells.add(line.signer() == null ? "" : line.signer());
        cells.add(line.at() == null ? "" : MINUTES.format(line.at().atZone(zone)));
        cells.add(line.sequel() == 0 ? "" : Integer.toString(line.sequel()));
        cells.add(text(line.last() ? "reporting.totals.report.final" : "reporting.totals.report.open"));
        cells.add(Integer.toString(line.revision()));
        cells.add(text("reporting.totals.review." + line.review()));
        cells.add(line.reason() == null ? "" : line.reason());
    }

    private String name(ExportLine line, int level) {
        if (level >= line.level()) {
            return level == line.level() ? line.name() : "";
        }
        return names.getOrDefault(PlaceKey.above(line.place(), level), "");
    }

    private String said(ReportField field, Figures figures) {
        if (figures.isUnknown(field.code())) {
            return text("reporting.totals.report.unknown");
        }
        if (field.kind().isNumber()) {
            BigDecimal number = figures.number(field.code());
            return number == null ? "" : number.toPlainString();
        }
        Map<String, @Nullable Object> values = figures.values();
        Object value = values.get(field.code());
        if (value == null) {
            return "";
        }
        return field.kind() == FieldKind.YES_NO
                ? text(Boolean.TRUE.equals(value) ? "reporting.totals.yes" : "reporting.totals.no")
                : value.toString();
    }

    private String text(String key) {
        return texts.get(locale, key);
    }
}

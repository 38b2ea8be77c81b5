package org.luoshi.reporting.web;

import static org.luoshi.spreadsheets.FormSheet.Cell;
import static org.luoshi.spreadsheets.FormSheet.Style;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.luoshi.platform.Page;
import org.luoshi.reporting.core.FieldKind;
import org.luoshi.reporting.core.FormRule;
import org.luoshi.reporting.core.ReportField;
import org.luoshi.reporting.offline.OfflineForm;
import org.luoshi.reporting.offline.OfflineMarks;
import org.luoshi.spreadsheets.FormSheet;

/** The form of one unit as a sheet: only what is to be filled in can be, and each row carries the mark by which it is found again. */
final class OfflineSheet {

    private static final List<Integer> WIDTHS = List.of(30, 26, 12, 10, 30, 40, 4, 4);
    private static final int SHOWN = 6;

    private final OfflineForm form;
    private final Page page;
    private final List<List<Cell>> lines = new ArrayList<>();

    private OfflineSheet(OfflineForm form, Page page) {
        this.form = form;
        this.page = page;
    }

    static FormSheet of(OfflineForm form, String back, Page page) {
        OfflineSheet sheet = new OfflineSheet(form, page);
        sheet.head(back);
        form.open().form().fields().forEach(sheet::field);
        sheet.end();
        return new FormSheet(page.t("reporting.offline.sheet"), WIDTHS, SHOWN, sheet.lines);
    }

    private void head(String back) {
        line(Cell.of(form.open().regime().title(), Style.TITLE));
        row(
                OfflineMarks.FORM,
                form.token(),
                Cell.of(form.fullName(), Style.TEXT),
                Cell.of(
                        page.t(
                                        "reporting.offline.form-period",
                                        "day",
                                        page.date(form.open().round().period())) + "　"
                                + page.t(
                                        "reporting.fill.due",
                                        "due",
                                        page.due(form.open().round().due())),
                        Style.TEXT));
        line(Cell.of(OfflineText.how(page, form), Style.TEXT));
        line(Cell.of(page.t("reporting.offline.back", "address", back), Style.TEXT));
        if (form.stands() != null) {
            line(Cell.of(OfflineText.stands(page, form), Style.TEXT));
        }
        line();
        line(
                heading("reporting.offline.column.what"),
                heading("reporting.offline.column.answer"),
                heading("reporting.fill.unknown"),
                heading("reporting.offline.column.measure"),
                heading("reporting.offline.column.last"),
                heading("reporting.offline.column.definition"));
        tick(OfflineMarks.ZERO, "reporting.fill.zero", page.t("reporting.offline.zero-hint"));
    }

    private void field(ReportField field) {
        List<String> choices = field.kind() == FieldKind.CHOICE
                ? field.choices()
                : field.kind() == FieldKind.YES_NO
                        ? List.of(page.t("reporting.totals.yes"), page.t("reporting.totals.no"))
                        : List.of();
        row(
                OfflineMarks.VALUE + field.code(),
                "",
                box(field.name() + (field.required() ? " *" : "")),
                new Cell("", field.kind() == FieldKind.TEXT ? Style.ANSWER_TEXT : Style.ANSWER, choices),
                form.mayBeUnknown(field)
                        ? new Cell("", Style.ANSWER, List.of(page.t("reporting.offline.tick")))
                        : box(""),
                box(field.kind().isNumber() ? field.measure() : ""),
                hint(OfflineText.last(page, form, field)),
                hint(field.definition()));
    }

    private void end() {
        tick(OfflineMarks.PART, "reporting.fill.part", page.t("reporting.fill.part.hint"));
        if (form.stands() != null) {
            answer(OfflineMarks.REASON, page.t("reporting.fill.reason"), page.t("reporting.fill.reason.hint"));
        }
        answer(OfflineMarks.SIGNER, page.t("reporting.fill.told-by") + " *", "");
        answer(OfflineMarks.TELEPHONE, page.t("reporting.contact.telephone") + " *", "");
        line();
        for (FormRule rule : form.open().form().rules()) {
            line(Cell.of(page.t("reporting.offline.rule", "rule", rule.message()), Style.TEXT));
        }
    }

    private void tick(String key, String label, String hint) {
        row(
                key,
                "",
                box(page.t(label)),
                new Cell("", Style.ANSWER, List.of(page.t("reporting.offline.tick"))),
                box(""),
                box(""),
                box(""),
                hint(hint));
    }

    private void answer(String key, String label, String hint) {
        row(key, "", box(label), Cell.of("", Style.ANSWER_TEXT), box(""), box(""), box(""), hint(hint));
    }

    private Cell heading(String key) {
        return Cell.of(page.t(key), Style.HEAD);
    }

    private static Cell box(String text) {
        return Cell.of(text, Style.BOX);
    }

    private static Cell hint(String text) {
        return Cell.of(text, Style.HINT);
    }

    private void line(Cell... cells) {
        lines.add(List.of(cells));
    }

    /** A row that is found again by its mark, which stands where nobody looks. */
    private void row(String key, String token, Cell... cells) {
        List<Cell> row = new ArrayList<>(Arrays.asList(cells));
        while (row.size() < OfflineMarks.KEY) {
            row.add(Cell.of("", Style.TEXT));
        }
        row.add(Cell.of(key, Style.TEXT));
        row.add(Cell.of(token, Style.TEXT));
        lines.add(row);
    }
}

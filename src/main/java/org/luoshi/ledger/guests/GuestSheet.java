package org.luoshi.ledger.guests;

import static org.luoshi.spreadsheets.FormSheet.Cell;
import static org.luoshi.spreadsheets.FormSheet.Style;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.luoshi.ledger.core.AssignmentStep;
import org.luoshi.platform.Page;
import org.luoshi.spreadsheets.FormSheet;

/** The workbook for one unit as a sheet: only answers can be filled in, and each row carries the mark by which it is found again. */
public final class GuestSheet {

    private static final List<Integer> WIDTHS = List.of(26, 60, 46, 4, 4);
    private static final int SHOWN = 3;

    private final GuestForm form;
    private final Page page;
    private final List<List<Cell>> lines = new ArrayList<>();

    private GuestSheet(GuestForm form, Page page) {
        this.form = form;
        this.page = page;
    }

    public static FormSheet of(GuestForm form, Page page) {
        GuestSheet sheet = new GuestSheet(form, page);
        sheet.head();
        for (int part = 1; part <= form.tasks().size(); part++) {
            sheet.part(part, form.tasks().get(part - 1));
        }
        sheet.end();
        return new FormSheet(page.t("ledger.guests.sheet"), WIDTHS, SHOWN, sheet.lines);
    }

    private void head() {
        lines.add(List.of(Cell.of(page.t("ledger.guests.sheet.title", "unit", form.unit()), Style.TITLE)));
        row(
                GuestMarks.FORM,
                form.token(),
                Cell.of(page.t("ledger.guests.sheet.how"), Style.TEXT),
                Cell.of("", Style.TEXT),
                Cell.of("", Style.TEXT));
        lines.add(List.of(Cell.of(
                page.t("ledger.guests.sheet.until", "day", page.date(form.until()), "office", page.officeName()),
                Style.TEXT)));
        lines.add(List.of());
    }

    private void part(int part, GuestTask task) {
        String number = task.number() == null ? "" : task.number() + "　";
        lines.add(List.of(
                head(part + "　" + number),
                head(task.title()),
                head(
                        task.due() == null
                                ? page.t("ledger.without-limit")
                                : page.t("ledger.guests.due", "due", page.due(task.due())))));
        if (task.duty() != null) {
            lines.add(List.of(box(page.t("ledger.guests.duty")), box(task.duty()), box("")));
        }
        if (task.maySign()) {
            answer(part, GuestMarks.SIGN, page.t("ledger.guests.sign") + " *", "", GuestWords.signs(page), false);
            answer(
                    part,
                    GuestMarks.SIGN_WORDS,
                    page.t("ledger.guests.sign-words"),
                    page.t("ledger.guests.sign-words.hint"),
                    List.of(),
                    true);
        }
        answer(
                part,
                GuestMarks.KIND,
                page.t("ledger.report.kind"),
                page.t("ledger.guests.sheet.kind"),
                task.kinds().stream()
                        .map(kind -> page.t("ledger.feedback-kind", kind))
                        .toList(),
                false);
        answer(
                part,
                GuestMarks.BODY,
                page.t("ledger.report.body"),
                page.t("ledger.guests.sheet.body"),
                List.of(),
                true);
        for (int point = 1; point <= task.points().size(); point++) {
            GuestTask.Point asked = task.points().get(point - 1);
            answer(
                    part,
                    GuestMarks.POINT + asked.id(),
                    page.t("ledger.guests.sheet.point", "number", point),
                    asked.text(),
                    List.of(),
                    true);
        }
        answer(
                part,
                GuestMarks.FORECAST,
                page.t("ledger.report.forecast-label"),
                page.t("ledger.guests.sheet.day"),
                List.of(),
                false);
        answer(part, GuestMarks.HELP, page.t("ledger.report.help-label"), "", List.of(), true);
        lines.add(List.of());
    }

    private void end() {
        row(
                GuestMarks.SIGNER,
                "",
                box(page.t("ledger.guests.signer") + " *"),
                Cell.of("", Style.ANSWER_TEXT),
                hint(page.t("ledger.guests.signer.hint")));
        row(
                GuestMarks.TELEPHONE,
                "",
                box(page.t("ledger.guests.telephone") + " *"),
                Cell.of("", Style.ANSWER_TEXT),
                hint(""));
    }

    private void answer(int part, String mark, String label, String hint, List<String> choices, boolean asText) {
        row(
                GuestMarks.of(part, mark),
                "",
                box(label),
                new Cell("", asText ? Style.ANSWER_TEXT : Style.ANSWER, choices),
                hint(hint));
    }

    private static Cell head(String text) {
        return Cell.of(text, Style.HEAD);
    }

    private static Cell box(String text) {
        return Cell.of(text, Style.BOX);
    }

    private static Cell hint(String text) {
        return Cell.of(text, Style.HINT);
    }

    /** A row that is found again by its mark, which stands where nobody looks. */
    private void row(String key, String token, Cell... cells) {
        List<Cell> row = new ArrayList<>(Arrays.asList(cells));
        row.add(Cell.of(key, Style.TEXT));
        row.add(Cell.of(token, Style.TEXT));
        lines.add(row);
    }

    /** The words that stand for a way of signing. */
    static List<AssignmentStep> signing() {
        return List.of(AssignmentStep.SIGN, AssignmentStep.OBJECT, AssignmentStep.SIGN_AND_ASK);
    }
}

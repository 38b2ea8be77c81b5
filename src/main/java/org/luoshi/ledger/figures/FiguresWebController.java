package org.luoshi.ledger.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.luoshi.spreadsheets.SpreadsheetsApi;
import org.luoshiui.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The figures of a period, the rows behind each of them, and the table as Excel. */
@Controller
@RequestMapping("/ledger/figures")
class FiguresWebController {

    private static final int ROWS = 100;

    private final LedgerFigures figures;
    private final FiguresView view;
    private final SpreadsheetsApi spreadsheets;
    private final Templates templates;

    FiguresWebController(LedgerFigures figures, FiguresView view, SpreadsheetsApi spreadsheets, Templates templates) {
        this.figures = figures;
        this.view = view;
        this.spreadsheets = spreadsheets;
        this.templates = templates;
    }

    @GetMapping
    View figures(FiguresForm form, Page page, @CurrentActor Actor actor) {
        try {
            FigureTable table = figures.table(view.question(form, page), page.locale(), actor);
            return Html.of(templates.ledgerFigures(page, view, form, table, choices(page), Map.of()));
        } catch (BusinessException refusal) {
            if (refusal.error().kind() == ErrorCode.Kind.FORBIDDEN) {
                throw refusal;
            }
            return Html.withStatus(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    templates.ledgerFigures(page, view, form, null, choices(page), FiguresTyped.errors(page, refusal)));
        }
    }

    private Map<FigureGrouping, Map<String, String>> choices(Page page) {
        return Map.of(
                FigureGrouping.KIND, view.choices(FigureGrouping.KIND, page),
                FigureGrouping.LEADER, view.choices(FigureGrouping.LEADER, page),
                FigureGrouping.LIMIT_CLASS, view.choices(FigureGrouping.LIMIT_CLASS, page));
    }

    @GetMapping("/rows")
    View rows(
            FiguresForm form,
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") String side,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String offset,
            Page page,
            @CurrentActor Actor actor) {
        Indicator asked = FiguresForm.choice("indicator", Indicator.class, indicator);
        Side which = side.isEmpty() ? asked.side() : FiguresForm.choice("side", Side.class, side);
        FiguresQuestion question = view.question(form, page);
        String line = key.isEmpty() ? null : key.substring(1);
        FactPage rows = figures.rows(question, asked.measure(), which, line, ROWS, FiguresTyped.offset(offset), actor);
        return Html.of(templates.ledgerFigureRows(
                page, view, form, asked, which, question, figures.line(question, line, page.locale()), rows));
    }

    @GetMapping("/table")
    View table(FiguresForm form, Page page, @CurrentActor Actor actor) {
        FigureTable table = figures.table(view.question(form, page), page.locale(), actor);
        FiguresPeriod period = table.question().period();
        String name = page.t("ledger.figures.file", "from", period.from(), "to", period.to());
        if (table.question().asOf() != null) {
            name += " " + page.t("ledger.figures.as-of-day", "day", form.day(page));
        }
        String file = name + ".xlsx";
        List<String> head = new ArrayList<>(
                List.of(page.t("ledger.figures.by", table.question().grouping())));
        for (Indicator indicator : Indicator.values()) {
            head.add(page.t("ledger.figures.indicator", indicator));
            if (indicator.isRate()) {
                head.add(page.t("ledger.figures.numerator", "name", page.t("ledger.figures.indicator", indicator)));
                head.add(page.t("ledger.figures.denominator", "name", page.t("ledger.figures.indicator", indicator)));
            }
        }
        Stream<List<String>> rows =
                Stream.concat(table.lines().stream(), Stream.of(table.all())).map(line -> cells(line, page));
        return FiguresDownload.of(
                FiguresDownload.XLSX, file, out -> spreadsheets.write(out, page.t("ledger.figures"), head, rows));
    }

    private List<String> cells(FigureLine line, Page page) {
        List<String> cells = new ArrayList<>();
        cells.add(line.isTotal() ? page.t("ledger.figures.all") : view.called(page, line.line()));
        for (Indicator indicator : Indicator.values()) {
            cells.add(line.written(indicator));
            if (indicator.isRate()) {
                cells.add(String.valueOf(line.of(indicator.measure()).hit()));
                cells.add(String.valueOf(line.of(indicator.measure()).judged()));
            }
        }
        return cells;
    }
}

package org.luoshi.ledger.web;

import java.util.List;
import org.luoshi.ledger.core.ImportDryRun;
import org.luoshi.ledger.core.ImportRow;

/**
 * The rows of a dry run that are on the screen.
 *
 * @param show {@code all} or {@code problems}
 * @param number of the page, from 1
 */
public record ImportRowsView(String show, int number, int pages, List<ImportRow> rows) {

    private static final int A_PAGE = 100;

    static ImportRowsView of(ImportDryRun plan, String show, int wanted) {
        boolean problems = show.equals("problems");
        List<ImportRow> all = plan.rows().stream()
                .filter(row -> !problems || row.hasErrors() || row.hasWarnings())
                .toList();
        int pages = Math.max(1, (all.size() + A_PAGE - 1) / A_PAGE);
        int number = Math.max(1, Math.min(wanted, pages));
        List<ImportRow> rows = all.subList((number - 1) * A_PAGE, Math.min(number * A_PAGE, all.size()));
        return new ImportRowsView(problems ? "problems" : "all", number, pages, rows);
    }
}

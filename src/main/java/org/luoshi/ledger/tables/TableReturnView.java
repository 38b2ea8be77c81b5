package org.luoshi.ledger.tables;

import java.util.List;

/**
 * The rows of a file that came back, as far as they are on the screen.
 *
 * @param show {@code all} or {@code open}: those that want a decision
 * @param number of the page, from 1
 */
public record TableReturnView(String show, int number, int pages, List<TableReturnRow> rows) {

    private static final int A_PAGE = 100;

    static String known(String show) {
        return show.equals("open") ? "open" : "all";
    }

    static TableReturnView of(TableReturnPlan plan, String show, int wanted) {
        boolean open = show.equals("open");
        List<TableReturnRow> all =
                plan.rows().stream().filter(row -> !open || row.wantsDecision()).toList();
        int pages = Math.max(1, (all.size() + A_PAGE - 1) / A_PAGE);
        int number = Math.max(1, Math.min(wanted, pages));
        List<TableReturnRow> rows = all.subList((number - 1) * A_PAGE, Math.min(number * A_PAGE, all.size()));
        return new TableReturnView(open ? "open" : "all", number, pages, rows);
    }
}

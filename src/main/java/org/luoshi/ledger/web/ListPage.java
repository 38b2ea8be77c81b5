package org.luoshi.ledger.web;

import java.util.List;
import java.util.Set;
import org.luoshi.ledger.bulk.BulkAction;
import org.luoshi.ledger.core.ItemPage;
import org.luoshi.ledger.core.LedgerChoice;
import org.luoshi.ledger.core.LedgerCounts;
import org.luoshi.ledger.core.ListTotal;
import org.luoshi.ledger.views.ListColumn;
import org.luoshi.ledger.views.SavedView;

/**
 * The page of the ledger as a list.
 *
 * @param filters what narrows the list beside its view, each with the address that takes it off
 * @param actions what the viewer may do to many items at once; empty where nothing
 */
public record ListPage(
        ListForm form,
        LedgerCounts counts,
        ListTotal total,
        ItemPage items,
        List<LedgerChoice> kinds,
        List<PersonChoice> officers,
        List<SavedView> saved,
        Set<ListColumn> columns,
        List<Narrowed> filters,
        List<BulkAction> actions,
        boolean officer) {

    /** One filter in words. */
    public record Narrowed(String words, String without) {}

    public boolean shows(ListColumn column) {
        return columns.contains(column);
    }
}

package org.luoshi.ledger.tables;

import org.jspecify.annotations.Nullable;
import org.luoshi.shared.BusinessException;

/**
 * A cell that says something else than the ledger.
 *
 * @param before as the ledger says now
 * @param after as the file says
 * @param edit what it does; null where it is refused
 * @param refusal why it cannot be done; null where it can
 */
public record TableDifference(
        TableColumn column,
        String before,
        String after,
        @Nullable TableEdit edit,
        @Nullable BusinessException refusal) {

    TableDifference refusedFor(BusinessException why) {
        return new TableDifference(column, before, after, null, why);
    }

    public boolean isRefused() {
        return refusal != null;
    }

    /** True where the limit is not written but asked for. */
    public boolean isRequest() {
        return edit != null && edit.extension() != null;
    }
}

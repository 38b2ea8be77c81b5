package org.luoshi.ledger.tables;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.shared.BusinessException;

/**
 * A row that came back, beside the item as it is now.
 *
 * @param itemId null for a row that becomes a draft, and where no item is known
 * @param reference what the item is called
 * @param version of the item now; 0 where there is none
 * @param conflict the item changed since the file was written, or the file does not say when that was
 * @param meanwhile what changed since
 * @param refusal why the whole row cannot be done
 */
public record TableReturnRow(
        int row,
        Kind kind,
        @Nullable UUID itemId,
        String reference,
        String title,
        int version,
        boolean conflict,
        List<TableDifference> differences,
        List<Meanwhile> meanwhile,
        @Nullable BusinessException refusal,
        @Nullable TableDecision decision) {

    /** What becomes of a row. */
    public enum Kind {
        CHANGE,
        NEW
    }

    /**
     * What somebody else changed since the file was written.
     *
     * @param then as the file still says; null where it was edited there too
     */
    public record Meanwhile(TableColumn column, @Nullable String then, String now) {}

    public boolean isLeft() {
        return decision != null && decision.choice() == TableDecision.Choice.LEAVE;
    }

    /** Taken by choice, and nothing has changed since that choice. */
    public boolean isTaken() {
        return decision != null
                && decision.choice() == TableDecision.Choice.TAKE
                && decision.version() == version
                && mayBeTaken();
    }

    /** True where there is something left to do without what is refused. */
    public boolean mayBeTaken() {
        return refusal == null && differences.stream().anyMatch(difference -> !difference.isRefused());
    }

    public boolean hasRefusedCells() {
        return differences.stream().anyMatch(TableDifference::isRefused);
    }

    public boolean isRefused() {
        return refusal != null || hasRefusedCells();
    }

    /** True where it does not go by itself, whatever was decided. */
    public boolean wantsDecision() {
        return conflict || isRefused();
    }

    /** True while it keeps the whole from being carried out. */
    public boolean isUndecided() {
        return wantsDecision() && !isLeft() && !isTaken();
    }

    public boolean isCarriedOut() {
        return !isLeft() && !isUndecided() && mayBeTaken();
    }

    List<TableDifference> done() {
        return differences.stream()
                .filter(difference -> !difference.isRefused())
                .toList();
    }
}

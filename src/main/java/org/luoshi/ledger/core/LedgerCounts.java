package org.luoshi.ledger.core;

import java.util.OptionalInt;

/** The figures over the list; each is the number of rows of its view. */
public record LedgerCounts(int open, int red, int yellow, int today, int silent, int mine, int closed) {

    /** How many rows a filter has that is nothing but a view, where that was counted anyway. */
    public OptionalInt of(ItemFilter filter) {
        if (!filter.isOnlyAView()) {
            return OptionalInt.empty();
        }
        return switch (filter.view()) {
            case OPEN -> OptionalInt.of(open);
            case RED -> OptionalInt.of(red);
            case YELLOW -> OptionalInt.of(yellow);
            case TODAY -> OptionalInt.of(today);
            case SILENT -> OptionalInt.of(silent);
            case MINE -> OptionalInt.of(mine);
            case CLOSED -> OptionalInt.of(closed);
            case ENDED, ALL -> OptionalInt.empty();
        };
    }
}

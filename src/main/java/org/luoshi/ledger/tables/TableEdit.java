package org.luoshi.ledger.tables;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.ItemTerms;

/**
 * What an edited cell does.
 *
 * @param terms writes it into the item's terms
 * @param extension or asks for the limit to be moved to this day
 * @param reason why it is to be moved
 */
public record TableEdit(
        @Nullable Consumer<ItemTerms> terms,
        @Nullable LocalDate extension,
        @Nullable String reason) {

    static TableEdit of(Consumer<ItemTerms> terms) {
        return new TableEdit(terms, null, null);
    }
}

package org.luoshi.ledger.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the ledger.
 *
 * @param nextCursor where the next page begins; null on the last
 * @param total how many there are on all pages, where that was seen on the way
 */
public record ItemPage(
        List<ItemRow> rows,
        @Nullable String nextCursor,
        @Nullable ListTotal total) {}

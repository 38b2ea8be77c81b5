package org.luoshi.ledger.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the ledger.
 *
 * @param nextCursor where the next page begins; null on the last
 */
public record ItemPage(List<ItemRow> rows, @Nullable String nextCursor) {}

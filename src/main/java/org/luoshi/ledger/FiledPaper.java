package org.luoshi.ledger;

import java.util.List;
import java.util.UUID;

/**
 * What became of a paper.
 *
 * @param sourceId its page is {@code /ledger/sources/<id>}
 * @param itemIds the drafts, in the order of the paper's items
 */
public record FiledPaper(UUID sourceId, List<UUID> itemIds) {}

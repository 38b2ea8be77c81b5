package org.luoshi.ledger.views;

import java.util.UUID;

/**
 * A way of looking at the ledger under a name.
 *
 * @param query the address behind {@code /ledger?}
 * @param own the viewer made it and may take it away
 */
public record SavedView(UUID id, String name, String owner, String query, boolean shared, boolean own) {}

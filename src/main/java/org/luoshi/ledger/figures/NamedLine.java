package org.luoshi.ledger.figures;

import org.jspecify.annotations.Nullable;

/**
 * What a line of a table is called.
 *
 * @param name as it was at the end of the period
 * @param laterName what it is called, or part of, today; null where that is the same
 * @param merged true where it is part of {@code laterName} today
 */
public record NamedLine(String key, String name, @Nullable String laterName, boolean merged) {}

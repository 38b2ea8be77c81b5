package org.luoshi.reporting.totals;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some silent units in the official order.
 *
 * @param next the key to go on after; null on the last page
 */
public record SilentPage(List<SilentUnit> units, @Nullable Long next) {}

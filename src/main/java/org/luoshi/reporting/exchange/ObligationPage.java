package org.luoshi.reporting.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the obligations of a round, in the official order.
 *
 * @param next where the next page begins; null at the end
 */
public record ObligationPage(
        List<StandingAnswer> obligations, @Nullable String next) {}

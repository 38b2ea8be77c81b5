package org.luoshi.reporting.core;

import org.jspecify.annotations.Nullable;

/**
 * A round with everything that taking a report needs.
 *
 * @param before the round before this one, which rules compare with
 */
public record OpenRound(
        Regime regime,
        Round round,
        ReportForm form,
        @Nullable Round before) {}

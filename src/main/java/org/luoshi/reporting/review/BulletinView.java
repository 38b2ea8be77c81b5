package org.luoshi.reporting.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.Regime;

/**
 * A bulletin with what came after it.
 *
 * @param count changes after it, or after the last erratum to it
 * @param changes the first of them
 * @param errata that the reader may see
 * @param office whether the reader may draw, word and issue
 */
public record BulletinView(
        Regime regime,
        Bulletin bulletin,
        int count,
        List<BulletinChange> changes,
        List<Erratum> errata,
        String madeBy,
        @Nullable String issuedBy,
        boolean office) {}

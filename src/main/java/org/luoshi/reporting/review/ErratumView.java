package org.luoshi.reporting.review;

import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.Regime;

/** An erratum with the bulletin it corrects. */
public record ErratumView(
        Regime regime,
        Bulletin bulletin,
        Erratum erratum,
        String madeBy,
        @Nullable String issuedBy,
        boolean office) {}

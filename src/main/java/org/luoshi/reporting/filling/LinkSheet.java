package org.luoshi.reporting.filling;

import java.time.LocalDate;
import java.util.List;
import org.luoshi.reporting.core.Regime;

/** Links just made: the only time that their words are shown. */
public record LinkSheet(Regime regime, long node, LocalDate until, List<Line> lines) {

    /** A unit and the word that opens its page. */
    public record Line(String unit, String word) {}
}

package org.luoshi.ledger.figures;

import java.util.List;

/** A line of a bulletin's table, with the name it had when the bulletin was issued. */
public record FrozenLine(String key, String name, List<FrozenCell> cells) {

    /** "—" for an indicator that came later. */
    public FrozenCell of(Indicator indicator) {
        return cells.stream()
                .filter(cell -> cell.indicator() == indicator)
                .findFirst()
                .orElseGet(() -> new FrozenCell(indicator, "—", 0, 0));
    }
}

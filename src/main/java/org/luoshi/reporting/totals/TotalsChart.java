package org.luoshi.reporting.totals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pictures of a page of totals are drawn from: every number field over the children and over the last rounds. */
public record TotalsChart(List<ChartField> fields) {

    /** One field: a tile for each child and a moment for each round. */
    public record ChartField(String code, String name, String measure, List<Tile> tiles, List<Moment> moments) {}

    /** @param value null where nobody there gave a number */
    public record Tile(String name, @Nullable BigDecimal value, int known, int owed, String href) {}

    /** @param value null where nobody gave a number, so that the line is broken there */
    public record Moment(LocalDate period, @Nullable BigDecimal value, int known, int owed) {}
}

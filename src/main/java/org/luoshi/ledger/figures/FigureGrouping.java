package org.luoshi.ledger.figures;

/** What each line of a table of figures stands for. */
public enum FigureGrouping {
    UNIT("unit_id::text"),
    KIND("kind"),
    LEADER("leader_post_id::text"),
    LIMIT_CLASS("limit_class"),
    MONTH("to_char(month, 'YYYY-MM')");

    private final String key;

    FigureGrouping(String key) {
        this.key = key;
    }

    /** Its key over rows that have {@link FactStore}'s columns. */
    String key() {
        return key;
    }
}

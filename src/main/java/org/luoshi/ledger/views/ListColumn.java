package org.luoshi.ledger.views;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Columns of the ledger beside the light and the item itself, which are always there; in the order in which they stand. */
public enum ListColumn {
    NUMBER(true),
    LEAD(true),
    DUE(true),
    ORIGINAL_DUE(false),
    OFFICER(false),
    LEADER(false),
    LABEL(false),
    STATE(false),
    ACTIVITY(true),
    STRIP(true);

    /** What is shown to somebody who chose nothing. */
    public static final Set<ListColumn> STANDARD = standard();

    private final boolean isStandard;

    ListColumn(boolean isStandard) {
        this.isStandard = isStandard;
    }

    private static Set<ListColumn> standard() {
        EnumSet<ListColumn> standard = EnumSet.noneOf(ListColumn.class);
        Arrays.stream(values()).filter(column -> column.isStandard).forEach(standard::add);
        return standard;
    }

    /** Those that are named; what is no column is left out, and nothing chosen is the standard. */
    public static Set<ListColumn> of(@Nullable List<String> names) {
        EnumSet<ListColumn> chosen = EnumSet.noneOf(ListColumn.class);
        if (names != null) {
            Arrays.stream(values())
                    .filter(column -> names.contains(column.name()))
                    .forEach(chosen::add);
        }
        return chosen.isEmpty() ? STANDARD : chosen;
    }
}

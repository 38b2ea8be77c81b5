package org.luoshi.ledger.core;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to show of the ledger. Every part may be left out.
 *
 * @param view OPEN (the default), RED, YELLOW, SILENT, TODAY, MINE, CLOSED, ENDED, ALL
 * @param text two characters or more of the title, the points or the number; simplified and traditional alike
 * @param inReports look for the text in the reports too
 * @param sort DUE (the default), NUMBER, NEWEST, ACTIVITY
 * @param asOf the ledger as it stood at the end of this day; null: as it stands now
 */
public record ItemFilter(
        View view,
        @Nullable UUID unitId,
        @Nullable Part part,
        @Nullable String sourceKind,
        @Nullable UUID leaderPostId,
        @Nullable UUID officerId,
        @Nullable ItemState state,
        @Nullable String label,
        @Nullable String text,
        Sort sort,
        @Nullable LocalDate asOf,
        boolean inReports) {

    /** Ready-made cuts through the ledger. */
    public enum View {
        OPEN,
        RED,
        YELLOW,
        TODAY,
        SILENT,
        MINE,
        CLOSED,
        ENDED,
        ALL
    }

    /** Orders of the list. */
    public enum Sort {
        DUE,
        NUMBER,
        NEWEST,
        ACTIVITY
    }

    public static ItemFilter open() {
        return new ItemFilter(View.OPEN, null, null, null, null, null, null, null, null, Sort.DUE, null, false);
    }

    /** True where nothing but a ready-made cut is asked for, whatever the order. */
    public boolean isOnlyAView() {
        return equals(open().withView(view).withSort(sort));
    }

    /** True where words are looked for in the whole ledger, in all that is open or in all that has ended. */
    boolean isViewWithText() {
        return (view == View.ALL || view == View.OPEN || view == View.ENDED)
                && withText(null).isOnlyAView();
    }

    public ItemFilter withView(View other) {
        return new ItemFilter(
                other, unitId, part, sourceKind, leaderPostId, officerId, state, label, text, sort, asOf, inReports);
    }

    public ItemFilter withSort(Sort other) {
        return new ItemFilter(
                view, unitId, part, sourceKind, leaderPostId, officerId, state, label, text, other, asOf, inReports);
    }

    public ItemFilter withUnit(@Nullable UUID other) {
        return new ItemFilter(
                view, other, part, sourceKind, leaderPostId, officerId, state, label, text, sort, asOf, inReports);
    }

    public ItemFilter withText(@Nullable String other) {
        return new ItemFilter(
                view, unitId, part, sourceKind, leaderPostId, officerId, state, label, other, sort, asOf, inReports);
    }

    public ItemFilter withAsOf(@Nullable LocalDate other) {
        return new ItemFilter(
                view, unitId, part, sourceKind, leaderPostId, officerId, state, label, text, sort, other, inReports);
    }

    public ItemFilter withReports(boolean other) {
        return new ItemFilter(
                view, unitId, part, sourceKind, leaderPostId, officerId, state, label, text, sort, asOf, other);
    }
}

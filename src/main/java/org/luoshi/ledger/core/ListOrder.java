package org.luoshi.ledger.core;

/**
 * How the list is sorted, as a key that is text (so that a cursor can carry it) and a condition that continues behind the cursor.
 * The columns are compared as they are, so that their indexes serve.
 */
enum ListOrder {
    DUE(
            "coalesce(i.due, 'infinity'::timestamptz)::text",
            "coalesce(i.due, 'infinity'::timestamptz), i.id",
            "(coalesce(i.due, 'infinity'::timestamptz), i.id) > (:cursorKey::timestamptz, :cursorId)"),
    NUMBER(
            "(coalesce(i.year, 0) * 1000000 + coalesce(i.sequence, 0))::text",
            "(coalesce(i.year, 0) * 1000000 + coalesce(i.sequence, 0)) desc, i.id desc",
            "((coalesce(i.year, 0) * 1000000 + coalesce(i.sequence, 0)), i.id) < (:cursorKey::int, :cursorId)"),
    NEWEST("''", "i.id desc", "(:cursorKey = '' and i.id < :cursorId)"),
    ACTIVITY(
            "i.last_activity_at::text",
            "i.last_activity_at desc, i.id desc",
            "(i.last_activity_at, i.id) < (:cursorKey::timestamptz, :cursorId)");

    private final String key;
    private final String orderBy;
    private final String afterCursor;

    ListOrder(String key, String orderBy, String afterCursor) {
        this.key = key;
        this.orderBy = orderBy;
        this.afterCursor = afterCursor;
    }

    static ListOrder of(ItemFilter.Sort sort) {
        return valueOf(sort.name());
    }

    String key() {
        return key;
    }

    String orderBy() {
        return orderBy;
    }

    String afterCursor() {
        return afterCursor;
    }
}

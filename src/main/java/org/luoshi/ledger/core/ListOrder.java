package org.luoshi.ledger.core;

import java.util.regex.Pattern;

/**
 * How the list is sorted, as a key that is text (so that a cursor can carry it) and a condition that continues behind the cursor.
 * The columns are compared as they are, so that their indexes serve.
 */
enum ListOrder {
    DUE(
            "infinity|\\d{4,6}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?[+-]\\d\\d(:\\d\\d)?",
            "coalesce(i.due, 'infinity'::timestamptz)::text",
            "coalesce(i.due, 'infinity'::timestamptz), i.id",
            "(coalesce(i.due, 'infinity'::timestamptz), i.id) > (:cursorKey::timestamptz, :cursorId)"),
    NUMBER(
            "\\d{1,10}",
            "(coalesce(i.year, 0) * 1000000 + coalesce(i.sequence, 0))::text",
            "(coalesce(i.year, 0) * 1000000 + coalesce(i.sequence, 0)) desc, i.id desc",
            "((coalesce(i.year, 0) * 1000000 + coalesce(i.sequence, 0)), i.id) < (:cursorKey::int, :cursorId)"),
    NEWEST("", "''", "i.id desc", "(:cursorKey = '' and i.id < :cursorId)"),
    ACTIVITY(
            "\\d{4,6}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?[+-]\\d\\d(:\\d\\d)?",
            "i.last_activity_at::text",
            "i.last_activity_at desc, i.id desc",
            "(i.last_activity_at, i.id) < (:cursorKey::timestamptz, :cursorId)");

    private final Pattern form;
    private final String key;
    private final String orderBy;
    private final String afterCursor;

    ListOrder(String form, String key, String orderBy, String afterCursor) {
        this.form = Pattern.compile(form);
        this.key = key;
        this.orderBy = orderBy;
        this.afterCursor = afterCursor;
    }

    static ListOrder of(ItemFilter.Sort sort) {
        return valueOf(sort.name());
    }

    /** False for a cursor that was made up, or that belongs to another order. */
    boolean isKey(String text) {
        return form.matcher(text).matches();
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

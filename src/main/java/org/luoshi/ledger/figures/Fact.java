package org.luoshi.ledger.figures;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row behind a figure.
 *
 * @param at the instant by which it belongs to a period
 * @param subjectId what it is about: an item, a part, a report, a request, a visit
 * @param hit null: counted, but not judged
 */
public record Fact(
        Measure measure,
        Instant at,
        UUID unitId,
        UUID itemId,
        @Nullable UUID assignmentId,
        UUID subjectId,
        @Nullable Boolean hit,
        @Nullable BigDecimal amount,
        @Nullable Instant due,
        @Nullable Instant done,
        @Nullable String number,
        String title) {

    static Fact of(ResultSet row, int line) throws SQLException {
        return new Fact(
                Measure.valueOf(row.getString("measure")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("unit_key", UUID.class),
                row.getObject("item_id", UUID.class),
                row.getObject("assignment_id", UUID.class),
                row.getObject("subject_id", UUID.class),
                row.getObject("hit", Boolean.class),
                row.getBigDecimal("amount"),
                instant(row, "due"),
                instant(row, "done"),
                row.getString("number"),
                row.getString("title"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

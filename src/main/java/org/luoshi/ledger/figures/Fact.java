package org.luoshi.ledger.figures;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row behind a figure.
 *
 * @param at the instant by which it belongs to a period
 * @param subjectId what it is about: an item, a part, a report, a request, a visit
 * @param hit null: counted, but not judged
 * @param leaderPostId {@link FigureTotals#NOBODY} where no leader asked for it
 * @param limitClass empty where the item has a day of its own
 * @param month its first day
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
        String kind,
        UUID leaderPostId,
        String limitClass,
        LocalDate month,
        @Nullable String number,
        String title) {

    private static final String UNTITLED = "—";

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
                row.getString("kind"),
                row.getObject("leader_post_id", UUID.class),
                row.getString("limit_class"),
                row.getObject("month", LocalDate.class),
                row.getString("number"),
                row.getString("title"));
    }

    /** For whoever may not know yet what it is about. */
    Fact untitled() {
        return new Fact(
                measure,
                at,
                unitId,
                itemId,
                assignmentId,
                subjectId,
                hit,
                amount,
                due,
                done,
                kind,
                leaderPostId,
                limitClass,
                month,
                null,
                UNTITLED);
    }

    public boolean isTitled() {
        return !title.equals(UNTITLED);
    }

    /** The line to which it belongs. */
    String key(FigureGrouping grouping) {
        return switch (grouping) {
            case UNIT -> unitId.toString();
            case KIND -> kind;
            case LEADER -> leaderPostId.toString();
            case LIMIT_CLASS -> limitClass;
            case MONTH -> month.toString().substring(0, 7);
        };
    }

    boolean isBehind(Measure asked, Side side) {
        return measure == asked
                && switch (side) {
                    case ALL -> true;
                    case JUDGED -> hit != null;
                    case HIT -> Boolean.TRUE.equals(hit);
                    case MISS -> Boolean.FALSE.equals(hit);
                };
    }

    FigureSum sum() {
        return new FigureSum(
                1, hit == null ? 0 : 1, Boolean.TRUE.equals(hit) ? 1 : 0, amount == null ? BigDecimal.ZERO : amount);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

package org.luoshi.reporting.totals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.luoshi.reporting.core.ReportField;

/**
 * How the units of a place stand in one round and what their figures add up to, each figure with its own completeness.
 *
 * @param owed units that owe a report, without the exempt ones
 * @param zero of the reported ones, those whose standing report is a signed zero
 * @param late of the reported ones, those that came after the instant
 */
public record Totals(
        int owed,
        int exempt,
        int reported,
        int zero,
        int late,
        int confirmed,
        int questioned,
        List<FieldTotal> fields) {

    public static Totals none(List<ReportField> numbers) {
        return new Totals(
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                numbers.stream()
                        .map(field -> new FieldTotal(field, BigDecimal.ZERO, 0, 0))
                        .toList());
    }

    /** Units that owe and have not reported; they are missing once the instant has passed. */
    public int silent() {
        return Math.max(0, owed - reported);
    }

    public boolean isComplete() {
        return silent() == 0;
    }

    /** Nobody there is asked for anything. */
    public boolean isEmpty() {
        return owed == 0 && exempt == 0 && reported == 0;
    }

    /** Reported, and no level has looked at it yet. */
    public int unreviewed() {
        return reported - confirmed - questioned;
    }

    /** Reported without a word on this field, which was not required. */
    public int unsaid(FieldTotal field) {
        return reported - field.known() - field.unknown();
    }

    public Optional<FieldTotal> field(String code) {
        return fields.stream()
                .filter(total -> total.field().code().equals(code))
                .findFirst();
    }

    public Totals plus(Totals other) {
        return new Totals(
                owed + other.owed,
                exempt + other.exempt,
                reported + other.reported,
                zero + other.zero,
                late + other.late,
                confirmed + other.confirmed,
                questioned + other.questioned,
                IntStream.range(0, fields.size())
                        .mapToObj(n -> fields.get(n).plus(other.fields.get(n)))
                        .toList());
    }
}

package org.luoshi.reporting.core;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a group of reports changes in the kept totals of one place. */
final class TotalsChange {

    private final long place;
    private final List<ReportField> numbers;
    private final BigDecimal[] sums;
    private final int[] known;
    private final int[] unknown;
    private int reported;
    private int zero;
    private int late;
    private int confirmed;
    private int questioned;

    TotalsChange(long place, ReportForm form) {
        this.place = place;
        this.numbers = form.numbers();
        this.sums = new BigDecimal[numbers.size()];
        Arrays.fill(sums, BigDecimal.ZERO);
        this.known = new int[numbers.size()];
        this.unknown = new int[numbers.size()];
    }

    void add(Accepted report) {
        StandingReport before = report.standing();
        if (before.figures() != null) {
            count(before.figures(), -1);
            zero -= before.figures().zero() ? 1 : 0;
            confirmed -= before.review() == ReviewMark.CONFIRMED ? 1 : 0;
            questioned -= before.review() == ReviewMark.QUESTIONED ? 1 : 0;
        } else {
            reported++;
            late += report.late() ? 1 : 0;
        }
        count(report.figures(), 1);
        zero += report.figures().zero() ? 1 : 0;
    }

    private void count(Figures figures, int times) {
        for (int n = 0; n < numbers.size(); n++) {
            String code = numbers.get(n).code();
            @Nullable BigDecimal number = figures.number(code);
            if (number != null) {
                sums[n] = sums[n].add(times < 0 ? number.negate() : number);
                known[n] += times;
            } else if (figures.isUnknown(code)) {
                unknown[n] += times;
            }
        }
    }

    long place() {
        return place;
    }

    int reported() {
        return reported;
    }

    int zero() {
        return zero;
    }

    int late() {
        return late;
    }

    int confirmed() {
        return confirmed;
    }

    int questioned() {
        return questioned;
    }

    /** As an array of PostgreSQL. */
    String sums() {
        return Arrays.stream(sums).map(BigDecimal::toPlainString).collect(Collectors.joining(",", "{", "}"));
    }

    String known() {
        return written(known);
    }

    String unknown() {
        return written(unknown);
    }

    private static String written(int[] counts) {
        return Arrays.stream(counts).mapToObj(Integer::toString).collect(Collectors.joining(",", "{", "}"));
    }
}

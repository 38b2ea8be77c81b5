package org.luoshi.reporting.review;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.Figures;
import org.luoshi.reporting.core.ReportField;
import org.luoshi.reporting.core.ReportForm;

/** Why a report is worth a look. It says that something is seldom, never that it is wrong. */
public enum ReviewHint {
    /** A figure went up or down by at least half of what it was, and by no less than {@link #LEAST_CHANGE}. */
    CHANGED,
    ZERO_AFTER_FIGURES,
    LATE,
    ON_BEHALF,
    CORRECTED;

    static final BigDecimal LEAST_CHANGE = BigDecimal.valueOf(5);
    static final BigDecimal SHARE = new BigDecimal("0.5");

    static Set<ReviewHint> of(ReportForm form, Figures now, @Nullable Figures before) {
        Set<ReviewHint> hints = EnumSet.noneOf(ReviewHint.class);
        if (before != null) {
            if (now.zero() && !before.zero()) {
                hints.add(ZERO_AFTER_FIGURES);
            } else if (form.numbers().stream().anyMatch(field -> hasChanged(field, now, before))) {
                hints.add(CHANGED);
            }
        }
        return hints;
    }

    private static boolean hasChanged(ReportField field, Figures now, Figures before) {
        BigDecimal is = now.number(field.code());
        BigDecimal was = before.number(field.code());
        if (is == null || was == null) {
            return false;
        }
        BigDecimal change = is.subtract(was).abs();
        return change.compareTo(LEAST_CHANGE) >= 0 && change.compareTo(was.abs().multiply(SHARE)) >= 0;
    }
}

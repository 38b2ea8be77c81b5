package org.luoshi.ledger.figures;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which year is assessed by which rules, as it stands in the address.
 *
 * @param year empty: this one
 * @param rules empty: those of the day up to which it is assessed
 */
public record AssessmentQuestion(
        @Nullable String year, @Nullable String rules) {

    /** The last day that counts: today, or the end of a year that is over. */
    LocalDate until(LocalDate today) {
        String typed = FiguresForm.text(year);
        if (typed.isEmpty()) {
            return today;
        }
        if (!typed.matches("(19|20|21)\\d\\d") || Integer.parseInt(typed) > today.getYear()) {
            throw FiguresError.CHOICE.with(Map.of("field", "year", "value", typed));
        }
        int asked = Integer.parseInt(typed);
        return asked == today.getYear() ? today : LocalDate.of(asked, 12, 31);
    }

    @Nullable
    Integer version() {
        String typed = FiguresForm.text(rules);
        if (typed.isEmpty()) {
            return null;
        }
        int version = FiguresTyped.version(typed);
        if (version < 1) {
            throw FiguresError.CHOICE.with(Map.of("field", "rules", "value", typed));
        }
        return version;
    }

    public boolean isRules(int version) {
        return FiguresForm.text(rules).equals(String.valueOf(version));
    }
}

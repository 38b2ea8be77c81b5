package org.luoshi.study.core;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The class hours of one person in a year.
 *
 * @param asked null where no rule asks for any, and for those in care (P-37)
 * @param coursesAsked how many intensive courses a rule asks for; 0 for none
 */
public record StudyHoursRow(
        UUID personId,
        String name,
        String groupName,
        boolean care,
        BigDecimal attended,
        BigDecimal elsewhere,
        BigDecimal madeUp,
        @Nullable BigDecimal asked,
        int courses,
        int coursesAsked) {

    public BigDecimal total() {
        return attended.add(elsewhere).add(madeUp);
    }

    public boolean isReached() {
        return asked != null && total().compareTo(asked) >= 0 && courses >= coursesAsked;
    }

    /** What is still to be studied; zero where enough is or nothing is asked. */
    public BigDecimal rest() {
        return asked == null ? BigDecimal.ZERO : asked.subtract(total()).max(BigDecimal.ZERO);
    }
}

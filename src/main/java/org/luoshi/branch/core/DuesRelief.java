package org.luoshi.branch.core;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reduction or exemption in hardship (M-15): studied by the branch, approved above, with an end.
 *
 * @param monthly what is paid instead; null where nothing is
 * @param fromMonth first day of the first month
 * @param toMonth first day of the last month
 * @param reference of the approval
 */
public record DuesRelief(
        UUID id,
        UUID branchId,
        UUID personId,
        boolean exempt,
        @Nullable BigDecimal monthly,
        LocalDate studiedOn,
        LocalDate fromMonth,
        LocalDate toMonth,
        ReliefState state,
        @Nullable String reference) {

    public boolean isGrantedFor(LocalDate month) {
        return state == ReliefState.APPROVED && !month.isBefore(fromMonth) && !month.isAfter(toMonth);
    }
}

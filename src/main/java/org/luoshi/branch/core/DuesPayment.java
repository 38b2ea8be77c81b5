package org.luoshi.branch.core;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.rules.Demand.Payer;

/**
 * Dues that a member says they pay for a month or a quarter. What they were worked out from is known to the member alone.
 *
 * @param fromMonth first day of the first month
 * @param months one, or three for a quarter
 * @param receipt number of the receipt, once the branch confirmed
 */
public record DuesPayment(
        UUID id,
        UUID branchId,
        UUID personId,
        LocalDate fromMonth,
        int months,
        Payer payer,
        int band,
        BigDecimal amount,
        @Nullable String receipt,
        @Nullable LocalDate receivedOn) {

    public boolean isReceived() {
        return receivedOn != null;
    }

    public boolean covers(LocalDate month) {
        return !month.isBefore(fromMonth) && month.isBefore(fromMonth.plusMonths(months));
    }
}

package org.luoshi.branch.core;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A large voluntary payment (M-16): no dues, passed on in full. */
public record VoluntaryPayment(
        UUID id,
        UUID branchId,
        UUID personId,
        BigDecimal amount,
        LocalDate paidOn,
        @Nullable LocalDate sentOn,
        @Nullable String reference) {}

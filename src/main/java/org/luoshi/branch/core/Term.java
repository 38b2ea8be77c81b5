package org.luoshi.branch.core;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an election began.
 *
 * @param committee false where a secretary alone was elected (P-06)
 * @param approval reference of the superior's approval, of secretary and deputy and of an election brought forward or put off (P-09, P-11)
 */
public record Term(
        UUID id,
        UUID branchId,
        LocalDate electedOn,
        LocalDate endsOn,
        boolean committee,
        @Nullable String approval) {}

package org.luoshi.branch.core;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to begin a transfer.
 *
 * @param branchId the branch that begins it: the sending one, or for somebody from outside the receiving one
 * @param toBranch between two branches of this house
 * @param outside where to or from in words, for the other kinds
 * @param joinedOn of somebody from outside: admission as a probationary member
 * @param fullSince of somebody from outside; null while probationary
 */
public record BeginTransfer(
        UUID branchId,
        TransferKind kind,
        UUID personId,
        @Nullable UUID toBranch,
        @Nullable String outside,
        String cause,
        String letterNumber,
        LocalDate letterOn,
        LocalDate validUntil,
        @Nullable LocalDate joinedOn,
        @Nullable LocalDate fullSince) {}

package org.luoshi.branch.core;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The transfer of somebody's organisational relationship (组织关系).
 *
 * @param fromBranch null where it comes from outside
 * @param toBranch null where it goes outside
 * @param outside the side that is no branch of this house, in words
 * @param cause why it is moved (M-01)
 * @param validUntil last day on which the letter may be handed in (M-03)
 * @param joinedOn of somebody from outside
 */
public record Transfer(
        UUID id,
        int version,
        UUID personId,
        @Nullable UUID fromBranch,
        @Nullable UUID toBranch,
        @Nullable String outside,
        TransferState state,
        String cause,
        String letterNumber,
        LocalDate letterOn,
        LocalDate validUntil,
        @Nullable LocalDate joinedOn,
        @Nullable LocalDate fullSince,
        @Nullable LocalDate receivedOn,
        @Nullable String endReason) {

    /** The letter ran out and nobody has handed it in. */
    public boolean isOverdue(LocalDate day) {
        return state == TransferState.OUT_PENDING && day.isAfter(validUntil);
    }

    /** The branch of this house that acts for a side: the other one where that side is outside. */
    public UUID acting(TransferSide side) {
        UUID own = side == TransferSide.SENDER ? fromBranch : toBranch;
        UUID other = side == TransferSide.SENDER ? toBranch : fromBranch;
        return own != null ? own : Objects.requireNonNull(other);
    }
}

package org.luoshi.branch.core;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who comes onto the roll.
 *
 * @param from first day on this branch's roll
 * @param joinedOn the day of admission as a probationary member
 * @param fullSince the day of becoming a full member; null while probationary
 * @param cameFrom where from, in words; null for those who were here when the branch was set up
 */
public record NewMember(
        UUID personId,
        LocalDate from,
        LocalDate joinedOn,
        @Nullable LocalDate fullSince,
        Set<Trait> traits,
        @Nullable String cameFrom) {}

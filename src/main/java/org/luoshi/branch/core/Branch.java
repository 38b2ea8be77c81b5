package org.luoshi.branch.core;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A party branch.
 *
 * @param unitId the unit whose members it gathers
 * @param themeDay the relatively fixed day each month, in the branch's words (P-25)
 * @param approvedException reference of the superior's approval where its form or size departs from the rules (P-05)
 * @param endsBy of a temporary branch, when it will end (P-04)
 */
public record Branch(
        UUID id,
        int version,
        String name,
        UUID unitId,
        BranchKind kind,
        String themeDay,
        @Nullable String approvedException,
        LocalDate foundedOn,
        @Nullable LocalDate endsBy,
        @Nullable LocalDate endedOn)
        implements Days {

    @Override
    public LocalDate fromDay() {
        return foundedOn;
    }

    @Override
    public @Nullable LocalDate toDay() {
        return endedOn;
    }
}

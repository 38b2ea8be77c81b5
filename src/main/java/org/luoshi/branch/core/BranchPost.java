package org.luoshi.branch.core;

import java.util.EnumSet;
import java.util.Set;

/** Posts of a branch; those of P-07 must not stand vacant where there is a committee. */
public enum BranchPost {
    SECRETARY,
    DEPUTY_SECRETARY,
    ORGANISATION,
    PUBLICITY,
    DISCIPLINE,
    YOUTH,
    COMMITTEE_MEMBER;

    /** The posts that each committee fills (P-07). */
    public static final Set<BranchPost> REQUIRED =
            Set.copyOf(EnumSet.of(SECRETARY, ORGANISATION, PUBLICITY, DISCIPLINE));
}

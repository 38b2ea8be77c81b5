package org.luoshi.branch.core;

/** How far a reduction of dues has come. */
public enum ReliefState {
    /** The branch has studied it and proposes it. */
    STUDIED,
    APPROVED,
    DECLINED
}

package org.luoshi.branch.core;

/** What sort of branch it is. */
public enum BranchKind {
    ORDINARY,
    JOINT,
    TEMPORARY
}

package org.luoshi.branch.rules;

/** Who speaks: the national text, the ministry or department, the branch for itself. A lower one may only be stricter. */
public enum Level {
    NATIONAL,
    DEPARTMENT,
    BRANCH
}

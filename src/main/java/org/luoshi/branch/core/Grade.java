package org.luoshi.branch.core;

/** The grades of the yearly appraisal (P-30). */
public enum Grade {
    EXCELLENT,
    QUALIFIED,
    BASICALLY_QUALIFIED,
    UNQUALIFIED
}

package org.luoshi.branch.core;

/** What was done or found in a case of care. */
public enum CareKind {
    /** What is needed. */
    NEED,
    VISIT,
    HELP,
    /** A lesson brought to somebody who cannot come. */
    LESSON
}

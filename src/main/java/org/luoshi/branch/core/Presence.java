package org.luoshi.branch.core;

/** Who was there. CARE: not asked to come (P-37), shown so and never as absent. */
public enum Presence {
    INVITED,
    PRESENT,
    LEAVE,
    ABSENT,
    CARE
}

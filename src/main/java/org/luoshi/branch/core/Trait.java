package org.luoshi.branch.core;

/** What a rule may ask about a person, no more than that. */
public enum Trait {
    /** Old, ill or not able to move about: asked for nothing, visited instead (P-37). */
    CARE,
    /** Takes part in the youth class (E-09, E-10). */
    YOUTH,
    /** A bureau-level leader, who belongs to a group as an ordinary member (P-15, P-16). */
    LEADER,
    RETIRED
}

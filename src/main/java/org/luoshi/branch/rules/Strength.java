package org.luoshi.branch.rules;

/** How strongly a rule speaks: 应当 may block, 一般 asks for a reason, the rest only informs. */
public enum Strength {
    MUST,
    GENERALLY,
    INFORM
}

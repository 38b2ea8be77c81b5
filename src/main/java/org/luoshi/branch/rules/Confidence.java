package org.luoshi.branch.rules;

/** How well the wording is known: A seen in full, B a secondary copy, C one place's rule, K still to confirm. */
public enum Confidence {
    A,
    B,
    C,
    K
}

package org.luoshi.ledger.bulk;

/** Which units of an item are urged. */
public enum UrgeWhom {
    /** Those whose light is yellow or red, or that have not signed in time. */
    BEHIND("(a.red_at <= :now or a.yellow_at <= :now)"),
    LEAD("a.part = 'LEAD'"),
    ALL("true");

    private final String condition;

    UrgeWhom(String condition) {
        this.condition = condition;
    }

    /** On {@code a}, a row of {@code ledger.assignment}. */
    String condition() {
        return condition;
    }
}

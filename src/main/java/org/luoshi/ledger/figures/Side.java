package org.luoshi.ledger.figures;

/** Which facts of a measure stand behind a figure. */
public enum Side {
    ALL("true"),
    JUDGED("f.hit is not null"),
    HIT("f.hit"),
    MISS("not f.hit");

    private final String condition;

    Side(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}

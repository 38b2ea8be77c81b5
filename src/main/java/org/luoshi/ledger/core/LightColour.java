package org.luoshi.ledger.core;

/** The four lights; each always carries a shape and a word as well. */
public enum LightColour {
    GREEN("ok"),
    YELLOW("soon"),
    RED("late"),
    GREY("done");

    private final String shape;

    LightColour(String shape) {
        this.shape = shape;
    }

    /** Name of its shape in the style sheet. */
    public String shape() {
        return shape;
    }
}

package org.luoshi.ledger.core;

/** The few colours that a level may have; each is a class of the style sheet with a shape of its own, and the level's name stands beside it. */
public enum LevelColour {
    PLAIN,
    BLUE,
    GREEN,
    YELLOW,
    ORANGE,
    RED,
    BLACK
}

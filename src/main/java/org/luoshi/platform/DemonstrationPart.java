package org.luoshi.platform;

/** What a room adds to the demonstration office, made through the room's own services. Units, people and posts are there already. */
public interface DemonstrationPart {

    /** Lower ones first. */
    int order();

    /** Runs in one transaction with all other parts; a refusal undoes the whole demonstration. */
    void make(Demonstration demonstration);
}

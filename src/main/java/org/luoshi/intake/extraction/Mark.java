package org.luoshi.intake.extraction;

/** A place in a line that says whose a task is or by when, with its brackets. */
record Mark(Line line, int start, int end, Assignment assignment) {

    /** True when the line holds nothing else. */
    boolean fillsLine() {
        return !Texts.isSaid(line.plain().substring(0, start))
                && !Texts.isSaid(line.plain().substring(end));
    }
}

package org.luoshi.intake.extraction;

/**
 * A place in a line that says whose a task is or by when, with its brackets.
 *
 * @param reach how many points it speaks of: 以上两项工作由…
 * @param spoken true for a sentence without bracket or label
 */
record Mark(Line line, int start, int end, Assignment assignment, int reach, boolean spoken) {

    Mark(Line line, int start, int end, Assignment assignment) {
        this(line, start, end, assignment, 1, false);
    }

    /** True when the line holds nothing else. */
    boolean fillsLine() {
        return !Texts.isSaid(line.plain().substring(0, start))
                && !Texts.isSaid(line.plain().substring(end));
    }
}

package org.luoshi.intake.extraction;

/**
 * A stretch of the paper's text.
 *
 * @param start first character, an index into the text (UTF-16)
 * @param end behind the last character
 */
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException(start + " to " + end);
        }
    }

    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }
}

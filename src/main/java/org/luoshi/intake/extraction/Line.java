package org.luoshi.intake.extraction;

import java.util.Arrays;
import org.luoshi.intake.reading.Paper;

/**
 * A logical line: a paragraph, or a cell of a table, in the one spelling of {@link Script}, with the way back to the text. Line ends inside a
 * wrapped paragraph are left out; inside a cell they stay, because there they separate.
 */
final class Line {

    private final Paper paper;
    private final String plain;
    private final int[] at;

    private Line(Paper paper, String plain, int[] at) {
        this.paper = paper;
        this.plain = plain;
        this.at = at;
    }

    static Line of(Paper paper, int start, int end, boolean keepsLineEnds) {
        String text = paper.text();
        StringBuilder plain = new StringBuilder(end - start);
        int[] at = new int[end - start + 1];
        boolean afterSpace = true;
        for (int i = start; i < end; i++) {
            char c = Script.plain(text.charAt(i));
            boolean isLineEnd = c == '\n';
            boolean isNothing = c == '\u200B' || c == '\uFEFF' || c == '\u00AD';
            if (isNothing || isLineEnd && !keepsLineEnds || c == ' ' && afterSpace) {
                continue;
            }
            at[plain.length()] = i;
            plain.append(c);
            afterSpace = c == ' ';
        }
        int length = plain.length();
        at[length] = length == 0 ? start : at[length - 1] + 1;
        return new Line(paper, plain.toString(), Arrays.copyOf(at, length + 1));
    }

    /** The line for recognition. */
    String plain() {
        return plain;
    }

    int length() {
        return plain.length();
    }

    /** As it is written, without the line ends of a wrapped paragraph. */
    String written(int from, int to) {
        StringBuilder written = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = paper.text().charAt(at[i]);
            written.append(c);
        }
        return written.toString();
    }

    String written() {
        return written(0, plain.length());
    }

    /** Where a character of the plain line stands in the text. */
    int textStart(int from) {
        return at[from];
    }

    /** Behind the character before {@code to}. */
    int textEnd(int to) {
        return to == 0 ? at[0] : at[to - 1] + 1;
    }

    @Override
    public String toString() {
        return plain;
    }
}

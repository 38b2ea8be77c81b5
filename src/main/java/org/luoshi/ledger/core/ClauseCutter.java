package org.luoshi.ledger.core;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into sentences, in code points. Never cuts inside quotation marks, brackets or book-title marks. */
final class ClauseCutter {

    private static final String ENDS = "。；！？;!?";
    private static final String OPENERS = "（(《“「『【";
    private static final String CLOSERS = "）)》”」』】";

    private ClauseCutter() {}

    /** From {@code start} up to but not including {@code end}, in code points. */
    record Span(int start, int end) {}

    /** The sentences of what is not taken yet, without the white space around them. */
    static List<Span> cut(String body, List<Span> taken) {
        int[] text = body.codePoints().toArray();
        List<Span> cuts = new ArrayList<>();
        int from = 0;
        for (Span span : taken) {
            cutBetween(text, from, span.start(), cuts);
            from = span.end();
        }
        cutBetween(text, from, text.length, cuts);
        return cuts;
    }

    private static void cutBetween(int[] text, int from, int to, List<Span> cuts) {
        int start = from;
        int depth = 0;
        for (int i = from; i < to; i++) {
            if (OPENERS.indexOf(text[i]) >= 0) {
                depth++;
            } else if (CLOSERS.indexOf(text[i]) >= 0) {
                depth = Math.max(0, depth - 1);
            } else if (text[i] == '\n') {
                // A line always ends a clause, whatever was left open.
                add(text, start, i, cuts);
                start = i + 1;
                depth = 0;
            } else if (depth == 0 && ENDS.indexOf(text[i]) >= 0) {
                add(text, start, i + 1, cuts);
                start = i + 1;
            }
        }
        add(text, start, to, cuts);
    }

    private static void add(int[] text, int start, int end, List<Span> cuts) {
        int first = start;
        int last = end;
        while (first < last && isBlank(text[first])) {
            first++;
        }
        while (last > first && isBlank(text[last - 1])) {
            last--;
        }
        boolean hasWords = false;
        for (int i = first; i < last; i++) {
            hasWords |= Character.isLetterOrDigit(text[i]);
        }
        if (hasWords) {
            cuts.add(new Span(first, last));
        }
    }

    private static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }
}

package org.luoshi.intake.extraction;

import java.util.ArrayList;
import java.util.List;

/** Cuts an assignment at its separators, not inside brackets. */
final class Pieces {

    private static final String OPENING = "（【〔《“";
    private static final String CLOSING = "）】〕》”";
    private static final String STOPS = "；。\n";

    private Pieces() {}

    static List<Piece> of(String plain, int from, int to) {
        List<Piece> pieces = new ArrayList<>();
        int depth = 0;
        int start = from;
        boolean afterComma = false;
        boolean afterStop = false;
        for (int i = from; i <= to; i++) {
            char c = i == to ? '\n' : plain.charAt(i);
            depth += OPENING.indexOf(c) >= 0 ? 1 : CLOSING.indexOf(c) >= 0 && depth > 0 ? -1 : 0;
            if (i < to && (depth > 0 || !separates(plain, start, i, to))) {
                continue;
            }
            addTrimmed(pieces, plain, start, i, afterComma, afterStop);
            afterStop = STOPS.indexOf(c) >= 0;
            afterComma = afterStop || c == '，';
            start = i + 1;
        }
        return pieces;
    }

    private static boolean separates(String plain, int start, int at, int to) {
        char c = plain.charAt(at);
        if ("、，；。\n".indexOf(c) >= 0) {
            return true;
        }
        // Spaces and strokes separate names only.
        return (c == ' ' || c == '/')
                && (Units.isUnit(plain.substring(start, at)) || Labels.at(plain, at + 1, to) != null);
    }

    private static void addTrimmed(
            List<Piece> pieces, String plain, int start, int end, boolean afterComma, boolean afterStop) {
        int from = start;
        int to = end;
        while (from < to && plain.charAt(from) == ' ') {
            from++;
        }
        while (to > from && plain.charAt(to - 1) == ' ') {
            to--;
        }
        if (from < to) {
            pieces.add(new Piece(from, to, afterComma, afterStop));
        }
    }
}

package org.luoshi.files.core;

import static org.luoshi.files.core.FileError.MARKED;

/** Reads along and stops at the first state-secret mark. Keeps one line and nothing else. */
final class MarkWatch implements TextSink {

    /** GB/T 9704: copy number, grade and period, urgency stand in the first lines, before the name of the issuing organ. */
    private static final int TOP_LINES = 5;

    private static final int LONGEST_PIECE = 100_000;
    private static final int OVERLAP = 60;

    private int topLinesLeft;
    private boolean gradeAloneBefore;

    @Override
    public void part(boolean isTop) {
        topLinesLeft = isTop ? TOP_LINES : 0;
        gradeAloneBefore = false;
    }

    @Override
    public void line(String text) {
        for (int at = 0; at < text.length(); at += LONGEST_PIECE) {
            piece(text.substring(Math.max(0, at - OVERLAP), Math.min(text.length(), at + LONGEST_PIECE)));
        }
    }

    private void piece(String text) {
        if (text.isBlank()) {
            return;
        }
        boolean matters = SecrecyMarks.canMatter(text);
        if (matters || gradeAloneBefore) {
            String folded = SecrecyMarks.fold(text);
            boolean gradeAlone = SecrecyMarks.isGradeAlone(folded);
            if (SecrecyMarks.isMark(folded)
                    || gradeAloneBefore && SecrecyMarks.startsWithStar(folded)
                    || gradeAlone && topLinesLeft > 0) {
                throw MARKED.plain();
            }
            gradeAloneBefore = gradeAlone;
        }
        topLinesLeft--;
    }
}

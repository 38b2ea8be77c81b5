package org.luoshi.ledger.core;

import java.util.ArrayList;
import java.util.List;

/** What changed between two reports, sentence by sentence. */
final class TextDifference {

    private static final int MOST = 400;

    private TextDifference() {}

    /** Sentences that were kept, added or removed, in reading order; nothing when nothing changed. */
    static List<ItemDetail.Difference> between(String before, String after) {
        List<String> old = sentences(before);
        List<String> now = sentences(after);
        if (old.equals(now) || old.size() > MOST || now.size() > MOST) {
            return List.of();
        }
        int[][] common = longestCommon(old, now);
        List<ItemDetail.Difference> differences = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                differences.add(new ItemDetail.Difference("same", now.get(j)));
                i++;
                j++;
            } else if (j < now.size() && (i == old.size() || common[i][j + 1] >= common[i + 1][j])) {
                differences.add(new ItemDetail.Difference("added", now.get(j++)));
            } else {
                differences.add(new ItemDetail.Difference("removed", old.get(i++)));
            }
        }
        return differences;
    }

    private static int[][] longestCommon(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<String> sentences(String text) {
        return ClauseCutter.cut(text, List.of()).stream()
                .map(span -> SourceService.text(text, span.start(), span.end()))
                .toList();
    }
}

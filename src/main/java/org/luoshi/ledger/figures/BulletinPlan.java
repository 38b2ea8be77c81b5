package org.luoshi.ledger.figures;

import java.util.List;
import java.util.Map;

/** What somebody wants a bulletin to say. */
public record BulletinPlan(
        String title,
        FiguresPeriod period,
        List<FigureGrouping> groupings,
        Map<String, String> opinions,
        boolean scores) {

    static final int LONGEST_TITLE = 100;
    static final int LONGEST_OPINION = 4_000;

    /** The section about the whole. */
    public static final String WHOLE = "ALL";

    public BulletinPlan {
        FiguresTyped.words("title", title, LONGEST_TITLE);
        if (groupings.isEmpty()) {
            throw FiguresError.NO_GROUPING.with(Map.of("field", "groupings"));
        }
        opinions.forEach((section, words) -> FiguresTyped.atMost("opinion-" + section, words, LONGEST_OPINION));
        title = title.strip();
        groupings = List.copyOf(groupings);
        opinions = Map.copyOf(opinions);
    }
}

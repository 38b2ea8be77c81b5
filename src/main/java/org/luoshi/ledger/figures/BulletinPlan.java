package org.luoshi.ledger.figures;

import java.util.Arrays;
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
        opinions.forEach((section, words) -> {
            if (!isSection(section)) {
                throw FiguresError.CHOICE.with(Map.of("field", "opinions", "value", section));
            }
            FiguresTyped.atMost("opinion-" + section, words, LONGEST_OPINION);
        });
        title = title.strip();
        groupings = groupings.stream().distinct().sorted().toList();
        opinions = Map.copyOf(opinions);
    }

    private static boolean isSection(String section) {
        return section.equals(WHOLE)
                || Arrays.stream(FigureGrouping.values())
                        .anyMatch(grouping -> grouping.name().equals(section));
    }
}

package org.luoshi.ledger.core;

import org.jspecify.annotations.Nullable;

/**
 * How the office reads one level of urging.
 *
 * @param name the office's own; null: as shipped
 * @param meaning in one line, the office's own; null: as shipped
 * @param answerDays working days in which the unit answers; 0: no answer is asked
 * @param used false: the level is not issued, and escalation passes it over
 */
public record LevelSetting(
        NoticeLevel level,
        @Nullable String name,
        @Nullable String meaning,
        LevelColour colour,
        int answerDays,
        boolean used) {

    /** As shipped. */
    public static LevelSetting standard(NoticeLevel level) {
        LevelColour colour = switch (level) {
            case URGE -> LevelColour.PLAIN;
            case BLUE -> LevelColour.BLUE;
            case ORANGE -> LevelColour.ORANGE;
            case RED, TALK, CIRCULAR -> LevelColour.RED;
        };
        return new LevelSetting(level, null, null, colour, level.answerDays(), true);
    }

    /** The level's name for what is written for good, or the key of the shipped one. */
    public String nameOrKey() {
        return name == null ? level.name() : name;
    }
}

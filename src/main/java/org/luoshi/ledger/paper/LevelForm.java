package org.luoshi.ledger.paper;

import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.LevelColour;
import org.luoshi.ledger.core.LevelSetting;
import org.luoshi.ledger.core.NoticeLevel;

/** One level as it was typed. */
public record LevelForm(
        @Nullable String name,
        @Nullable String meaning,
        @Nullable String colour,
        @Nullable String answerDays,
        @Nullable String used) {

    static LevelForm of(LevelSetting setting) {
        return new LevelForm(
                setting.name(),
                setting.meaning(),
                setting.colour().name(),
                String.valueOf(setting.answerDays()),
                String.valueOf(setting.used()));
    }

    /** Refused when the colour is none of the palette or the days are no number. */
    LevelSetting toSetting(NoticeLevel level) {
        return new LevelSetting(level, name, meaning, chosenColour(), days(), isUsed() || !level.isWritten());
    }

    public boolean isUsed() {
        return "true".equals(used);
    }

    public boolean hasColour(LevelColour other) {
        return other.name().equals(colour);
    }

    private LevelColour chosenColour() {
        for (LevelColour other : LevelColour.values()) {
            if (hasColour(other)) {
                return other;
            }
        }
        throw PaperError.NO_COLOUR.plain();
    }

    private int days() {
        String typed = answerDays == null ? "" : answerDays.strip();
        if (!typed.matches("\\d{1,4}")) {
            throw PaperError.NO_DAYS.plain();
        }
        return Integer.parseInt(typed);
    }
}

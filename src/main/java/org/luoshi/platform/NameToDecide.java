package org.luoshi.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name as somebody wrote it, for a person to say what it means ({@code layout/writtenNames}).
 *
 * @param count how often it is written
 * @param certain true where it can mean only one
 * @param decision the value of a choice, {@code new}, {@code leave}, or empty while nobody has decided
 * @param sameNewAs the other new name that this one is taken for, if it is
 */
public record NameToDecide(
        String written,
        int count,
        boolean certain,
        String decision,
        List<Choice> choices,
        @Nullable String sameNewAs) {

    /** What it may mean. */
    public record Choice(String value, String label) {}

    public boolean isDecided() {
        return !decision.isEmpty();
    }
}

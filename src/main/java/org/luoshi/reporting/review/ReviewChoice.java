package org.luoshi.reporting.review;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which reports the list shows and where it goes on. */
public record ReviewChoice(Shown shown, long after) {

    /** By what was said about the revision that stands. */
    public enum Shown {
        UNREVIEWED(0),
        QUESTIONED(2),
        CONFIRMED(1);

        private final int mark;

        Shown(int mark) {
            this.mark = mark;
        }

        int mark() {
            return mark;
        }
    }

    /** Unreviewed ones where the address says nothing that is known. */
    public static ReviewChoice of(@Nullable String show, long after) {
        return new ReviewChoice(
                Arrays.stream(Shown.values())
                        .filter(one -> one.name().equals(show))
                        .findFirst()
                        .orElse(Shown.UNREVIEWED),
                after);
    }
}

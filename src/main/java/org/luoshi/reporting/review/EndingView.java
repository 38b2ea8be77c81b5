package org.luoshi.reporting.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeState;

/**
 * What is left of a regime after its end.
 *
 * @param eraseOn the day on which what is personal is due for deletion
 * @param counted whether the personal values were counted; not where there are too many reports to count while somebody waits
 */
public record EndingView(
        Regime regime,
        RegimeState state,
        LocalDate eraseOn,
        List<Period> periods,
        List<Personal> personal,
        boolean counted,
        int drafts,
        int links,
        int contacts,
        List<Extension> extensions,
        Ending ending,
        @Nullable String askedBy,
        @Nullable String confirmedBy,
        boolean keeper,
        boolean isOther,
        boolean isDue) {

    /** One round as it ended. */
    public record Period(LocalDate day, int owed, int reported, int zero, int late) {

        public int missing() {
            return Math.max(0, owed - reported);
        }
    }

    /** A field that holds what is personal, and how many values of it there are. */
    public record Personal(String code, String name, long values) {}

    /** Days that were added, and why. */
    public record Extension(int days, String reason, String by, Instant at) {}

    public boolean isErased() {
        return regime.erasedAt() != null;
    }

    /** Confirmed, and the work has not come to its end: it may be going on, or it broke off. */
    public boolean isUnderWay() {
        return isErased() && ending.doneAt() == null;
    }
}

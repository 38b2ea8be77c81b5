package org.luoshi.reporting.core;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report that is to be written: the next revision of what stands. */
record Accepted(
        StandingReport standing,
        Figures figures,
        int sequel,
        boolean last,
        boolean late,
        boolean onBehalf,
        @Nullable String reason,
        Incoming incoming,
        List<String> warnings) {

    long place() {
        return standing.place().key();
    }

    int revision() {
        return standing.revision() + 1;
    }

    short kind() {
        return (short) (figures.zero() ? 1 : 2);
    }

    boolean isFirst() {
        return standing.revision() == 0;
    }

    /** How the obligation stands when this is written. */
    StandingReport standingAt(Instant now) {
        return new StandingReport(
                standing.place(),
                true,
                revision(),
                late,
                standing.exempt(),
                ReviewMark.NONE,
                standing.desk(),
                figures,
                sequel,
                last,
                incoming.signer().strip(),
                now,
                standing.before());
    }
}

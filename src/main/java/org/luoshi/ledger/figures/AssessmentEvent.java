package org.luoshi.ledger.figures;

import java.util.Arrays;
import java.util.Optional;

/** What can cost or give points: a fact of the ledger, never something that somebody enters. */
public enum AssessmentEvent {
    SIGNED_LATE(Measure.SIGN_DUE, Side.MISS),
    REPORTED_LATE(Measure.REPORT_DUE, Side.MISS),
    RETURNED(Measure.REVIEWED, Side.HIT),
    DONE_LATE(Measure.PART_DUE, Side.MISS),
    RELAPSED(Measure.VISITED, Side.HIT),
    /** The leader agreed with the result and wrote on it. */
    PRAISED(Measure.LEADER_SAID, Side.HIT);

    private final Measure measure;
    private final Side side;

    AssessmentEvent(Measure measure, Side side) {
        this.measure = measure;
        this.side = side;
    }

    Measure measure() {
        return measure;
    }

    static Optional<AssessmentEvent> of(Fact fact) {
        return Arrays.stream(values())
                .filter(event -> fact.isBehind(event.measure, event.side))
                .filter(event -> event != PRAISED
                        || fact.amount() != null && fact.amount().signum() > 0)
                .findFirst();
    }
}

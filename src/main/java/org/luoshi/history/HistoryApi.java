package org.luoshi.history;

import java.util.List;
import java.util.UUID;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** The one place where "who did what when" is written and read. */
@Component
public class HistoryApi {

    /** Appends one line in the caller's transaction. There is no way to change or remove it. */
    public void record(HistoryFact fact, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** The time line of one object, newest first. */
    public List<HistoryLine> of(UUID scopeId, int limit) {
        throw new UnsupportedOperationException();
    }

    public long countOf(UUID scopeId) {
        throw new UnsupportedOperationException();
    }

    /** Seals what is not sealed yet, without making writers wait. Runs each second; callable at any time. */
    public void seal() {
        throw new UnsupportedOperationException();
    }

    /** Recomputes every leaf, root and chain link from the table as it is now. */
    public HistoryVerification verify() {
        throw new UnsupportedOperationException();
    }
}

package org.luoshi.history;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.luoshi.history.core.HistoryLines;
import org.luoshi.history.core.HistorySealer;
import org.luoshi.history.core.HistoryVerifier;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** The one place where "who did what when" is written and read. */
@Component
public class HistoryApi {

    private final HistoryLines lines;
    private final HistorySealer sealer;
    private final HistoryVerifier verifier;

    HistoryApi(HistoryLines lines, HistorySealer sealer, HistoryVerifier verifier) {
        this.lines = lines;
        this.sealer = sealer;
        this.verifier = verifier;
    }

    /** Appends one line in the caller's transaction, and fails where there is none. There is no way to change or remove it. */
    public void record(HistoryFact fact, Actor actor) {
        lines.append(fact, actor);
    }

    /** The time line of one object, newest first. */
    public List<HistoryLine> of(UUID scopeId, int limit) {
        return lines.of(scopeId, limit);
    }

    /** The time line of one object without the lines about things of one kind, newest first. */
    public List<HistoryLine> ofOthers(UUID scopeId, String subjectKind, int limit) {
        return lines.ofOthers(scopeId, subjectKind, limit);
    }

    /** Reads the whole time line of one object, oldest first; it is streamed, however long it is. */
    public void each(UUID scopeId, Consumer<HistoryLine> reader) {
        lines.each(scopeId, reader);
    }

    public long countOf(UUID scopeId) {
        return lines.countOf(scopeId);
    }

    /** Seals what is not sealed yet, without making writers wait. Runs each second; callable at any time. */
    public void seal() {
        sealer.seal();
    }

    /** Recomputes every leaf, root and chain link from the table as it is now. */
    public HistoryVerification verify() {
        return verifier.verify();
    }
}

package org.luoshi.ledger.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Figures over the whole ledger that every page of the list shows. A change on this node is in them at once, one on another node and the turning of
 * a light after {@link #KEPT} at the latest.
 */
@Component
class KeptCounts {

    static final Duration KEPT = Duration.ofSeconds(2);
    private static final int MOST_KEPT = 1_000;

    private final LedgerRevision revision;
    private final Clock clock;
    private final Map<Object, Kept> kept = new ConcurrentHashMap<>();

    KeptCounts(LedgerRevision revision, Clock clock) {
        this.revision = revision;
        this.clock = clock;
    }

    /**
     * @param key whose figures, of what: two questions with the same key have the same answer at the same moment
     */
    <T> T get(Class<T> type, Object key, Supplier<T> counting) {
        Instant now = clock.instant();
        long seen = revision.current();
        Kept known = kept.get(key);
        if (known != null && known.isGoodAt(now, seen)) {
            return type.cast(known.figure);
        }
        T figure = counting.get();
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(key, new Kept(figure, seen, now));
        return figure;
    }

    private record Kept(Object figure, long revision, Instant since) {

        boolean isGoodAt(Instant now, long current) {
            return revision == current && !now.isBefore(since) && now.isBefore(since.plus(KEPT));
        }
    }
}

package org.luoshi.ledger.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether a word is in so many items that walking through the ledger in its order meets a page of them sooner than gathering them all would. It decides
 * only how the answer is found, so it may be an hour old.
 */
@Component
class CommonWords {

    private static final int COMMON = 1_000;
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST_KEPT = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<Set<String>, Kept> kept = new ConcurrentHashMap<>();

    CommonWords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean isCommon(Set<String> pairs) {
        if (pairs.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        Kept known = kept.get(pairs);
        if (known != null && !now.isBefore(known.since) && now.isBefore(known.since.plus(KEPT))) {
            return known.common;
        }
        boolean common = jdbc.sql("""
                select count(*) from (select from ledger.item i where i.pairs @> cast(:pairs as text[]) limit :common) found
                """)
                        .param("pairs", Sql.texts(pairs))
                        .param("common", COMMON)
                        .query(Integer.class)
                        .single()
                == COMMON;
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(Set.copyOf(pairs), new Kept(common, now));
        return common;
    }

    private record Kept(boolean common, Instant since) {}
}

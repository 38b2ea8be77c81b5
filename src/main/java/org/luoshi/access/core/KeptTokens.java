package org.luoshi.access.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.luoshi.access.core.TokenService.Holder;
import org.springframework.stereotype.Component;

/** Good answers about tokens, by the hash of the word, for a few seconds. */
@Component
class KeptTokens {

    static final Duration KEPT = Duration.ofSeconds(5);
    private static final int MOST_KEPT = 10_000;

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    Optional<Holder> find(String hash, Instant now) {
        Kept known = kept.get(hash);
        return known != null && known.isGoodAt(now) ? Optional.of(known.holder) : Optional.empty();
    }

    void keep(String hash, Holder holder, Instant now) {
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(hash, new Kept(holder, now));
    }

    void forget(UUID tokenId) {
        kept.values().removeIf(known -> known.holder.id().equals(tokenId));
    }

    private record Kept(Holder holder, Instant since) {

        boolean isGoodAt(Instant now) {
            return !now.isBefore(since) && now.isBefore(since.plus(KEPT)) && now.isBefore(holder.endsAt());
        }
    }
}

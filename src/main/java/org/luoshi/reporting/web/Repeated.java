package org.luoshi.reporting.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.stereotype.Component;

/** Ids for what programs make: the same person with the same key names the same thing, so that asking twice makes one. */
@Component
class Repeated {

    static final String HEADER = "Idempotency-Key";

    private final Clock clock;

    Repeated(Clock clock) {
        this.clock = clock;
    }

    /** Without a key each call makes another one. */
    UUID id(String kind, @Nullable String key, Actor actor) {
        return key == null
                ? TimeOrderedIds.next(clock)
                : UUID.nameUUIDFromBytes(
                        ("reporting." + kind + "/" + actor.personId() + "/" + key).getBytes(StandardCharsets.UTF_8));
    }
}

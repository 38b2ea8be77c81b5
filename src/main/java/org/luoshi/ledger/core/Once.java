package org.luoshi.ledger.core;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Creation that may be asked for twice, also at the same moment: the same key from the same person answers with what was made the first time. */
@Component
class Once {

    private final JdbcClient jdbc;
    private final Clock clock;

    Once(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Runs in the caller's transaction. A second one with the same key waits for the first.
     *
     * @param kind of what is made: one key may serve for a source and for an item
     */
    UUID create(String kind, @Nullable String key, Actor actor, Supplier<UUID> creation) {
        if (key == null) {
            return creation.get();
        }
        int first = jdbc.sql("""
                insert into ledger.idempotency_key (person_id, key, object_id, created_at)
                values (:person, :key, :nothing, :now) on conflict (person_id, key) do nothing
                """)
                .param("person", actor.personId())
                .param("key", kind + ":" + key)
                .param("nothing", new UUID(0, 0))
                .param("now", Sql.at(clock.instant()))
                .update();
        if (first == 0) {
            return made(kind, key, actor);
        }
        UUID made = creation.get();
        jdbc.sql("update ledger.idempotency_key set object_id = :made where person_id = :person and key = :key")
                .param("made", made)
                .param("person", actor.personId())
                .param("key", kind + ":" + key)
                .update();
        return made;
    }

    boolean isMade(String kind, String key, UUID personId) {
        return jdbc.sql("select exists (select from ledger.idempotency_key where person_id = :person and key = :key)")
                .param("person", personId)
                .param("key", kind + ":" + key)
                .query(Boolean.class)
                .single();
    }

    private UUID made(String kind, String key, Actor actor) {
        return jdbc.sql("select object_id from ledger.idempotency_key where person_id = :person and key = :key")
                .param("person", actor.personId())
                .param("key", kind + ":" + key)
                .query(UUID.class)
                .single();
    }
}

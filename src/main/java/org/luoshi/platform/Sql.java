package org.luoshi.platform;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values as the PostgreSQL driver wants them. */
public final class Sql {

    private Sql() {}

    /** An instant for a {@code timestamptz} parameter. */
    public static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** Ids for {@code = any(:ids)}: never empty-list trouble, one parameter. */
    public static UUID[] ids(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    public static String[] texts(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }
}

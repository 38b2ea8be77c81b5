package org.luoshi.organization.core;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of the history of a unit or person. */
public record Happening(
        Instant at,
        String textKey,
        Map<String, String> details,
        @Nullable String reason,
        String actorName,
        String actorFrom) {

    /** Name, value, name, value: as texts want their arguments. */
    public Object[] arguments() {
        return details.entrySet().stream()
                .flatMap(detail -> java.util.stream.Stream.of(detail.getKey(), detail.getValue()))
                .toArray();
    }
}

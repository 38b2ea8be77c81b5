package org.luoshi.jobs;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How work ended well.
 *
 * @param textKey what was done, with {@code arguments}
 * @param href where to look next; the link says {@code <textKey>.look} where there is such a text
 * @param fileId a file that was made and that only the starter may fetch
 */
public record JobOutcome(
        String textKey,
        Map<String, String> arguments,
        @Nullable String href,
        @Nullable UUID fileId) {}

package org.luoshi.reporting.forms;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form in the list.
 *
 * @param issued number of the newest issued version; null where none is
 * @param draft number of the version that is being written; null where none is
 * @param fields how many fields the newest version has
 * @param regimes how many regimes use the form
 */
public record FormSummary(
        UUID id,
        String name,
        @Nullable Integer issued,
        @Nullable Integer draft,
        int fields,
        int regimes) {}

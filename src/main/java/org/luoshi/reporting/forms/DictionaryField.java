package org.luoshi.reporting.forms;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A field as the dictionary shows it.
 *
 * @param forms names of the forms that ask for it
 * @param fixed an issued version asks for it: its code and kind stay
 */
public record DictionaryField(
        UUID id,
        int version,
        NewField says,
        UUID ownerUnitId,
        @Nullable Instant withdrawnAt,
        List<String> forms,
        boolean fixed) {}

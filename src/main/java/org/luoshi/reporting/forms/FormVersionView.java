package org.luoshi.reporting.forms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.FormRule;

/** One version of a form, issued or being written. */
public record FormVersionView(
        UUID formId,
        int number,
        int version,
        String note,
        @Nullable Instant issuedAt,
        List<ChosenField> fields,
        List<FormRule> rules) {

    /** A field of the dictionary that the version asks for. */
    public record ChosenField(UUID id, String code, String name, boolean required) {}

    public Optional<ChosenField> field(UUID id) {
        return fields.stream().filter(field -> field.id().equals(id)).findFirst();
    }

    /** Where a field stands in the version, from 1; 0 where it does not. */
    public int positionOf(UUID id) {
        for (int n = 0; n < fields.size(); n++) {
            if (fields.get(n).id().equals(id)) {
                return n + 1;
            }
        }
        return 0;
    }
}

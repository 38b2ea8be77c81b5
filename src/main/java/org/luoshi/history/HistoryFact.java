package org.luoshi.history;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, to be written in the same transaction as the change itself.
 *
 * @param scopeId the object whose time line shows it (an item, a unit, an account)
 * @param subjectKind what was changed, as {@code <module>.<noun>}: {@code ledger.assignment}
 * @param action stable key below the subject, as {@code returned}; its text is {@code history.<subjectKind>.<action>} in the bundles and may name the keys of {@code details}
 * @param details plain values (text, number, instant, id) that the text names or an auditor wants; never null values
 * @param reason the words of the person who acted, if any
 */
public record HistoryFact(
        UUID scopeId,
        String subjectKind,
        UUID subjectId,
        String action,
        Map<String, Object> details,
        @Nullable String reason) {

    public HistoryFact {
        details = Map.copyOf(details);
    }
}

package org.luoshi.ledger.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.Draft;

/** A stored draft as a form, and what differs between two of them. */
final class DraftForms {

    private DraftForms() {}

    static DraftForm of(Draft draft) {
        return new DraftForm(
                String.valueOf(draft.version()),
                text(draft.sourceId()),
                draft.clauseIds().stream().map(UUID::toString).toList(),
                text(draft.parentId()),
                draft.title(),
                String.join("\n", draft.requirements()),
                draft.limitClass(),
                text(draft.due()),
                draft.cycle().name(),
                text(draft.cycleDay()),
                draft.lead(),
                draft.coUnits().stream().map(Draft.Co::unit).toList(),
                draft.coUnits().stream().map(co -> text(co.duty())).toList(),
                draft.coUnits().stream().map(co -> text(co.due())).toList(),
                draft.milestones().stream().map(Draft.Step::title).toList(),
                draft.milestones().stream().map(step -> text(step.due())).toList(),
                draft.label());
    }

    /** A sub-item starts with its parent's source and terms. */
    static DraftForm childOf(UUID parentId, Draft parent) {
        return new DraftForm(
                null,
                text(parent.sourceId()),
                List.of(),
                parentId.toString(),
                "",
                "",
                parent.limitClass(),
                text(parent.due()),
                parent.cycle().name(),
                text(parent.cycleDay()),
                null,
                null,
                null,
                null,
                null,
                null,
                parent.label());
    }

    /** Field by field what the other person wrote where it is not what was typed; keys are text keys of the fields. */
    static Map<String, String> differences(DraftForm current, DraftForm typed) {
        Map<String, String> differences = new LinkedHashMap<>();
        compare(differences, "ledger.draft.title", current.title(), typed.title());
        compare(differences, "ledger.draft.requirements", current.requirements(), lines(typed.requirements()));
        compare(differences, "ledger.draft.lead", current.lead(), typed.lead());
        compare(differences, "ledger.draft.due", current.due(), typed.due());
        compare(differences, "ledger.draft.limit", current.limitClass(), typed.limitClass());
        compare(differences, "ledger.draft.co", joined(current.coRows()), joined(typed.coRows()));
        return differences;
    }

    private static void compare(
            Map<String, String> differences, String key, @Nullable String current, @Nullable String typed) {
        String stored = current == null ? "" : current;
        if (!stored.strip().equals(typed == null ? "" : typed.strip())) {
            differences.put(key, stored.isBlank() ? "—" : stored);
        }
    }

    private static String lines(@Nullable String text) {
        return text == null ? "" : text.replace("\r\n", "\n");
    }

    private static String joined(List<DraftForm.CoRow> rows) {
        return String.join(
                "、",
                rows.stream()
                        .map(DraftForm.CoRow::unit)
                        .filter(unit -> !unit.isBlank())
                        .toList());
    }

    private static String text(@Nullable Object value) {
        return value instanceof LocalDate
                        || value instanceof UUID
                        || value instanceof Integer
                        || value instanceof String
                ? Objects.toString(value)
                : "";
    }
}

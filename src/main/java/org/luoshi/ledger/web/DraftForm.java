package org.luoshi.ledger.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.Cycle;
import org.luoshi.ledger.core.DraftItem;
import org.luoshi.ledger.core.FilledIn;

/** An item as it is typed; units by their names, requirements one a line, co-units and milestones row by row. */
public record DraftForm(
        @Nullable String version,
        @Nullable String source,
        @Nullable List<String> clauses,
        @Nullable String parent,
        @Nullable String title,
        @Nullable String requirements,
        @Nullable String limitClass,
        @Nullable String due,
        @Nullable String cycle,
        @Nullable String cycleDay,
        @Nullable String lead,
        @Nullable List<String> coUnit,
        @Nullable List<String> coDuty,
        @Nullable List<String> coDue,
        @Nullable List<String> milestone,
        @Nullable List<String> milestoneDue,
        @Nullable String label) {

    /** A co-unit's row as typed. */
    public record CoRow(String unit, String duty, String due) {}

    /** A milestone's row as typed. */
    public record MilestoneRow(String title, String due) {}

    static DraftForm from(@Nullable UUID sourceId, List<UUID> clauseIds, String title, String requirements) {
        return new DraftForm(
                null,
                sourceId == null ? null : sourceId.toString(),
                clauseIds.stream().map(UUID::toString).toList(),
                null,
                title,
                requirements,
                "GENERAL",
                null,
                Cycle.ONCE.name(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    DraftForm at(int newVersion) {
        return new DraftForm(
                String.valueOf(newVersion),
                source,
                clauses,
                parent,
                title,
                requirements,
                limitClass,
                due,
                cycle,
                cycleDay,
                lead,
                coUnit,
                coDuty,
                coDue,
                milestone,
                milestoneDue,
                label);
    }

    /** What was typed, and two free rows more. */
    public List<CoRow> coRows() {
        List<CoRow> rows = new ArrayList<>();
        int typed = coUnit == null ? 0 : coUnit.size();
        for (int i = 0; i < typed; i++) {
            rows.add(new CoRow(at(coUnit, i), at(coDuty, i), at(coDue, i)));
        }
        rows.removeIf(row -> row.unit().isBlank() && row.duty().isBlank());
        rows.add(new CoRow("", "", ""));
        rows.add(new CoRow("", "", ""));
        return rows;
    }

    public List<MilestoneRow> milestoneRows() {
        List<MilestoneRow> rows = new ArrayList<>();
        int typed = milestone == null ? 0 : milestone.size();
        for (int i = 0; i < typed; i++) {
            rows.add(new MilestoneRow(at(milestone, i), at(milestoneDue, i)));
        }
        rows.removeIf(row -> row.title().isBlank());
        rows.add(new MilestoneRow("", ""));
        rows.add(new MilestoneRow("", ""));
        return rows;
    }

    /** The command; refused where a unit or a date cannot be read. */
    DraftItem toCommand(StepForms forms) {
        List<DraftItem.CoUnit> coUnits = coRows().stream()
                .filter(row -> !row.unit().isBlank())
                .flatMap(row -> StepForms.names(row.unit()).stream()
                        .map(name -> new DraftItem.CoUnit(
                                forms.unit(name), FilledIn.words(row.duty()), StepForms.date(row.due()))))
                .toList();
        List<DraftItem.NewMilestone> milestones = milestoneRows().stream()
                .filter(row -> !row.title().isBlank() && StepForms.date(row.due()) != null)
                .map(row -> new DraftItem.NewMilestone(
                        row.title().strip(), java.util.Objects.requireNonNull(StepForms.date(row.due()))))
                .toList();
        return new DraftItem(
                text(title),
                StepForms.blank(source) ? null : StepForms.id(text(source)),
                clauses == null
                        ? List.of()
                        : clauses.stream().map(StepForms::id).toList(),
                text(requirements)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                StepForms.blank(due) ? FilledIn.words(limitClass) : null,
                StepForms.date(due),
                StepForms.blank(cycle) ? Cycle.ONCE : Cycle.valueOf(text(cycle)),
                StepForms.blank(cycleDay) ? null : StepForms.number(cycleDay),
                StepForms.blank(lead) ? null : forms.unit(text(lead)),
                coUnits,
                milestones,
                StepForms.blank(parent) ? null : StepForms.id(text(parent)),
                FilledIn.words(label));
    }

    public String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String at(@Nullable List<String> values, int index) {
        return values != null && index < values.size() && values.get(index) != null ? values.get(index) : "";
    }
}

package org.luoshi.ledger.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.Cycle;
import org.luoshi.ledger.PaperToFile;
import org.luoshi.ledger.core.DraftItem;

/** A draft as a program writes it; the meaning of each field is that of {@link DraftItem}. */
record ItemBody(
        @NotBlank @CodePointLength(max = PaperToFile.Item.LONGEST_TITLE)
        String title,

        @Nullable UUID sourceId,
        @Nullable @Size(max = 200) @UniqueElements List<@NotNull UUID> clauseIds,

        @Nullable @Size(max = PaperToFile.Item.MOST_REQUIREMENTS)
        List<@NotBlank @CodePointLength(max = PaperToFile.Item.LONGEST_REQUIREMENT) String> requirements,

        @Nullable @Size(max = 100) String limitClass,
        @Nullable @OfficeDay LocalDate due,
        @Nullable Cycle cycle,
        @Nullable @Min(1) @Max(31) Integer cycleDay,
        @Nullable UUID leadUnitId,
        @Nullable @Size(max = 200) List<@NotNull @Valid CoUnit> coUnits,
        @Nullable @Size(max = 100) List<@NotNull @Valid Milestone> milestones,
        @Nullable UUID parentId,

        @Nullable @CodePointLength(max = PaperToFile.Item.LONGEST_LABEL)
        String label) {

    /** A co-unit, what it has to do, and its own limit where it is earlier. */
    record CoUnit(
            @NotNull UUID unitId,

            @Nullable @CodePointLength(max = PaperToFile.CoUnit.LONGEST_DUTY)
            String duty,

            @Nullable @OfficeDay LocalDate due) {}

    /** A step on the way. */
    record Milestone(
            @NotBlank @CodePointLength(max = 500) String title,
            @NotNull @OfficeDay LocalDate due) {}

    DraftItem toDraft() {
        return new DraftItem(
                title,
                sourceId,
                orEmpty(clauseIds),
                orEmpty(requirements),
                limitClass,
                due,
                cycle == null ? Cycle.ONCE : cycle,
                cycleDay,
                leadUnitId,
                orEmpty(coUnits).stream()
                        .map(co -> new DraftItem.CoUnit(co.unitId(), co.duty(), co.due()))
                        .toList(),
                orEmpty(milestones).stream()
                        .map(step -> new DraftItem.NewMilestone(step.title(), step.due()))
                        .toList(),
                parentId,
                label);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}

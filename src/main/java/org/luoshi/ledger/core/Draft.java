package org.luoshi.ledger.core;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.Cycle;

/** A draft as it stands, with the names of its units. */
public record Draft(
        int version,
        @Nullable UUID sourceId,
        List<UUID> clauseIds,
        @Nullable UUID parentId,
        String title,
        List<String> requirements,
        @Nullable String limitClass,
        @Nullable LocalDate due,
        Cycle cycle,
        @Nullable Integer cycleDay,
        @Nullable String lead,
        List<Co> coUnits,
        List<Step> milestones,
        @Nullable String label) {

    /** A co-unit with what it has to do. */
    public record Co(
            String unit, @Nullable String duty, @Nullable LocalDate due) {}

    /** A milestone. */
    public record Step(String title, LocalDate due) {}
}

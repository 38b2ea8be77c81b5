package org.luoshi.reporting.forms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeState;

/**
 * A regime on its page.
 *
 * @param asked who is asked, in words of names; empty for the whole tree
 * @param level the level below them; null for the units themselves
 * @param period the last one that has begun; null where none has
 * @param gate what it costs: as it was when it was submitted, else as of now
 * @param people names of the people who drafted and signed it
 */
public record RegimePage(
        Regime regime,
        RegimeState state,
        String formName,
        List<String> asked,
        @Nullable Integer level,
        long units,
        @Nullable LocalDate period,
        GateView gate,
        boolean keeper,
        boolean mayApprove,
        List<AskedVersion> versions,
        List<ExemptionLine> exemptions,
        Map<UUID, String> people,
        List<PastLine> history) {

    /** From which day on which version of the form is asked. */
    public record AskedVersion(LocalDate fromDay, int number) {}

    /** A unit that is let off for some days. */
    public record ExemptionLine(String name, LocalDate fromDay, LocalDate toDay, String reason, Instant madeAt) {}

    /** Something that happened to it; {@code textKey} names the {@code arguments}: name, value, name, value. */
    public record PastLine(
            Instant at,
            String textKey,
            Object[] arguments,
            String who,
            @Nullable String reason) {}

    public String person(@Nullable UUID id) {
        return id == null ? "" : people.getOrDefault(id, "");
    }
}

package org.luoshi.ledger.figures;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryLine;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.springframework.stereotype.Component;

/** How units were called on a day. The directory knows today's names; the former ones stand in the units' history. */
@Component
class PastNames {

    private static final int LINES = 100;

    private final OrganizationApi organization;
    private final HistoryApi history;
    private final ZoneId zone;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    PastNames(OrganizationApi organization, HistoryApi history, ZoneId zone) {
        this.organization = organization;
        this.history = history;
        this.zone = zone;
    }

    private record Renaming(LocalDate on, String formerName) {}

    private record Known(Unit unit, List<Renaming> renamings) {}

    /** The unit as it was called on that day, or on its last one where that was before. */
    NamedLine on(Unit unit, LocalDate day) {
        LocalDate end = unit.validTo();
        LocalDate then = end != null && end.isBefore(day) ? end : day;
        String former = nameOn(unit, then);
        boolean merged = unit.mergedIntoId() != null;
        String later = merged ? successor(unit) : former == null ? null : unit.shortName();
        String name = former == null ? unit.shortName() : former;
        return new NamedLine(unit.id().toString(), name, later, merged);
    }

    private @Nullable String successor(Unit unit) {
        UUID into = unit.mergedIntoId();
        return into == null
                ? null
                : organization.unit(into).map(Unit::shortName).orElse(null);
    }

    /** Null where it is today's. */
    private @Nullable String nameOn(Unit unit, LocalDate day) {
        return renamings(unit).stream()
                .filter(renaming -> renaming.on().isAfter(day))
                .map(Renaming::formerName)
                .filter(name -> !name.equals(unit.name()))
                .findFirst()
                .orElse(null);
    }

    /** Oldest first. Whoever was never called otherwise has no alias, and is not looked up. */
    private List<Renaming> renamings(Unit unit) {
        if (unit.aliases().isEmpty()) {
            return List.of();
        }
        Known kept = known.get(unit.id());
        if (kept == null || !kept.unit().equals(unit)) {
            kept = new Known(unit, read(unit));
            known.put(unit.id(), kept);
        }
        return kept.renamings();
    }

    private List<Renaming> read(Unit unit) {
        List<Renaming> renamings = new ArrayList<>();
        for (HistoryLine line : history.of(unit.id(), LINES)) {
            String former = line.details().get("formerName");
            if (former != null && !former.equals(line.details().get("name"))) {
                renamings.add(0, new Renaming(LocalDate.ofInstant(line.happenedAt(), zone), former));
            }
        }
        return renamings;
    }
}

package org.luoshi.obligations.core;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.obligations.Obligation;
import org.luoshi.obligations.core.Upcoming.OfUnit;
import org.luoshi.obligations.core.Upcoming.Range;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** "What will fall due tomorrow": for the office all units, for others their own and what is below them. */
@Component
@Transactional(readOnly = true)
public class UpcomingQueries {

    private static final int MOST = 1000;

    private final ObligationQueries queries;
    private final OrganizationApi organization;
    private final WorktimeApi worktime;
    private final Clock clock;
    private final ZoneId zone;

    UpcomingQueries(
            ObligationQueries queries, OrganizationApi organization, WorktimeApi worktime, Clock clock, ZoneId zone) {
        this.queries = queries;
        this.organization = organization;
        this.worktime = worktime;
        this.clock = clock;
        this.zone = zone;
    }

    public Upcoming upcoming(Range range, boolean withEmptyUnits, Actor viewer) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        LocalDate from = range == Range.TODAY ? today : today.plusDays(1);
        LocalDate to = switch (range) {
            case TODAY -> today;
            case TOMORROW -> worktime.plusWorkingDays(today, 1);
            case WEEK -> today.plusDays(7);
        };
        Collection<UUID> units = unitsOf(viewer);
        List<Obligation> due = queries.dueBetween(from, to, units);
        Map<UUID, List<Obligation>> byUnit = due.stream()
                .limit(MOST)
                .collect(Collectors.groupingBy(Obligation::unitId, LinkedHashMap::new, Collectors.toList()));
        List<OfUnit> rows = unitsToShow(byUnit.keySet(), withEmptyUnits, units, today).stream()
                .map(unit -> new OfUnit(unit, byUnit.getOrDefault(unit.id(), List.of())))
                .toList();
        return new Upcoming(range, from, to, due.size(), Math.min(due.size(), MOST), rows);
    }

    /** The units whose obligations this person may see; null: all of them. */
    public @Nullable Collection<UUID> unitsOf(Actor viewer) {
        boolean seesAll =
                viewer.has(Role.AUDITOR) || viewer.roles().stream().anyMatch(role -> role.kind() == Role.Kind.OFFICE);
        return seesAll ? null : organization.subtree(viewer.unitIds());
    }

    private List<Unit> unitsToShow(
            Collection<UUID> owing, boolean withEmptyUnits, @Nullable Collection<UUID> visible, LocalDate today) {
        if (!withEmptyUnits) {
            return organization.inOfficialOrder(owing);
        }
        List<UUID> all = organization.unitsOn(today).stream()
                .filter(unit -> unit.kind() != UnitKind.GUEST)
                .map(Unit::id)
                .filter(id -> visible == null || visible.contains(id))
                .collect(Collectors.toList());
        owing.stream().filter(id -> !all.contains(id)).forEach(all::add);
        return organization.inOfficialOrder(all);
    }
}

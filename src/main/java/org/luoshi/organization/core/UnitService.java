package org.luoshi.organization.core;

import static org.luoshi.organization.core.OrganizationError.BELOW_ITSELF;
import static org.luoshi.organization.core.OrganizationError.CODE_TAKEN;
import static org.luoshi.organization.core.OrganizationError.ENDED;
import static org.luoshi.organization.core.OrganizationError.END_BEFORE_START;
import static org.luoshi.organization.core.OrganizationError.HAS_SUB_UNITS;
import static org.luoshi.organization.core.OrganizationError.MERGED_WITH_ITSELF;
import static org.luoshi.organization.core.OrganizationError.MERGE_IN_FUTURE;
import static org.luoshi.organization.core.OrganizationError.NAME_TAKEN;
import static org.luoshi.organization.core.OrganizationError.OFFICE_EXISTS;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.organization.NewUnit;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.luoshi.organization.UnitMerged;
import org.luoshi.platform.Fold;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every way a unit can change. */
@Service
@Transactional
public class UnitService {

    private final UnitStore units;
    private final SeatService seats;
    private final OfficeNameOfRoot officeName;
    private final HistoryApi history;
    private final ApplicationEventPublisher events;
    private final ZoneId zone;
    private final Clock clock;

    UnitService(
            UnitStore units,
            SeatService seats,
            OfficeNameOfRoot officeName,
            HistoryApi history,
            ApplicationEventPublisher events,
            ZoneId zone,
            Clock clock) {
        this.units = units;
        this.seats = seats;
        this.officeName = officeName;
        this.history = history;
        this.events = events;
        this.zone = zone;
        this.clock = clock;
    }

    public Unit add(NewUnit wanted, Actor actor) {
        UUID id = TimeOrderedIds.next(clock);
        @Nullable Unit parent = parentOf(wanted);
        requireFree(wanted, id);
        if (wanted.kind() == UnitKind.OFFICE && units.office().isPresent()) {
            throw OFFICE_EXISTS.plain();
        }
        Unit unit = unit(id, wanted, parent, placeFor(wanted, id));
        units.insert(unit);
        record(unit, "added", Map.of("name", unit.name()), null, actor);
        officeName.refresh();
        return unit;
    }

    /** Saves an edit; a former name stays as an alias, so that what others still write is understood. */
    public Unit change(UUID id, int seenVersion, NewUnit wanted, Actor actor) {
        Unit before = requireValid(id);
        @Nullable Unit parent = parentOf(wanted);
        if (parent != null && parent.path().contains(id)) {
            throw BELOW_ITSELF.with(Map.of("name", before.name(), "parent", parent.name()));
        }
        requireFree(wanted, id);
        requireOneOffice(before, wanted);
        boolean staysThere = Objects.equals(before.parentId(), wanted.parentId());
        int place = wanted.order() == null && staysThere ? before.order() : placeFor(wanted, id);
        Unit after = unit(id, withFormerNames(before, wanted), parent, place);
        units.update(after, seenVersion);
        if (!staysThere) {
            units.rehang(before, parent == null ? List.of() : parent.path());
        }
        record(after, staysThere ? "changed" : "moved", changes(before, after, parent), null, actor);
        officeName.refresh();
        return after;
    }

    /** The last day of a unit that nobody takes over. Its posts end and their holders leave them. */
    public void end(UUID id, LocalDate lastDay, @Nullable String reason, Actor actor) {
        Unit unit = requireValid(id);
        if (units.hasValidChildren(id)) {
            throw HAS_SUB_UNITS.with(Map.of("name", unit.name()));
        }
        requireNotBeforeStart(unit, lastDay);
        seats.endPostsOf(unit, lastDay, actor);
        units.end(id, lastDay, null);
        record(unit, "ended", Map.of("name", unit.name(), "lastDay", lastDay.toString()), reason, actor);
        officeName.refresh();
    }

    /** From {@code on} the unit is part of another: its sub-units move there, its posts end, its open work follows by {@link UnitMerged}. */
    public void merge(UUID id, UUID intoId, LocalDate on, @Nullable String reason, Actor actor) {
        Unit unit = requireValid(id);
        Unit into = requireValid(intoId);
        if (into.path().contains(id)) {
            throw MERGED_WITH_ITSELF.with(Map.of("name", unit.name()));
        }
        if (on.isAfter(LocalDate.now(clock.withZone(zone)))) {
            throw MERGE_IN_FUTURE.plain();
        }
        LocalDate lastDay = on.minusDays(1);
        requireNotBeforeStart(unit, on);
        int place = units.lastPlace(intoId);
        for (Unit child : units.validChildren(id)) {
            Unit moved = withParent(child, into, ++place);
            units.update(moved, units.version(child.id()));
            units.rehang(child, into.path());
            record(moved, "moved", Map.of("name", moved.name(), "parent", into.name()), reason, actor);
        }
        seats.endPostsOf(unit, lastDay, actor);
        units.end(id, lastDay, intoId);
        Map<String, Object> details = Map.of("name", unit.name(), "into", into.name(), "on", on.toString());
        record(unit, "merged", details, reason, actor);
        record(into, "took-over", details, reason, actor);
        events.publishEvent(new UnitMerged(id, intoId, on));
        officeName.refresh();
    }

    private @Nullable Unit parentOf(NewUnit wanted) {
        return wanted.parentId() == null ? null : requireValid(wanted.parentId());
    }

    private Unit requireValid(UUID id) {
        Unit unit = units.require(id);
        if (unit.validTo() != null) {
            throw ENDED.with(Map.of("name", unit.name()));
        }
        return unit;
    }

    private void requireFree(NewUnit wanted, UUID id) {
        if (units.hasSiblingNamed(wanted.parentId(), Fold.text(wanted.name()), id)) {
            throw NAME_TAKEN.with(Map.of("name", wanted.name()));
        }
        String code = wanted.code();
        if (code != null && units.hasCode(code, wanted.kind(), id)) {
            throw CODE_TAKEN.with(Map.of("code", code));
        }
    }

    private void requireOneOffice(Unit before, NewUnit wanted) {
        if (wanted.kind() == UnitKind.OFFICE
                && units.office()
                        .filter(office -> !office.id().equals(before.id()))
                        .isPresent()) {
            throw OFFICE_EXISTS.plain();
        }
    }

    private static void requireNotBeforeStart(Unit unit, LocalDate day) {
        if (day.isBefore(unit.validFrom())) {
            throw END_BEFORE_START.with(Map.of("name", unit.name(), "from", unit.validFrom()));
        }
    }

    private int placeFor(NewUnit wanted, UUID id) {
        Integer order = wanted.order();
        if (order == null) {
            return units.lastPlace(wanted.parentId()) + 1;
        }
        units.makeRoom(wanted.parentId(), order, id);
        return order;
    }

    private static Unit unit(UUID id, NewUnit wanted, @Nullable Unit parent, int place) {
        List<UUID> path = new ArrayList<>(parent == null ? List.of() : parent.path());
        path.add(id);
        return new Unit(
                id,
                wanted.parentId(),
                wanted.code(),
                wanted.name(),
                wanted.shortName(),
                wanted.aliases(),
                wanted.kind(),
                place,
                path,
                wanted.validFrom(),
                null,
                null);
    }

    private static Unit withParent(Unit unit, Unit parent, int place) {
        NewUnit same = new NewUnit(
                parent.id(),
                unit.code(),
                unit.name(),
                unit.shortName(),
                unit.aliases(),
                unit.kind(),
                place,
                unit.validFrom());
        return unit(unit.id(), same, parent, place);
    }

    private static NewUnit withFormerNames(Unit before, NewUnit wanted) {
        Set<String> aliases = new LinkedHashSet<>(wanted.aliases());
        if (!before.name().equals(wanted.name())) {
            aliases.add(before.name());
        }
        if (!before.shortName().equals(wanted.shortName())) {
            aliases.add(before.shortName());
        }
        aliases.removeAll(List.of(wanted.name(), wanted.shortName()));
        return new NewUnit(
                wanted.parentId(),
                wanted.code(),
                wanted.name(),
                wanted.shortName(),
                List.copyOf(aliases),
                wanted.kind(),
                wanted.order(),
                wanted.validFrom());
    }

    private static Map<String, Object> changes(Unit before, Unit after, @Nullable Unit parent) {
        return Map.of(
                "name", after.name(),
                "formerName", before.name(),
                "parent", parent == null ? "" : parent.name(),
                "order", after.order());
    }

    private void record(Unit unit, String action, Map<String, Object> details, @Nullable String reason, Actor actor) {
        history.record(new HistoryFact(unit.id(), "organization.unit", unit.id(), action, details, reason), actor);
    }
}

package org.luoshi.organization.core;

import static org.luoshi.organization.core.OrganizationError.UNIT_UNCLEAR;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitMatch;
import org.luoshi.organization.WrittenUnits;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Understands what people type into a field for units. */
@Component
@Transactional(readOnly = true)
public class TypedUnits {

    private static final int OFFERED = 5;

    private final UnitFinder finder;
    private final AreaFinder areas;
    private final UnitStore units;
    private final ZoneId zone;
    private final Clock clock;

    TypedUnits(UnitFinder finder, AreaFinder areas, UnitStore units, ZoneId zone, Clock clock) {
        this.finder = finder;
        this.areas = areas;
        this.units = units;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Several names in one field, separated by 、 , ; or line ends. A name is certain when it is the only one of that name; an area also by
     * its code, and by its name with the areas above, as 城关镇（安徽省阜阳市临泉县） and 安徽省临泉县城关镇.
     */
    public WrittenUnits written(String text) {
        Map<UUID, Unit> certain = new LinkedHashMap<>();
        Map<String, List<UnitMatch>> unclear = new LinkedHashMap<>();
        for (String name : text.split("[、,，;；\\n\\r]+")) {
            if (name.isBlank()) {
                continue;
            }
            List<UnitMatch> matches = finder.match(name, OFFERED);
            List<Unit> coded = isNamed(matches) ? List.of() : byCodeOrAsArea(name);
            Optional<Unit> only = coded.size() == 1 ? Optional.of(coded.get(0)) : onlyCertain(matches);
            only.ifPresent(unit -> certain.put(unit.id(), unit));
            if (only.isEmpty()) {
                unclear.put(name.strip(), coded.isEmpty() ? matches : several(coded));
            }
        }
        return new WrittenUnits(new ArrayList<>(certain.values()), unclear);
    }

    /** The one unit of exactly this name, alias, code, or area with the areas above; empty where none or more than one is. */
    public Optional<Unit> named(String written) {
        List<UnitMatch> matches = finder.match(written, OFFERED);
        List<Unit> meant = isNamed(matches)
                ? matches.stream()
                        .filter(match -> match.confidence() == 1)
                        .map(UnitMatch::unit)
                        .toList()
                : byCodeOrAsArea(written);
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    private static boolean isNamed(List<UnitMatch> matches) {
        return !matches.isEmpty() && matches.get(0).confidence() == 1;
    }

    private List<Unit> byCodeOrAsArea(String written) {
        return units.byCode(written.strip()).map(List::of).orElseGet(() -> areas.written(written, today()));
    }

    private static List<UnitMatch> several(List<Unit> same) {
        return same.stream()
                .limit(OFFERED)
                .map(unit -> new UnitMatch(unit, UnitFinder.ONE_OF_SEVERAL))
                .toList();
    }

    /** The one unit that was typed; refused with the near ones, told apart, where it is not clear. */
    public Unit require(String typed) {
        WrittenUnits written = written(typed);
        if (written.isClear() && written.units().size() == 1) {
            return written.units().get(0);
        }
        List<Unit> near = written.unclear().values().stream()
                .flatMap(List::stream)
                .map(UnitMatch::unit)
                .distinct()
                .toList();
        Map<UUID, String> names = areas.wordings(near);
        List<String> told = near.stream().map(Unit::id).map(names::get).toList();
        throw UNIT_UNCLEAR.with(Map.of("name", typed.strip(), "near", String.join("、", told)));
    }

    private static Optional<Unit> onlyCertain(List<UnitMatch> matches) {
        List<UnitMatch> certain = matches.stream()
                .filter(match -> match.confidence() >= UnitFinder.SAME_CORE)
                .toList();
        return certain.size() == 1 ? Optional.of(certain.get(0).unit()) : Optional.empty();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }
}

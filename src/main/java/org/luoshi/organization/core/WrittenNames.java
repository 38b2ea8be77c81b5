package org.luoshi.organization.core;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.NewUnit;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.luoshi.organization.UnitMatch;
import org.luoshi.organization.WrittenName;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the names in a table or a paper mean: a unit of the register, a new one, or nobody. */
@Component
public class WrittenNames {

    /** From here on one match alone is taken without asking, as everywhere in the house. */
    private static final double CERTAIN = 0.9;

    private static final int OFFERED = 4;
    private static final Pattern ELIDED = Pattern.compile("[^省市县区州盟旗]{0,9}(?:省|市|县|区|州|盟|旗)");

    private final UnitFinder finder;
    private final UnitStore units;
    private final UnitService service;
    private final ZoneId zone;
    private final Clock clock;

    WrittenNames(UnitFinder finder, UnitStore units, UnitService service, ZoneId zone, Clock clock) {
        this.finder = finder;
        this.units = units;
        this.service = service;
        this.zone = zone;
        this.clock = clock;
    }

    /** @param written names with how often each is written */
    @Transactional(readOnly = true)
    public Map<String, WrittenName> resolve(Map<String, Integer> written, Map<String, String> decisions) {
        Map<String, WrittenName> names = new LinkedHashMap<>();
        List<String> fresh = new ArrayList<>();
        written.forEach((name, count) -> {
            WrittenName resolved = resolve(name, count, decisions.getOrDefault(name, ""), fresh);
            if (resolved.isNew() && resolved.unitName() != null && !fresh.contains(resolved.unitName())) {
                fresh.add(resolved.unitName());
            }
            names.put(name, toldApart(resolved, names.values()));
        });
        return names;
    }

    /** The units by the names as written; those that are new are made, each once, as units from outside. */
    @Transactional
    public Map<String, UUID> unitsFor(Collection<WrittenName> names, Actor actor) {
        Map<String, UUID> byName = new HashMap<>();
        Map<String, UUID> byWritten = new LinkedHashMap<>();
        for (WrittenName name : names) {
            String unitName = name.unitName();
            if (unitName == null) {
                continue;
            }
            UUID known = name.unitId();
            UUID id = known == null ? byName.get(unitName) : known;
            if (id == null) {
                id = newUnit(unitName, actor);
            }
            byName.putIfAbsent(unitName, id);
            byWritten.put(name.written(), id);
        }
        return byWritten;
    }

    private UUID newUnit(String name, Actor actor) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        return service.add(new NewUnit(null, null, name, name, List.of(), UnitKind.GUEST, null, today), actor)
                .id();
    }

    /** Two units of one name (two offices of two cities) must not become one. */
    private static WrittenName toldApart(WrittenName name, Collection<WrittenName> before) {
        boolean clashes = before.stream()
                .anyMatch(other -> Objects.equals(other.unitName(), name.unitName())
                        && !Objects.equals(other.unitId(), name.unitId()));
        if (!clashes || name.unitName() == null) {
            return name;
        }
        return new WrittenName(
                name.written(),
                name.count(),
                name.certain(),
                name.collective(),
                name.candidates(),
                name.decision(),
                name.unitId(),
                name.unitName() + "（" + name.written() + "）");
    }

    private WrittenName resolve(String name, int count, String chosen, List<String> fresh) {
        List<UnitMatch> matches = finder.match(name, OFFERED);
        List<UnitMatch> sure =
                matches.stream().filter(match -> match.confidence() >= CERTAIN).toList();
        List<WrittenName.Candidate> candidates = matches.stream()
                .map(match -> new WrittenName.Candidate(
                        match.unit().id(), match.unit().name(), (int) Math.round(100 * match.confidence())))
                .toList();
        boolean certain = sure.size() == 1;
        boolean collective = !certain && WrittenName.isCollective(name);
        Optional<Unit> chosenUnit = unitOf(chosen);
        String decision = chosen;
        if (chosen.startsWith(WrittenName.USE) && chosenUnit.isEmpty() || !isDecision(chosen)) {
            decision = proposal(certain, collective, candidates, sure);
            chosenUnit = unitOf(decision);
        }
        @Nullable UUID unitId = chosenUnit.map(Unit::id).orElse(null);
        @Nullable String unitName = chosenUnit.map(Unit::name).orElse(null);
        if (decision.equals(WrittenName.NEW)) {
            unitName = fresh.stream()
                    .filter(other -> isSame(name, other))
                    .findFirst()
                    .orElse(name);
        }
        return new WrittenName(name, count, certain, collective, candidates, decision, unitId, unitName);
    }

    private static boolean isDecision(String chosen) {
        return chosen.startsWith(WrittenName.USE) || chosen.equals(WrittenName.NEW) || chosen.equals(WrittenName.LEAVE);
    }

    /** Taken where it is certain, new where nothing is near; where something is near a person decides. */
    private static String proposal(
            boolean certain, boolean collective, List<WrittenName.Candidate> candidates, List<UnitMatch> sure) {
        if (certain) {
            return WrittenName.USE + sure.get(0).unit().id();
        }
        if (collective) {
            return WrittenName.LEAVE;
        }
        return candidates.isEmpty() ? WrittenName.NEW : "";
    }

    private Optional<Unit> unitOf(String decision) {
        if (!decision.startsWith(WrittenName.USE)) {
            return Optional.empty();
        }
        try {
            return units.find(UUID.fromString(decision.substring(WrittenName.USE.length())));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** 审批服务局 and 市审批服务局 are one unit in one table. */
    static boolean isSame(String one, String other) {
        return one.equals(other) || isElided(one, other) || isElided(other, one);
    }

    private static boolean isElided(String shorter, String longer) {
        return longer.endsWith(shorter)
                && ELIDED.matcher(longer.substring(0, longer.length() - shorter.length()))
                        .matches();
    }
}

package org.luoshi.ledger.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitMatch;
import org.springframework.stereotype.Component;

/** What the names in a table mean: a unit of the register, a new one, or nobody. */
@Component
class ImportUnits {

    /** From here on one match alone is taken without asking, as everywhere in the house. */
    private static final double CERTAIN = 0.9;

    private static final int OFFERED = 4;
    private static final Pattern ELIDED = Pattern.compile("[^省市县区州盟旗]{0,9}(?:省|市|县|区|州|盟|旗)");

    private final OrganizationApi organization;

    ImportUnits(OrganizationApi organization) {
        this.organization = organization;
    }

    /** @param written names with the number of rows that write them */
    Map<String, ImportName> resolve(Map<String, Integer> written, Map<String, String> decisions) {
        Map<String, ImportName> names = new LinkedHashMap<>();
        List<String> fresh = new ArrayList<>();
        written.forEach((name, rows) -> {
            ImportName resolved = resolve(name, rows, decisions.getOrDefault(name, ""), fresh);
            if (resolved.isNew() && resolved.unitName() != null && !fresh.contains(resolved.unitName())) {
                fresh.add(resolved.unitName());
            }
            names.put(name, toldApart(resolved, names.values()));
        });
        return names;
    }

    /** Two units of one name (two offices of two cities) must not become one. */
    private static ImportName toldApart(ImportName name, Collection<ImportName> before) {
        boolean clashes = before.stream()
                .anyMatch(other -> Objects.equals(other.unitName(), name.unitName())
                        && !Objects.equals(other.unitId(), name.unitId()));
        if (!clashes || name.unitName() == null) {
            return name;
        }
        return new ImportName(
                name.written(),
                name.rows(),
                name.certain(),
                name.collective(),
                name.candidates(),
                name.decision(),
                name.unitId(),
                name.unitName() + "（" + name.written() + "）");
    }

    private ImportName resolve(String name, int rows, String chosen, List<String> fresh) {
        List<UnitMatch> matches = organization.matchUnits(name, OFFERED);
        List<UnitMatch> sure =
                matches.stream().filter(match -> match.confidence() >= CERTAIN).toList();
        List<ImportName.Candidate> candidates = matches.stream()
                .map(match -> new ImportName.Candidate(
                        match.unit().id(), match.unit().name(), (int) Math.round(100 * match.confidence())))
                .toList();
        boolean certain = sure.size() == 1;
        boolean collective = !certain && ImportNames.isCollective(name);
        Optional<Unit> chosenUnit = unitOf(chosen);
        String decision = chosen;
        if (chosen.startsWith(ImportChoices.USE) && chosenUnit.isEmpty() || !isDecision(chosen)) {
            decision = proposal(certain, collective, candidates, sure);
            chosenUnit = unitOf(decision);
        }
        @Nullable UUID unitId = chosenUnit.map(Unit::id).orElse(null);
        @Nullable String unitName = chosenUnit.map(Unit::name).orElse(null);
        if (decision.equals(ImportChoices.NEW)) {
            unitName = fresh.stream()
                    .filter(other -> isSame(name, other))
                    .findFirst()
                    .orElse(name);
        }
        return new ImportName(name, rows, certain, collective, candidates, decision, unitId, unitName);
    }

    private static boolean isDecision(String chosen) {
        return chosen.startsWith(ImportChoices.USE)
                || chosen.equals(ImportChoices.NEW)
                || chosen.equals(ImportChoices.LEAVE);
    }

    /** Taken where it is certain, new where nothing is near; where something is near a person decides. */
    private static String proposal(
            boolean certain, boolean collective, List<ImportName.Candidate> candidates, List<UnitMatch> sure) {
        if (certain) {
            return ImportChoices.USE + sure.get(0).unit().id();
        }
        if (collective) {
            return ImportChoices.LEAVE;
        }
        return candidates.isEmpty() ? ImportChoices.NEW : "";
    }

    private Optional<Unit> unitOf(String decision) {
        if (!decision.startsWith(ImportChoices.USE)) {
            return Optional.empty();
        }
        try {
            return organization.unit(UUID.fromString(decision.substring(ImportChoices.USE.length())));
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

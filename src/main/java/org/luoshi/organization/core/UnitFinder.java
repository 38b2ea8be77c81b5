package org.luoshi.organization.core;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitMatch;
import org.luoshi.platform.Fold;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds units by what people type and by what others wrote. */
@Component
@Transactional(readOnly = true)
public class UnitFinder {

    static final double SAME_CORE = 0.9;
    static final double ONE_OF_SEVERAL = 0.75;
    private static final double NEAREST = 0.89;
    private static final double LEAST = 0.4;
    /** A former name leads to the unit that took over, a little less surely than its own name. */
    private static final double SUCCESSOR = 0.95;

    private static final int CANDIDATES = 60;
    static final String VALID = " valid_from <= :today and (valid_to is null or valid_to >= :today) ";
    /** Served by the indexes for names; leaves towns and villages out. */
    private static final String NEAR = " search_level = 0 and ";

    private static final String UNITS = NEAR + "kind <> 'AREA' and ";
    private static final String AREAS = NEAR + "kind = 'AREA' and ";

    private final JdbcClient jdbc;
    private final UnitStore units;
    private final AreaFinder areas;
    private final ZoneId zone;
    private final Clock clock;

    UnitFinder(JdbcClient jdbc, UnitStore units, AreaFinder areas, ZoneId zone, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.areas = areas;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Valid units whose name, short name, alias or initials contain this; whole names and beginnings first, then units, provinces, cities
     * and counties before towns and villages. One character alone does not search towns and villages.
     */
    public List<Unit> search(String query, int limit) {
        String folded = Fold.text(query);
        if (folded.isEmpty()) {
            return List.of();
        }
        List<Unit> found = new ArrayList<>(near(folded, limit));
        found.addAll(areas.far(folded, limit, today()));
        return found.stream()
                .sorted(Comparator.comparing(unit -> !isNamed(unit, folded)))
                .limit(limit)
                .toList();
    }

    private List<Unit> near(String folded, int limit) {
        Set<String> grams = UnitNames.grams(List.of(folded));
        return jdbc.sql(UnitStore.COLUMNS + "where" + NEAR + VALID
                        + (grams.isEmpty() ? "" : "and grams @> :grams::text[]") + """
                         and haystack like :within
                        order by (:query ::text = any(folded_names)) desc, (' ' || haystack like :beginning) desc,
                                 (kind = 'AREA'), cardinality(path), case when kind = 'AREA' then code end, place, id
                        limit :limit
                        """)
                .param("today", today())
                .param("grams", Sql.texts(grams))
                .param("query", folded)
                .param("within", "%" + folded + "%")
                .param("beginning", "% " + folded + "%")
                .param("limit", limit)
                .query(UnitStore::read)
                .list();
    }

    private static boolean isNamed(Unit unit, String folded) {
        return Stream.concat(Stream.of(unit.name(), unit.shortName()), unit.aliases().stream())
                .anyMatch(name -> Fold.text(name).equals(folded));
    }

    /** What a name written by somebody else may mean, best first; of areas only provinces, cities and counties, and after all units. */
    public List<UnitMatch> match(String writtenName, int limit) {
        String folded = Fold.text(writtenName);
        if (folded.isEmpty()) {
            return List.of();
        }
        Map<UUID, UnitMatch> found = new LinkedHashMap<>();
        sameName(UNITS, folded).forEach(match -> keepBetter(found, match));
        if (found.isEmpty()) {
            String core = UnitNames.core(folded);
            sameCore(UNITS, core).forEach(match -> keepBetter(found, match));
            formerCore(core).forEach(match -> keepBetter(found, match));
            similar(core).forEach(match -> keepBetter(found, match));
            areasNamed(folded, core, found.isEmpty()).forEach(match -> keepBetter(found, match));
        }
        return found.values().stream()
                .sorted(Comparator.comparingDouble(UnitMatch::confidence)
                        .reversed()
                        .thenComparing(match -> match.unit().path().size())
                        .thenComparing(match -> match.unit().order()))
                .limit(limit)
                .toList();
    }

    /** Where the office has a unit that may be meant as well (沧州市政府 for 沧州市), an area is not taken without asking. */
    private List<UnitMatch> areasNamed(String folded, String core, boolean nothingElse) {
        List<UnitMatch> named = sameName(AREAS, folded);
        return (named.isEmpty() ? sameCore(AREAS, core) : named)
                .stream()
                        .map(match -> nothingElse
                                ? match
                                : new UnitMatch(match.unit(), Math.min(NEAREST, match.confidence())))
                        .toList();
    }

    private List<UnitMatch> sameName(String among, String folded) {
        List<UnitMatch> matches = new ArrayList<>();
        for (Unit unit : jdbc.sql(UnitStore.COLUMNS + "where" + among + "folded_names @> array[:name::text]")
                .param("name", folded)
                .query(UnitStore::read)
                .list()) {
            if (isValid(unit)) {
                matches.add(new UnitMatch(unit, 1));
            } else {
                successor(unit).ifPresent(into -> matches.add(new UnitMatch(into, SUCCESSOR)));
            }
        }
        return matches;
    }

    private List<UnitMatch> sameCore(String among, String core) {
        List<Unit> same = jdbc.sql(
                        UnitStore.COLUMNS + "where" + among + VALID + "and cores @> array[:core::text] limit :limit")
                .param("today", today())
                .param("core", core)
                .param("limit", CANDIDATES)
                .query(UnitStore::read)
                .list();
        double confidence = same.size() == 1 ? SAME_CORE : ONE_OF_SEVERAL;
        return same.stream().map(unit -> new UnitMatch(unit, confidence)).toList();
    }

    /** A former name that was not written in full leads to the successor too, but a person has to agree. */
    private List<UnitMatch> formerCore(String core) {
        return jdbc
                .sql(
                        UnitStore.COLUMNS + "where" + UNITS
                                + "merged_into_id is not null and valid_to < :today and cores @> array[:core::text] limit :limit")
                .param("today", today())
                .param("core", core)
                .param("limit", CANDIDATES)
                .query(UnitStore::read)
                .list()
                .stream()
                .flatMap(ended -> successor(ended).stream())
                .map(into -> new UnitMatch(into, ONE_OF_SEVERAL))
                .toList();
    }

    /** Units that share pairs of characters, most of them first, or that the written name abbreviates. */
    private List<UnitMatch> similar(String core) {
        List<Unit> near = jdbc.sql(UnitStore.COLUMNS + "where" + UNITS + VALID + """
                        and (grams && :pairs::text[] or grams @> :characters::text[])
                        order by (grams @> :characters::text[]) desc,
                                 cardinality(array(select unnest(grams) intersect select unnest(:pairs::text[]))) desc,
                                 cardinality(grams), id
                        limit :limit
                        """)
                .param("today", today())
                .param("pairs", Sql.texts(Fold.bigrams(core)))
                .param(
                        "characters",
                        Sql.texts(UnitNames.grams(List.of(core)).stream()
                                .filter(gram -> gram.codePointCount(0, gram.length()) == 1)
                                .toList()))
                .param("limit", CANDIDATES)
                .query(UnitStore::read)
                .list();
        return near.stream()
                .map(unit -> new UnitMatch(unit, Math.min(NEAREST, likeness(core, unit))))
                .filter(match -> match.confidence() >= LEAST)
                .toList();
    }

    private static double likeness(String core, Unit unit) {
        return UnitNames.of(unit.name(), unit.shortName(), unit.aliases()).cores().stream()
                .mapToDouble(known -> UnitNames.likeness(core, known))
                .max()
                .orElse(0);
    }

    private Optional<Unit> successor(Unit ended) {
        Optional<Unit> next = Optional.of(ended);
        for (int steps = 0; steps < 10 && next.isPresent() && !isValid(next.get()); steps++) {
            UUID into = next.get().mergedIntoId();
            next = into == null ? Optional.empty() : units.find(into);
        }
        return next.filter(this::isValid);
    }

    private boolean isValid(Unit unit) {
        LocalDate today = today();
        LocalDate end = unit.validTo();
        return !unit.validFrom().isAfter(today) && (end == null || !end.isBefore(today));
    }

    private static void keepBetter(Map<UUID, UnitMatch> found, UnitMatch match) {
        found.merge(match.unit().id(), match, (one, two) -> one.confidence() >= two.confidence() ? one : two);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }
}

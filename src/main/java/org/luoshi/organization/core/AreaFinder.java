package org.luoshi.organization.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.luoshi.platform.Fold;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds areas, whose names repeat hundreds of times over the country, and tells them apart by the areas above. */
@Component
@Transactional(readOnly = true)
public class AreaFinder {

    private static final int TOWNS = 4;
    private static final int VILLAGES = 5;
    /** So many are fetched before they are ranked: of 村委会 there are hundreds of thousands. */
    private static final int CANDIDATES = 400;

    private static final int NAMESAKES = 2000;
    private static final int LONGEST_WORDING = 100;
    private static final Pattern WITH_AREAS_ABOVE = Pattern.compile("(.+)[（(]([^（）()]+)[）)]\\s*");

    private final JdbcClient jdbc;
    private final UnitStore units;

    AreaFinder(JdbcClient jdbc, UnitStore units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    /** Towns, then villages, that contain this; of each level whole names and beginnings first. */
    List<Unit> far(String folded, int limit, LocalDate today) {
        if (folded.codePointCount(0, folded.length()) < 2) {
            return List.of();
        }
        List<Unit> found = new ArrayList<>(onLevel(TOWNS, folded, limit, today));
        found.addAll(onLevel(VILLAGES, folded, limit, today));
        return found;
    }

    /** The level stands in the text of the question, for the planner to see which index serves it. */
    private List<Unit> onLevel(int level, String folded, int limit, LocalDate today) {
        return jdbc.sql(UnitStore.COLUMNS + """
                        where id in (
                            (select id from organization.unit
                             where search_level = %1$d and folded_names[1] ~>=~ :query and folded_names[1] ~<~ :after and %2$s
                             limit :candidates)
                            union all
                            (select id from organization.unit
                             where search_level = %1$d and grams @> :grams::text[] and haystack like :within and %2$s
                             limit :candidates))
                        order by (folded_names[1] = :query) desc, (haystack like :beginning) desc, code, place, id
                        limit :limit
                        """.formatted(level, UnitFinder.VALID))
                .param("query", folded)
                .param("after", folded + Character.toString(Character.MAX_CODE_POINT))
                .param("grams", Sql.texts(Fold.bigrams(folded)))
                .param("within", "%" + folded + "%")
                .param("beginning", folded + "%")
                .param("today", today)
                .param("candidates", CANDIDATES)
                .param("limit", limit)
                .query(UnitStore::read)
                .list();
    }

    /** The areas that this wording may mean, higher ones first: a name, a name with the areas above in brackets, or all names in a row. */
    List<Unit> written(String wording, LocalDate today) {
        if (wording.length() > LONGEST_WORDING) {
            return List.of();
        }
        List<Unit> meant = inARow(Fold.text(wording), today);
        Matcher brackets = WITH_AREAS_ABOVE.matcher(wording);
        return meant.isEmpty() && brackets.matches()
                ? inARow(Fold.text(brackets.group(2) + brackets.group(1)), today)
                : meant;
    }

    private List<Unit> inARow(String folded, LocalDate today) {
        List<String> endings = new ArrayList<>();
        for (int i = 0; i < folded.length(); i++) {
            endings.add(folded.substring(i));
        }
        List<Unit> named = jdbc.sql(UnitStore.COLUMNS + "where kind = 'AREA' and folded_names[1] = any(:endings) and"
                        + UnitFinder.VALID + "limit :limit")
                .param("endings", Sql.texts(endings))
                .param("today", today)
                .param("limit", NAMESAKES)
                .query(UnitStore::read)
                .list();
        Map<UUID, List<String>> above = above(named);
        return named.stream()
                .filter(area -> isMeant(folded, Fold.text(area.name()), above.getOrDefault(area.id(), List.of())))
                .sorted(Comparator.comparing((Unit area) -> area.path().size())
                        .thenComparing(area -> String.valueOf(area.code())))
                .toList();
    }

    /** Whether the text is the name after names of areas above, from far to near, any of which may be left out. */
    static boolean isMeant(String text, String name, List<String> above) {
        if (!text.endsWith(name)) {
            return false;
        }
        String rest = text.substring(0, text.length() - name.length());
        for (int i = above.size() - 1; i >= 0; i--) {
            String next = Fold.text(above.get(i));
            if (rest.endsWith(next)) {
                rest = rest.substring(0, rest.length() - next.length());
            }
        }
        return rest.isEmpty();
    }

    /** For each area the names of the areas above, from the province down; nothing for other units. */
    public Map<UUID, List<String>> above(Collection<Unit> some) {
        List<Unit> areas =
                some.stream().filter(unit -> unit.kind() == UnitKind.AREA).toList();
        Set<UUID> ids = new HashSet<>();
        areas.forEach(area -> ids.addAll(area.path().subList(0, area.path().size() - 1)));
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, String> names = units.all(ids).stream().collect(Collectors.toMap(Unit::id, Unit::name));
        Map<UUID, List<String>> above = new HashMap<>();
        for (Unit area : areas) {
            above.put(
                    area.id(),
                    area.path().subList(0, area.path().size() - 1).stream()
                            .map(id -> names.getOrDefault(id, ""))
                            .toList());
        }
        return above;
    }

    /** The name by which {@link #written} understands it: an area with the areas above, another unit as it is. */
    public Map<UUID, String> wordings(Collection<Unit> some) {
        Map<UUID, List<String>> above = above(some);
        Map<UUID, String> wordings = new HashMap<>();
        for (Unit unit : some) {
            List<String> names = above.getOrDefault(unit.id(), List.of());
            wordings.put(unit.id(), names.isEmpty() ? unit.name() : unit.name() + "（" + String.join("", names) + "）");
        }
        return wordings;
    }
}

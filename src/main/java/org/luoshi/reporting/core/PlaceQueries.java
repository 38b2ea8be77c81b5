package org.luoshi.reporting.core;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds places. */
@Component
@Transactional(readOnly = true)
public class PlaceQueries {

    private static final String COLUMNS =
            "select key, unit_id, level, code, name, valid_from, valid_to from reporting.place ";

    private final JdbcClient jdbc;
    private final ZoneId zone;
    private final Clock clock;

    PlaceQueries(JdbcClient jdbc, ZoneId zone, Clock clock) {
        this.jdbc = jdbc;
        this.zone = zone;
        this.clock = clock;
    }

    public Place require(long key) {
        return find(key).orElseThrow(() -> ReportingError.UNKNOWN_PLACE.with(Map.of("unit", key)));
    }

    public Optional<Place> find(long key) {
        return jdbc.sql(COLUMNS + "where key = :key")
                .param("key", key)
                .query(PlaceQueries::read)
                .optional();
    }

    /** The place of today of each of these units; none for a unit that was merged or abolished. */
    public List<Place> ofUnits(Collection<UUID> unitIds) {
        return jdbc
                .sql(
                        "select distinct on (unit_id) * from (" + COLUMNS
                                + "where valid_to is null and unit_id = any(:units) union all "
                                + COLUMNS
                                + "where valid_to >= :today and unit_id = any(:units)) found order by unit_id, valid_to desc nulls first")
                .param("units", Sql.ids(unitIds))
                .param("today", LocalDate.now(clock.withZone(zone)))
                .query(PlaceQueries::read)
                .list()
                .stream()
                .sorted(Comparator.comparingLong(Place::key))
                .toList();
    }

    /** The place of today with this code. */
    public Optional<Place> byCode(String code) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        return newestByCode(code)
                .filter(place -> place.validTo() == null || !place.validTo().isBefore(today));
    }

    /** The newest place with this code, also where it has ended. */
    public Optional<Place> newestByCode(String code) {
        return newest("code = :which", code);
    }

    /** The newest place of this unit, also where it has ended. */
    public Optional<Place> newestOf(UUID unitId) {
        return newest("unit_id = :which", unitId);
    }

    /** Two halves, because each has an index of its own. */
    private Optional<Place> newest(String whose, Object which) {
        return jdbc.sql(COLUMNS + "where valid_to is null and " + whose + " union all " + COLUMNS
                        + "where valid_to is not null and " + whose + " order by valid_to desc nulls first limit 1")
                .param("which", which)
                .query(PlaceQueries::read)
                .optional();
    }

    public Map<Long, Place> all(Collection<Long> keys) {
        return jdbc
                .sql(COLUMNS + "where key = any(:keys)")
                .param("keys", keys.toArray(Long[]::new))
                .query(PlaceQueries::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Place::key, Function.identity()));
    }

    /** What lies directly below a place on a day, in the official order. */
    public List<Place> children(long key, LocalDate day) {
        return jdbc.sql(COLUMNS + """
                        where level = :level and key between :key and :last
                          and valid_from <= :day and (valid_to is null or valid_to >= :day) order by key
                        """)
                .param("level", PlaceKey.level(key) + 1)
                .param("key", key)
                .param("last", PlaceKey.last(key))
                .param("day", day)
                .query(PlaceQueries::read)
                .list();
    }

    /** The places above one, from the root down, without itself. */
    public List<Place> above(long key) {
        List<Long> keys = LongStream.range(1, PlaceKey.level(key))
                .mapToObj(level -> PlaceKey.above(key, (int) level))
                .toList();
        Map<Long, Place> places = all(keys);
        return keys.stream().filter(places::containsKey).map(places::get).toList();
    }

    /** Each place with the names above it: 河北省 石家庄市 长安区. */
    public Map<Long, String> fullNames(Collection<Long> keys) {
        Set<Long> wanted = new LinkedHashSet<>(keys);
        for (long key : keys) {
            for (int level = 1; level < PlaceKey.level(key); level++) {
                wanted.add(PlaceKey.above(key, level));
            }
        }
        Map<Long, Place> places = all(wanted);
        return keys.stream()
                .distinct()
                .filter(places::containsKey)
                .collect(Collectors.toMap(Function.identity(), key -> fullName(key, places)));
    }

    /** Full names without what those of all below the place begin with. */
    public Map<Long, String> namesBelow(long node, Collection<Long> keys) {
        Map<Long, String> names = fullNames(keys);
        String head = node == PlaceKey.ALL ? "" : fullNames(Set.of(node)).getOrDefault(node, "") + " ";
        names.replaceAll((key, name) -> name.startsWith(head) ? name.substring(head.length()) : name);
        return names;
    }

    private static String fullName(long key, Map<Long, Place> places) {
        return LongStream.rangeClosed(1, PlaceKey.level(key))
                .mapToObj(level -> places.get(PlaceKey.above(key, (int) level)))
                .filter(place -> place != null)
                .map(Place::name)
                .collect(Collectors.joining(" "));
    }

    public static Place read(ResultSet row, int number) throws SQLException {
        return new Place(
                row.getLong("key"),
                row.getObject("unit_id", UUID.class),
                row.getInt("level"),
                row.getString("code"),
                row.getString("name"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}

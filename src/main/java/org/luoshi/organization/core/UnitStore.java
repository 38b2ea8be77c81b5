package org.luoshi.organization.core;

import static org.luoshi.organization.core.OrganizationError.CHANGED_MEANWHILE;
import static org.luoshi.organization.core.OrganizationError.UNKNOWN_UNIT;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Units in their table, with everything they can be found by. */
@Component
class UnitStore {

    static final String COLUMNS = """
            select id, parent_id, code, name, short_name, aliases, kind, place, path, valid_from, valid_to, merged_into_id
            from organization.unit
            """;

    /** Each as the indexes on codes have it, so that they serve it. */
    private static final String AREAS = "kind = 'AREA'";

    private static final String OTHERS = "kind <> 'AREA'";

    private static final String BELOW = """
            with recursive below as (
                select id from organization.unit where id = any(:ids)
                union
                select unit.id from organization.unit join below on unit.parent_id = below.id)
            """;

    private final JdbcClient jdbc;

    UnitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Unit require(UUID id) {
        return find(id).orElseThrow(() -> UNKNOWN_UNIT.with(Map.of("id", id)));
    }

    Optional<Unit> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(UnitStore::read)
                .optional();
    }

    Optional<Unit> office() {
        return jdbc.sql(COLUMNS + "where kind = 'OFFICE' and valid_to is null")
                .query(UnitStore::read)
                .optional();
    }

    List<Unit> all(Collection<UUID> ids) {
        return jdbc.sql(COLUMNS + "where id = any(:ids)")
                .param("ids", Sql.ids(ids))
                .query(UnitStore::read)
                .list();
    }

    /** All but areas: those are too many to be in memory at once. */
    List<Unit> validOn(LocalDate day) {
        return jdbc.sql(COLUMNS
                        + "where kind <> 'AREA' and valid_from <= :day and (valid_to is null or valid_to >= :day)")
                .param("day", day)
                .query(UnitStore::read)
                .list();
    }

    /** Of two units with one code the area. */
    Optional<Unit> byCode(String code) {
        return byCode(code, AREAS).or(() -> byCode(code, OTHERS));
    }

    private Optional<Unit> byCode(String code, String which) {
        return jdbc.sql(COLUMNS + "where code = :code and valid_to is null and " + which)
                .param("code", code)
                .query(UnitStore::read)
                .optional();
    }

    List<Unit> childrenOn(@Nullable UUID parentId, LocalDate day) {
        return jdbc.sql(COLUMNS + "where " + below(parentId) + """
                         and valid_from <= :day and (valid_to is null or valid_to >= :day)
                        order by place, id
                        """)
                .param("parent", parentId, Types.OTHER)
                .param("day", day)
                .query(UnitStore::read)
                .list();
    }

    /** A condition that an index can serve, which {@code is not distinct from} is not; it names the parameter in both cases. */
    static String below(@Nullable UUID parentId) {
        return parentId == null ? "parent_id is null and :parent::uuid is null" : "parent_id = :parent";
    }

    Set<UUID> subtree(Collection<UUID> ids) {
        return new HashSet<>(jdbc.sql(BELOW + "select id from below")
                .param("ids", Sql.ids(ids))
                .query(UUID.class)
                .list());
    }

    int version(UUID id) {
        return jdbc.sql("select version from organization.unit where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    int lastPlace(@Nullable UUID parentId) {
        return jdbc.sql("select coalesce(max(place), 0) from organization.unit where " + below(parentId))
                .param("parent", parentId, Types.OTHER)
                .query(Integer.class)
                .single();
    }

    /** Makes room: whoever stands at this place among its siblings, and all after it, move one down. */
    void makeRoom(@Nullable UUID parentId, int place, UUID forUnit) {
        jdbc.sql("""
                        update organization.unit set place = place + 1
                        where %1$s and place >= :place and id <> :unit
                          and exists (select 1 from organization.unit taken
                                      where taken.%1$s and taken.place = :place and taken.id <> :unit)
                        """.formatted(below(parentId)))
                .param("parent", parentId, Types.OTHER)
                .param("place", place)
                .param("unit", forUnit)
                .update();
    }

    boolean hasSiblingNamed(@Nullable UUID parentId, String foldedName, UUID except) {
        return jdbc.sql("""
                        select exists (select 1 from organization.unit
                        where %s and folded_names[1] = :name and valid_to is null and id <> :except)
                        """.formatted(below(parentId)))
                .param("parent", parentId, Types.OTHER)
                .param("name", foldedName)
                .param("except", except)
                .query(Boolean.class)
                .single();
    }

    /** A code is taken once among areas and once among all other units. */
    boolean hasCode(String code, UnitKind kind, UUID except) {
        return jdbc.sql("""
                        select exists (select 1 from organization.unit
                        where code = :code and valid_to is null and id <> :except and\s""" + (kind == UnitKind.AREA ? AREAS : OTHERS) + ")")
                .param("code", code)
                .param("except", except)
                .query(Boolean.class)
                .single();
    }

    boolean hasValidChildren(UUID id) {
        return jdbc.sql("select exists (select 1 from organization.unit where parent_id = :id and valid_to is null)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    List<Unit> validChildren(UUID id) {
        return jdbc.sql(COLUMNS + "where parent_id = :id and valid_to is null order by place, id")
                .param("id", id)
                .query(UnitStore::read)
                .list();
    }

    void insert(Unit unit) {
        jdbc.sql("""
                        insert into organization.unit
                            (id, version, parent_id, code, name, short_name, aliases, kind, place, path, valid_from,
                             folded_names, cores, haystack, grams)
                        values (:id, 1, :parent, :code, :name, :shortName, :aliases, :kind, :place, :path, :from,
                             :folded, :cores, :haystack, :grams)
                        """).params(values(unit)).update();
    }

    /** Saves what people edit; refused when somebody else saved meanwhile. */
    void update(Unit unit, int seenVersion) {
        int updated =
                jdbc.sql("""
                        update organization.unit set version = version + 1, parent_id = :parent, code = :code, name = :name,
                            short_name = :shortName, aliases = :aliases, kind = :kind, place = :place, valid_from = :from,
                            folded_names = :folded, cores = :cores, haystack = :haystack, grams = :grams
                        where id = :id and version = :version
                        """).params(values(unit)).param("version", seenVersion).update();
        if (updated == 0) {
            throw CHANGED_MEANWHILE.with(Map.of("name", unit.name()));
        }
    }

    /** Hangs a unit and everything below it under another parent. */
    void rehang(Unit unit, List<UUID> parentPath) {
        jdbc.sql(BELOW + """
                        update organization.unit set path = :parentPath || path[:depth : cardinality(path)]
                        where id in (select id from below)
                        """)
                .param("ids", Sql.ids(List.of(unit.id())))
                .param("parentPath", Sql.ids(parentPath))
                .param("depth", unit.path().size())
                .update();
    }

    void end(UUID id, LocalDate lastDay, @Nullable UUID mergedIntoId) {
        jdbc.sql("""
                        update organization.unit set version = version + 1, valid_to = :lastDay, merged_into_id = :into
                        where id = :id
                        """)
                .param("lastDay", lastDay)
                .param("into", mergedIntoId, Types.OTHER)
                .param("id", id)
                .update();
    }

    static Unit read(ResultSet row, int number) throws SQLException {
        return new Unit(
                row.getObject("id", UUID.class),
                row.getObject("parent_id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getString("short_name"),
                List.of((String[]) array(row, "aliases")),
                UnitKind.valueOf(row.getString("kind")),
                row.getInt("place"),
                List.of((UUID[]) array(row, "path")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getObject("merged_into_id", UUID.class));
    }

    private static Object array(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array.getArray();
    }

    private static Map<String, @Nullable Object> values(Unit unit) {
        UnitNames names = UnitNames.of(unit.name(), unit.shortName(), unit.aliases());
        Map<String, @Nullable Object> values = new java.util.HashMap<>();
        values.put("id", unit.id());
        values.put("parent", unit.parentId());
        values.put("code", unit.code());
        values.put("name", unit.name());
        values.put("shortName", unit.shortName());
        values.put("aliases", Sql.texts(unit.aliases()));
        values.put("kind", unit.kind().name());
        values.put("place", unit.order());
        values.put("path", Sql.ids(unit.path()));
        values.put("from", unit.validFrom());
        values.put("folded", Sql.texts(names.folded()));
        values.put("cores", Sql.texts(names.cores()));
        values.put("haystack", names.haystack());
        values.put("grams", Sql.texts(names.grams()));
        return values;
    }
}

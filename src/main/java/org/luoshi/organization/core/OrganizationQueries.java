package org.luoshi.organization.core;

import static org.luoshi.organization.core.OrganizationError.PERSON_UNCLEAR;
import static org.luoshi.organization.core.OrganizationError.UNKNOWN_NAME;
import static org.luoshi.organization.core.OrganizationError.UNKNOWN_POST;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.organization.Person;
import org.luoshi.organization.Post;
import org.luoshi.organization.Unit;
import org.luoshi.platform.Fold;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the pages about units and people show. */
@Component
@Transactional(readOnly = true)
public class OrganizationQueries {

    /** As many units as one page shows of a level. */
    public static final int LEVEL = 200;

    public static final int PEOPLE = 50;
    private static final int HAPPENINGS = 30;

    private static final String UNIT_ROW = """
            select u.id, u.code, u.name, u.short_name, u.kind, u.place, u.valid_from, u.valid_to, null as within,
                   (select count(*) from organization.unit c where c.parent_id = u.id and c.valid_to is null) as children
            from organization.unit u
            """;

    private static final String HOLDING_ROW = """
            select h.post_id, p.title, p.unit_id, u.short_name as unit_name, h.person_id, x.name as person_name,
                   h.from_day, h.to_day
            from organization.holding h
            join organization.post p on p.id = h.post_id
            join organization.unit u on u.id = p.unit_id
            join organization.person x on x.id = h.person_id
            """;

    private static final String PERSON_ROW = """
            select x.id, x.name, x.telephone, x.email, x.left_on,
                   (select string_agg(u.short_name || ' ' || p.title, '、' order by cardinality(u.path), u.place, p.place)
                    from organization.holding h
                    join organization.post p on p.id = h.post_id
                    join organization.unit u on u.id = p.unit_id
                    where h.person_id = x.id and h.from_day <= :today and (h.to_day is null or h.to_day >= :today)) as posts
            from organization.person x
            """;

    private final JdbcClient jdbc;
    private final UnitStore units;
    private final AreaFinder areas;
    private final PostStore posts;
    private final PersonStore people;
    private final HistoryApi history;
    private final ZoneId zone;
    private final Clock clock;

    OrganizationQueries(
            JdbcClient jdbc,
            UnitStore units,
            AreaFinder areas,
            PostStore posts,
            PersonStore people,
            HistoryApi history,
            ZoneId zone,
            Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.areas = areas;
        this.posts = posts;
        this.people = people;
        this.history = history;
        this.zone = zone;
        this.clock = clock;
    }

    /** One level of the tree in the official order, valid on that day; for no parent the roots that are no areas. */
    public List<UnitRow> level(@Nullable UUID parentId, LocalDate day, int offset) {
        return level(parentId == null ? "u.kind <> 'AREA'" : "true", parentId, day, offset);
    }

    /** The provinces valid on that day. */
    public List<UnitRow> provinces(LocalDate day, int offset) {
        return level("u.kind = 'AREA'", null, day, offset);
    }

    private List<UnitRow> level(String which, @Nullable UUID parentId, LocalDate day, int offset) {
        return jdbc.sql(UNIT_ROW + "where " + which + " and u." + UnitStore.below(parentId) + """
                         and u.valid_from <= :day and (u.valid_to is null or u.valid_to >= :day)
                        order by u.place, u.id limit :limit offset :offset
                        """)
                .param("parent", parentId, Types.OTHER)
                .param("day", day)
                .param("limit", LEVEL)
                .param("offset", offset)
                .query(UnitRow.class)
                .list();
    }

    /** Found units as rows, areas with the names of those above. */
    public List<UnitRow> rows(List<Unit> found) {
        Map<UUID, List<String>> above = areas.above(found);
        Map<UUID, UnitRow> rows = jdbc
                .sql(UNIT_ROW + "where u.id = any(:ids)")
                .param("ids", Sql.ids(found.stream().map(Unit::id).toList()))
                .query(UnitRow.class)
                .stream()
                .collect(Collectors.toMap(UnitRow::id, Function.identity()));
        return found.stream()
                .map(unit -> Objects.requireNonNull(rows.get(unit.id())))
                .map(row -> row.within(above.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** Whether the country's divisions, or some of them, are in the tree. */
    public boolean hasAreas() {
        return jdbc.sql("""
                        select exists (select 1 from organization.unit where kind = 'AREA' and code is not null and valid_to is null)
                        """).query(Boolean.class).single();
    }

    /** All units valid on that day but areas. */
    public long countUnits(LocalDate day) {
        return jdbc.sql("""
                        select count(*) from organization.unit
                        where kind <> 'AREA' and valid_from <= :day and (valid_to is null or valid_to >= :day)
                        """).param("day", day).query(Long.class).single();
    }

    public long countPeople(boolean left) {
        return people.count(left);
    }

    /** The units above from the root down, and this one last. */
    public List<Unit> lineage(UUID id) {
        List<UUID> path = units.require(id).path();
        return units.all(path).stream()
                .sorted(Comparator.comparingInt(one -> path.indexOf(one.id())))
                .toList();
    }

    public UnitSheet unit(UUID id) {
        List<Unit> lineage = lineage(id);
        Unit unit = lineage.get(lineage.size() - 1);
        List<Unit> above = lineage.subList(0, lineage.size() - 1);
        UUID into = unit.mergedIntoId();
        return new UnitSheet(
                unit,
                units.version(id),
                above,
                into == null ? null : units.require(into),
                postsOf(id),
                level(id, today(), 0),
                happenings(id));
    }

    public PostSheet post(UUID id) {
        Post post = posts.find(id).orElseThrow(() -> UNKNOWN_POST.with(Map.of("id", id)));
        List<HoldingRow> holders = jdbc.sql(HOLDING_ROW + "where h.post_id = :post order by h.from_day desc")
                .param("post", id)
                .query(HoldingRow.class)
                .list();
        return new PostSheet(post, posts.version(id), units.require(post.unitId()), holders);
    }

    public List<PersonRow> people(String query, boolean left, int offset) {
        String folded = Fold.text(query);
        return jdbc.sql(PERSON_ROW + """
                        where (x.left_on is not null) = :left and x.haystack like :within and x.grams @> :grams::text[]
                        order by (' ' || x.haystack) like :beginning desc, x.id limit :limit offset :offset
                        """)
                .param("today", today())
                .param("left", left)
                .param("within", "%" + folded + "%")
                .param("beginning", "% " + folded + "%")
                .param("grams", Sql.texts(UnitNames.grams(List.of(folded))))
                .param("limit", PEOPLE)
                .param("offset", offset)
                .query(PersonRow.class)
                .list();
    }

    public PersonSheet person(UUID id) {
        Person person = people.require(id);
        List<HoldingRow> holdings = jdbc.sql(
                        HOLDING_ROW + "where h.person_id = :person order by h.to_day desc nulls first, h.from_day desc")
                .param("person", id)
                .query(HoldingRow.class)
                .list();
        return new PersonSheet(person, people.version(id), people.leftOn(id).orElse(null), holdings, happenings(id));
    }

    /** What the picker writes for these people, so that {@link #personWritten} finds them again. */
    public Map<UUID, String> personLabels(Collection<UUID> ids) {
        return jdbc
                .sql(PERSON_ROW + "where x.id = any(:ids)")
                .param("today", today())
                .param("ids", Sql.ids(ids))
                .query(PersonRow.class)
                .list()
                .stream()
                .collect(Collectors.toMap(PersonRow::id, PersonRow::label));
    }

    /** The one person who is meant by a name, or by a name with posts as the suggestions write it. */
    public Person personWritten(String written) {
        String label = written.strip();
        String name = label.replaceFirst("[（(].*$", "").strip();
        List<PersonRow> named = jdbc.sql(PERSON_ROW + "where x.name = :name and x.left_on is null limit 50")
                .param("today", today())
                .param("name", name)
                .query(PersonRow.class)
                .list();
        List<PersonRow> meant = label.equals(name)
                ? named
                : named.stream().filter(row -> row.label().equals(label)).toList();
        if (meant.size() != 1) {
            throw (meant.isEmpty() ? UNKNOWN_NAME : PERSON_UNCLEAR).with(Map.of("name", label));
        }
        return people.require(meant.get(0).id());
    }

    private List<PostRow> postsOf(UUID unitId) {
        return jdbc.sql("""
                        select p.id, p.version, p.title, p.place, s.title as serves_title, p.valid_to,
                               x.id as holder_id, x.name as holder_name, h.from_day as holder_since, h.to_day as holder_until,
                               y.name as next_name, n.from_day as next_from
                        from organization.post p
                        left join organization.post s on s.id = p.serves_post_id
                        left join organization.holding h
                          on h.post_id = p.id and h.from_day <= :today and (h.to_day is null or h.to_day >= :today)
                        left join organization.person x on x.id = h.person_id
                        left join lateral (select person_id, from_day from organization.holding
                                           where post_id = p.id and from_day > :today order by from_day limit 1) n on true
                        left join organization.person y on y.id = n.person_id
                        where p.unit_id = :unit and (p.valid_to is null or p.valid_to >= :today)
                        order by p.place, p.id
                        """)
                .param("today", today())
                .param("unit", unitId)
                .query(PostRow.class)
                .list();
    }

    private List<Happening> happenings(UUID scopeId) {
        return history.of(scopeId, HAPPENINGS).stream()
                .map(line -> new Happening(
                        line.happenedAt(),
                        line.textKey(),
                        line.details(),
                        line.reason(),
                        line.actorName(),
                        line.actorFrom()))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }
}

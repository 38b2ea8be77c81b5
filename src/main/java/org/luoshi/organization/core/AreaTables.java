package org.luoshi.organization.core;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.luoshi.jobs.JobsApi.Progress;
import org.luoshi.platform.Sql;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A file of divisions beside the unit tree, in tables that last as long as the caller's transaction: what is new, what has another name or
 * parent, what is missing.
 */
@Component
class AreaTables {

    private static final int ROWS_AT_A_TIME = 20_000;
    private static final int LINES_BETWEEN_NEWS = 20_000;

    /** Areas of the file that are in the tree. */
    private static final String KNOWN = """
             from area_line line
            join organization.unit on unit.code = line.code and unit.kind = 'AREA' and unit.valid_to is null
            """;

    /** An area whose name or parent is another one in the file. */
    record OtherInFile(UUID id, String name, @Nullable UUID parentId, int place) {}

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final Clock clock;

    AreaTables(JdbcTemplate template, JdbcClient jdbc, Clock clock) {
        this.template = template;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Puts the file into its table, checked, down to that level. */
    void fill(InputStream file, int levels, Progress progress) {
        // Larger heaps of postings are merged into the indexes at once, but not so large that searches meanwhile feel
        // them.
        template.execute("set local maintenance_work_mem = '256MB'");
        template.execute("set local gin_pending_list_limit = '16MB'");
        template.execute("set local work_mem = '64MB'");
        template.execute("""
                create temporary table area_line (
                    number int, code text, parent text, level int, name text, place int) on commit drop
                """);
        template.execute((Connection connection) -> copy(connection, file, levels, progress));
        template.execute("create unique index area_line_code on area_line (code)");
        template.execute("analyze area_line");
        template.execute("""
                create temporary table area_new on commit drop as
                select * from area_line line where not exists (
                    select 1 from organization.unit where unit.code = line.code and unit.kind = 'AREA' and unit.valid_to is null)
                """);
        template.execute("create index area_new_number on area_new (level, number)");
        template.execute("analyze area_new");
    }

    private static int copy(Connection connection, InputStream file, int levels, Progress progress)
            throws SQLException {
        try (CopyRows rows = CopyRows.into(connection, "area_line (number, code, parent, level, name, place)")) {
            int lines = AreaFile.read(file, line -> {
                if (line.number() % LINES_BETWEEN_NEWS == 0) {
                    progress.at(line.number(), 0);
                    progress.checkCancelled();
                }
                if (line.level() <= levels) {
                    write(rows, line);
                }
            });
            rows.finish();
            return lines;
        }
    }

    private static void write(CopyRows rows, AreaLine line) {
        try {
            rows.value(line.number()).value(line.code()).value(line.parent()).value(line.level());
            rows.value(line.name()).value(line.place()).endRow();
        } catch (SQLException fault) {
            throw new IllegalStateException("The table of lines takes no more rows", fault);
        }
    }

    long lines() {
        return count("from area_line");
    }

    long newAreas() {
        return count("from area_new");
    }

    /** Adds what is new on a level and tells after each part how many; the level above must be there already. */
    void add(int level, LocalDate validFrom, IntConsumer added) {
        Map<String, List<UUID>> above = pathsOf(level - 1);
        List<AreaLine> some = newAreas(level, 0);
        while (!some.isEmpty()) {
            List<AreaLine> part = some;
            template.execute((Connection connection) -> insert(connection, part, above, validFrom));
            added.accept(part.size());
            some = newAreas(level, part.get(part.size() - 1).number());
        }
    }

    private List<AreaLine> newAreas(int level, int after) {
        return jdbc.sql("""
                        select number, code, parent, level, name, place from area_new
                        where level = :level and number > :after order by number limit :limit
                        """)
                .param("level", level)
                .param("after", after)
                .param("limit", ROWS_AT_A_TIME)
                .query(AreaLine.class)
                .list();
    }

    private Map<String, List<UUID>> pathsOf(int level) {
        Map<String, List<UUID>> paths = new HashMap<>();
        jdbc.sql("""
                        select code, path from organization.unit
                        where kind = 'AREA' and valid_to is null and code is not null and cardinality(path) = :level
                        """).param("level", level).query((ResultSet row) -> {
            paths.put(row.getString(1), List.of((UUID[]) row.getArray(2).getArray()));
        });
        return paths;
    }

    private int insert(Connection connection, List<AreaLine> some, Map<String, List<UUID>> above, LocalDate validFrom)
            throws SQLException {
        String table = """
                organization.unit (id, version, parent_id, code, name, short_name, aliases, kind, place, path, valid_from,
                    folded_names, cores, haystack, grams)""";
        try (CopyRows rows = CopyRows.into(connection, table)) {
            for (AreaLine area : some) {
                write(rows, area, above.getOrDefault(area.parent(), List.of()), validFrom);
            }
            rows.finish();
            return some.size();
        }
    }

    private void write(CopyRows rows, AreaLine area, List<UUID> above, LocalDate validFrom) throws SQLException {
        UUID id = TimeOrderedIds.next(clock);
        List<UUID> path = new ArrayList<>(above);
        path.add(id);
        UnitNames names = UnitNames.of(area.name(), area.name(), List.of());
        @Nullable UUID parent = above.isEmpty() ? null : above.get(above.size() - 1);
        rows.value(id).value(1).value(parent).value(area.code());
        rows.value(area.name()).value(area.name()).plainArray(List.of()).value("AREA");
        rows.value(area.place()).plainArray(path).value(validFrom);
        rows.plainArray(names.folded()).plainArray(names.cores()).value(names.haystack());
        rows.plainArray(names.grams()).endRow();
    }

    /** Known areas of a level that the file names or hangs otherwise; the level above must be in its place already. */
    List<OtherInFile> otherInFile(int level) {
        return jdbc.sql("select unit.id, line.name, parent.id as parent_id, line.place" + KNOWN + """
                        left join organization.unit parent
                          on parent.code = line.parent and parent.kind = 'AREA' and parent.valid_to is null
                        where line.level = :level and (unit.name <> line.name or unit.parent_id is distinct from parent.id)
                        order by line.number
                        """)
                .param("level", level)
                .query(OtherInFile.class)
                .list();
    }

    /** Gives known areas the places that the file gives them; does nothing at all where none differs. */
    void putInOrder() {
        if (count(KNOWN + "where unit.place <> line.place") > 0) {
            jdbc.sql("""
                            update organization.unit set place = line.place from area_line line
                            where unit.code = line.code and unit.kind = 'AREA' and unit.valid_to is null
                              and unit.place <> line.place
                            """).update();
        }
    }

    /** Areas with a code that the file does not have, and the areas below them; not those above units of other kinds. */
    List<UUID> missing(int levels) {
        return jdbc.sql("""
                        with recursive gone as (
                            select id from organization.unit
                            where kind = 'AREA' and valid_to is null and code is not null and cardinality(path) <= :levels
                              and not exists (select 1 from area_line line where line.code = unit.code)
                            union
                            select unit.id from organization.unit join gone on unit.parent_id = gone.id
                            where unit.kind = 'AREA' and unit.valid_to is null
                              and not exists (select 1 from area_line line where line.code = unit.code)),
                        kept as (
                            select unnest(path) as id from organization.unit
                            where kind <> 'AREA' and valid_to is null)
                        select id from gone where id not in (select id from kept)
                        """).param("levels", levels).query(UUID.class).list();
    }

    /** Ends missing areas; their posts must have ended. */
    void end(List<UUID> missing, LocalDate lastDay) {
        jdbc.sql("""
                        update organization.unit set version = version + 1, valid_to = greatest(:lastDay, valid_from - 1)
                        where id = any(:ids)
                        """).param("lastDay", lastDay).param("ids", Sql.ids(missing)).update();
    }

    /** Leaves the indexes and the planner's figures as searching wants them, and does not wait for the vacuum to come by. */
    void tidy() {
        for (String index : List.of("unit_folded_names", "unit_cores", "unit_grams", "town_grams", "village_grams")) {
            jdbc.sql("select gin_clean_pending_list(:index::regclass)")
                    .param("index", "organization." + index)
                    .query(Long.class)
                    .single();
        }
        template.execute("analyze organization.unit");
    }

    private long count(String from) {
        return jdbc.sql("select count(*) " + from).query(Long.class).single();
    }
}

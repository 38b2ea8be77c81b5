package org.luoshi.history.core;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of seals. */
@Component
class SealStore {

    /** Which transactions a seal could and could not have seen. */
    record View(long horizon, long seen, long cluster) {}

    record Stored(Seal seal, View view) {}

    private static final String COLUMNS = """
            select number, lines::text as lines, line_count, leaves, root, previous, hash, sealed_at,
                   horizon::text as horizon, seen::text as seen, cluster
            from history.seal
            """;

    private final JdbcClient jdbc;

    SealStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a look at the table can see from now on. */
    View viewNow() {
        return jdbc.sql("""
                        select pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
                               pg_snapshot_xmax(pg_current_snapshot())::text as seen,
                               (select system_identifier from pg_control_system()) as cluster
                        """).query((row, index) -> view(row)).single();
    }

    Optional<Stored> last() {
        return jdbc.sql(COLUMNS + "order by number desc limit 1")
                .query((row, index) -> stored(row))
                .optional();
    }

    List<Stored> after(long number, int limit) {
        return jdbc.sql(COLUMNS + "where number > :number order by number limit :limit")
                .param("number", number)
                .param("limit", limit)
                .query((row, index) -> stored(row))
                .list();
    }

    void add(Seal seal, View view) {
        jdbc.sql("""
                        insert into history.seal (number, lines, line_count, leaves, root, previous, hash, sealed_at,
                                                  horizon, seen, cluster)
                        values (:number, cast(:lines as int8multirange), :count, :leaves, :root, :previous, :hash, :at,
                                cast(:horizon as xid8), cast(:seen as xid8), :cluster)
                        """)
                .param("number", seal.number())
                .param("lines", seal.lines().toString())
                .param("count", seal.count())
                .param("leaves", seal.leaves())
                .param("root", seal.root())
                .param("previous", seal.previous())
                .param("hash", seal.hash())
                .param("at", Sql.at(seal.sealedAt()))
                .param("horizon", Long.toUnsignedString(view.horizon()))
                .param("seen", Long.toUnsignedString(view.seen()))
                .param("cluster", view.cluster())
                .update();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        Seal seal = new Seal(
                row.getLong("number"),
                Numbers.parse(row.getString("lines")),
                row.getLong("line_count"),
                row.getBytes("leaves"),
                row.getBytes("root"),
                row.getBytes("previous"),
                row.getBytes("hash"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant());
        return new Stored(seal, view(row));
    }

    private static View view(ResultSet row) throws SQLException {
        return new View(
                Long.parseUnsignedLong(row.getString("horizon")),
                Long.parseUnsignedLong(row.getString("seen")),
                row.getLong("cluster"));
    }
}

package org.luoshi.organization.core;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitInTree;
import org.luoshi.organization.UnitKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The whole tree, areas and ended units included, for those who walk all of it or a branch of it. */
@Component
@Transactional(readOnly = true)
public class UnitTree {

    private static final int ROWS_AT_A_TIME = 5000;

    private final JdbcClient jdbc;
    private final UnitStore units;

    UnitTree(JdbcClient jdbc, UnitStore units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    public long revision() {
        return jdbc.sql("select revision from organization.tree")
                .query(Long.class)
                .single();
    }

    /** Parents before their children, siblings in the official order; never more than some thousand in memory. */
    public void each(Consumer<UnitInTree> reader) {
        jdbc.sql("""
                        select id, parent_id, code, name, kind, valid_from, valid_to, merged_into_id from organization.unit
                        order by cardinality(path), parent_id, place, id
                        """).withFetchSize(ROWS_AT_A_TIME).query((ResultSet row) -> reader.accept(inTree(row)));
    }

    /** The unit that has not ended with this code; where an area and another unit share it, the area. */
    public Optional<Unit> byCode(String code) {
        return units.byCode(code);
    }

    /** The units directly below, valid on that day, in the official order; the roots for no parent. */
    public List<Unit> children(@Nullable UUID parentId, LocalDate day) {
        return units.childrenOn(parentId, day);
    }

    private static UnitInTree inTree(ResultSet row) throws SQLException {
        return new UnitInTree(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                UnitKind.valueOf(row.getString(5)),
                row.getObject(6, LocalDate.class),
                row.getObject(7, LocalDate.class),
                row.getObject(8, UUID.class));
    }
}

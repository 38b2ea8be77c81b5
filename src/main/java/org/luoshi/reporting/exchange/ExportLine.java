package org.luoshi.reporting.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.Figures;

/** What is read of one unit for a file. */
record ExportLine(
        long place,
        int level,
        @Nullable String code,
        String name,
        int kind,
        boolean late,
        boolean exempt,
        int review,
        int revision,
        int sequel,
        boolean last,
        @Nullable String signer,
        @Nullable Instant at,
        @Nullable Figures figures,
        @Nullable String reason) {

    static ExportLine read(ResultSet row, int number) throws SQLException {
        int kind = row.getInt("kind");
        OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
        return new ExportLine(
                row.getLong("key"),
                row.getInt("level"),
                row.getString("code"),
                row.getString("name"),
                kind,
                row.getBoolean("late"),
                row.getBoolean("exempt"),
                row.getInt("review"),
                row.getInt("revision"),
                row.getInt("sequel"),
                row.getBoolean("final"),
                row.getString("signer"),
                at == null ? null : at.toInstant(),
                kind == 0 ? null : Figures.stored(kind == 1 ? null : row.getString("values")),
                row.getString("reason"));
    }
}

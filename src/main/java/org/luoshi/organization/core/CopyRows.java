package org.luoshi.organization.core;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into a table by COPY, which takes many times as many a second as inserts do. */
final class CopyRows implements AutoCloseable {

    private static final int FULL = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder rows = new StringBuilder(FULL + 4096);
    private boolean first = true;

    private CopyRows(CopyIn copy) {
        this.copy = copy;
    }

    /** @param table with its columns: {@code schema.table (one, two)} */
    static CopyRows into(Connection connection, String table) throws SQLException {
        return new CopyRows(connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin"));
    }

    CopyRows value(@Nullable Object value) {
        next();
        if (value == null) {
            rows.append("\\N");
            return this;
        }
        String text = value.toString();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\\') {
                rows.append('\\');
            }
            rows.append(character);
        }
        return this;
    }

    /** An array of values that hold neither quotation marks nor backslashes, as ids and folded names do. */
    CopyRows plainArray(Collection<?> values) {
        next();
        rows.append('{');
        String separator = "\"";
        for (Object value : values) {
            rows.append(separator).append(value).append('"');
            separator = ",\"";
        }
        rows.append('}');
        return this;
    }

    void endRow() throws SQLException {
        rows.append('\n');
        first = true;
        if (rows.length() >= FULL) {
            send();
        }
    }

    void finish() throws SQLException {
        send();
        copy.endCopy();
    }

    /** Takes everything back that was not finished. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void next() {
        if (!first) {
            rows.append('\t');
        }
        first = false;
    }

    private void send() throws SQLException {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
    }
}

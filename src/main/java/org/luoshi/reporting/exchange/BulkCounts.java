package org.luoshi.reporting.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What came of the rows of an upload.
 *
 * @param read rows whose answer is known
 * @param unchanged rows that say what is in already
 */
public record BulkCounts(long read, long taken, long unchanged, long refused) {

    static final BulkCounts NONE = new BulkCounts(0, 0, 0, 0);

    /** Of a row of {@code reporting.upload}. */
    static BulkCounts read(ResultSet row) throws SQLException {
        return new BulkCounts(
                row.getLong("rows_read"), row.getLong("taken"), row.getLong("unchanged"), row.getLong("refused"));
    }

    BulkCounts plus(BulkCounts more) {
        return new BulkCounts(read + more.read, taken + more.taken, unchanged + more.unchanged, refused + more.refused);
    }
}

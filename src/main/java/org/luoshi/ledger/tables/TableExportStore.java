package org.luoshi.ledger.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Files that were made of lists, a piece at a time, so that nobody ever holds a whole one. */
@Component
class TableExportStore {

    private static final Duration KEPT = Duration.ofDays(2);
    private static final int PIECE = 512 * 1024;

    private final JdbcClient jdbc;
    private final Clock clock;

    TableExportStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A file that waits to be fetched. */
    record Kept(UUID id, String fileName, long size) {}

    void begin(UUID id, String fileName, Actor owner) {
        Instant now = clock.instant();
        jdbc.sql("""
                insert into ledger.table_export (id, owner_id, file_name, row_count, size, created_at, expires_at)
                values (:id, :owner, :file, 0, 0, :now, :expires)
                """)
                .param("id", id)
                .param("owner", owner.personId())
                .param("file", fileName)
                .param("now", Sql.at(now))
                .param("expires", Sql.at(now.plus(KEPT)))
                .update();
    }

    void end(UUID id, int rows, long size) {
        jdbc.sql("update ledger.table_export set row_count = :rows, size = :size where id = :id")
                .param("rows", rows)
                .param("size", size)
                .param("id", id)
                .update();
    }

    /** Only who asked for it finds it. */
    Kept require(UUID id, Actor actor) {
        return jdbc.sql("""
                select id, file_name, size from ledger.table_export
                where id = :id and owner_id = :owner and expires_at > :now
                """)
                .param("id", id)
                .param("owner", actor.personId())
                .param("now", Sql.at(clock.instant()))
                .query(Kept.class)
                .optional()
                .orElseThrow(() -> TableError.UNKNOWN.with(Map.of("id", id)));
    }

    Optional<byte[]> piece(UUID id, int number) {
        return jdbc.sql("select bytes from ledger.table_export_piece where export_id = :id and number = :number")
                .param("id", id)
                .param("number", number)
                .query((row, n) -> row.getBytes("bytes"))
                .optional();
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forgetExpired() {
        jdbc.sql("delete from ledger.table_export where expires_at < :now")
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** Takes what is written and puts it away piece by piece. */
    final class Pieces extends OutputStream {

        private final UUID id;
        private final byte[] piece = new byte[PIECE];
        private int filled;
        private int number;
        private long size;

        Pieces(UUID id) {
            this.id = id;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            int at = offset;
            int left = length;
            while (left > 0) {
                int some = Math.min(left, PIECE - filled);
                System.arraycopy(bytes, at, piece, filled, some);
                filled += some;
                at += some;
                left -= some;
                if (filled == PIECE) {
                    putAway();
                }
            }
        }

        @Override
        public void close() {
            if (filled > 0) {
                putAway();
            }
        }

        long size() {
            return size;
        }

        private void putAway() {
            jdbc.sql("insert into ledger.table_export_piece (export_id, number, bytes) values (:id, :number, :bytes)")
                    .param("id", id)
                    .param("number", number++)
                    .param("bytes", Arrays.copyOf(piece, filled))
                    .update();
            size += filled;
            filled = 0;
        }
    }
}

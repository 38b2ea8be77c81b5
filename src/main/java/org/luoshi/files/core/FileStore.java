package org.luoshi.files.core;

import static org.luoshi.files.core.FileError.TYPE_NOT_ACCEPTED;
import static org.luoshi.files.core.FileError.UNKNOWN;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.luoshi.files.StoredFile;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps files in PostgreSQL, in pieces of at most one megabyte that are only ever added. */
@Component
public class FileStore {

    private static final int CHUNK = 1024 * 1024;
    private static final String ROW =
            "select id, name, media_type, size, sha256, stored_by, stored_at from files.file ";

    private final JdbcClient jdbc;
    private final SecrecyGuard guard;
    private final HistoryApi history;
    private final Clock clock;

    FileStore(JdbcClient jdbc, SecrecyGuard guard, HistoryApi history, Clock clock) {
        this.jdbc = jdbc;
        this.guard = guard;
        this.history = history;
        this.clock = clock;
    }

    @Transactional
    public StoredFile store(String rawName, byte[] content, Actor actor) {
        SecrecyGuard.Inspected inspected = guard.inspect(rawName, content);
        if (!inspected.mayBeKept()) {
            throw TYPE_NOT_ACCEPTED.with(Map.of("found", inspected.mediaType()));
        }
        StoredFile file = new StoredFile(
                TimeOrderedIds.next(clock),
                inspected.name(),
                inspected.mediaType(),
                content.length,
                inspected.sha256(),
                actor.personId(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        insert(file);
        for (int at = 0, number = 0; at < content.length; at += CHUNK, number++) {
            insertChunk(file.id(), number, Arrays.copyOfRange(content, at, Math.min(content.length, at + CHUNK)));
        }
        Map<String, Object> details = Map.of("name", file.name(), "size", file.size(), "sha256", file.sha256());
        history.record(new HistoryFact(file.id(), "files.file", file.id(), "stored", details, null), actor);
        return file;
    }

    public Optional<StoredFile> find(UUID id) {
        return jdbc.sql(ROW + "where id = :id")
                .param("id", id)
                .query(StoredFile.class)
                .optional();
    }

    public List<StoredFile> find(Collection<UUID> ids) {
        return jdbc.sql(ROW + "where id = any(:ids) order by id")
                .param("ids", Sql.ids(ids))
                .query(StoredFile.class)
                .list();
    }

    /** Reads a piece at a time, so that neither a connection nor the whole file is held while somebody downloads slowly. */
    public InputStream open(UUID id) {
        StoredFile file = find(id).orElseThrow(() -> UNKNOWN.with(Map.of("id", id)));
        return new ChunkStream(number -> chunk(file.id(), number));
    }

    /** All text that the guard sees in a stored file; empty for pictures. */
    public String text(UUID id) {
        try (InputStream in = open(id)) {
            return textOf(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String textOf(byte[] content) {
        TextCollector collector = new TextCollector();
        new Inspection(collector).of(content);
        return collector.text();
    }

    private void insert(StoredFile file) {
        jdbc.sql("""
                insert into files.file (id, name, media_type, size, sha256, stored_by, stored_at)
                values (:id, :name, :mediaType, :size, :sha256, :storedBy, :storedAt)
                """)
                .param("id", file.id())
                .param("name", file.name())
                .param("mediaType", file.mediaType())
                .param("size", file.size())
                .param("sha256", file.sha256())
                .param("storedBy", file.storedBy())
                .param("storedAt", Sql.at(file.storedAt()))
                .update();
    }

    private void insertChunk(UUID id, int number, byte[] bytes) {
        jdbc.sql("insert into files.chunk (file_id, number, bytes) values (:id, :number, :bytes)")
                .param("id", id)
                .param("number", number)
                .param("bytes", bytes)
                .update();
    }

    private Optional<byte[]> chunk(UUID id, int number) {
        return jdbc.sql("select bytes from files.chunk where file_id = :id and number = :number")
                .param("id", id)
                .param("number", number)
                .query((row, at) -> row.getBytes("bytes"))
                .optional();
    }
}

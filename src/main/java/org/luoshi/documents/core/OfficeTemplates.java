package org.luoshi.documents.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.documents.DocumentError;
import org.luoshi.documents.DocumentsApi;
import org.luoshi.documents.TemplateVersion;
import org.luoshi.files.FilesApi;
import org.luoshi.files.StoredFile;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the office's own templates, version by version; the files themselves lie where all files lie. */
@Component
@Transactional
public class OfficeTemplates {

    private static final String ROW =
            "select id, number, file_id, file_name, size, made_by, made_at from documents.template_version ";

    private final DocumentsApi documents;
    private final FilesApi files;
    private final HistoryApi history;
    private final JdbcClient jdbc;
    private final Clock clock;

    OfficeTemplates(DocumentsApi documents, FilesApi files, HistoryApi history, JdbcClient jdbc, Clock clock) {
        this.documents = documents;
        this.files = files;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public byte[] current(String name) {
        return own(name).map(TemplateVersion::fileId).map(this::read).orElseGet(() -> documents.shipped(name));
    }

    @Transactional(readOnly = true)
    public Optional<TemplateVersion> own(String name) {
        return jdbc.sql(ROW + "where name = :name order by number desc limit 1")
                .param("name", name)
                .query(TemplateVersion.class)
                .optional()
                .filter(version -> version.fileId() != null);
    }

    @Transactional(readOnly = true)
    public List<TemplateVersion> versions(String name) {
        return jdbc.sql(ROW + "where name = :name order by number desc")
                .param("name", name)
                .query(TemplateVersion.class)
                .list();
    }

    @Transactional(readOnly = true)
    public byte[] version(String name, UUID id) {
        return jdbc.sql(ROW + "where name = :name and id = :id")
                .param("name", name)
                .param("id", id)
                .query(TemplateVersion.class)
                .optional()
                .map(TemplateVersion::fileId)
                .map(this::read)
                .orElseThrow(DocumentError.UNKNOWN_VERSION::plain);
    }

    public TemplateVersion replace(
            String name, String title, String fileName, byte[] content, Map<String, Object> example, Actor actor) {
        TemplateScan.check(fileName, content);
        if (WordTemplate.tagsOf(content).isEmpty()) {
            throw DocumentError.NO_TAG.plain();
        }
        documents.fill(content, example);
        return add(name, title, files.store(fileName, content, actor), actor);
    }

    public void backToShipped(String name, String title, Actor actor) {
        if (own(name).isPresent()) {
            add(name, title, null, actor);
        }
    }

    private TemplateVersion add(String name, String title, @Nullable StoredFile file, Actor actor) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(:name))")
                .param("name", "documents." + name)
                .query(row -> {});
        int last = jdbc.sql("select coalesce(max(number), 0) from documents.template_version where name = :name")
                .param("name", name)
                .query(Integer.class)
                .single();
        TemplateVersion version = new TemplateVersion(
                TimeOrderedIds.next(clock),
                last + 1,
                file == null ? null : file.id(),
                file == null ? null : file.name(),
                file == null ? null : file.size(),
                actor.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        insert(name, version);
        UUID scope = UUID.nameUUIDFromBytes(("documents.template:" + name).getBytes(StandardCharsets.UTF_8));
        Map<String, Object> details = Map.of("name", title, "number", version.number());
        String action = file == null ? "shipped" : "replaced";
        history.record(new HistoryFact(scope, "documents.template", version.id(), action, details, null), actor);
        return version;
    }

    private void insert(String name, TemplateVersion version) {
        jdbc.sql("""
                insert into documents.template_version (id, name, number, file_id, file_name, size, made_by, made_at)
                values (:id, :name, :number, :file, :fileName, :size, :by, :at)
                """)
                .param("id", version.id())
                .param("name", name)
                .param("number", version.number())
                .param("file", version.fileId())
                .param("fileName", version.fileName())
                .param("size", version.size())
                .param("by", version.madeBy())
                .param("at", Sql.at(version.madeAt()))
                .update();
    }

    private byte[] read(UUID fileId) {
        try (InputStream in = files.open(fileId)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.luoshi.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.luoshi.files.core.DownloadView;
import org.luoshi.files.core.FileError;
import org.luoshi.files.core.FileStore;
import org.luoshi.files.core.SecrecyGuard;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/**
 * Attachments. Who may see a file is decided by the room whose object it hangs on: that room serves it with {@link #download}.
 *
 * <p>Everything is looked at by the secrecy guard before a byte is written.
 */
@Component
public class FilesApi {

    private final FileStore store;
    private final SecrecyGuard guard;

    FilesApi(FileStore store, SecrecyGuard guard) {
        this.store = store;
        this.guard = guard;
    }

    /** Stores an upload. Refused: empty, above 50 MB, marked secret, name and content that contradict each other, zip bombs, encrypted files. */
    public StoredFile store(MultipartFile upload, Actor actor) {
        try {
            return store.store(Objects.requireNonNullElse(upload.getOriginalFilename(), ""), upload.getBytes(), actor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stores bytes that the house made or got by API. */
    public StoredFile store(String name, byte[] content, Actor actor) {
        return store.store(name, content, actor);
    }

    public Optional<StoredFile> find(UUID id) {
        return store.find(id);
    }

    public Map<UUID, StoredFile> find(Collection<UUID> ids) {
        return store.find(ids).stream().collect(Collectors.toMap(StoredFile::id, Function.identity()));
    }

    /** The content; the caller closes it. */
    public InputStream open(UUID id) {
        return store.open(id);
    }

    /** An answer that sends the file as an attachment with safe headers. */
    public View download(UUID id) {
        return new DownloadView(store, store.find(id).orElseThrow(() -> FileError.UNKNOWN.with(Map.of("id", id))));
    }

    /** Refuses text that carries a state-secret mark; words such as 商业秘密 in running text pass. */
    public void requireUnmarked(String text) {
        guard.requireUnmarked(text);
    }

    /** The text of a stored file, line by line, with text boxes, headers, tables, notes and what is packed inside; empty for pictures. */
    public String text(UUID id) {
        return store.text(id);
    }

    /** The text of bytes that are not stored. Refuses what {@link #store} refuses. */
    public String extractText(String name, byte[] content) {
        guard.requireUnmarkedFile(name, content);
        return FileStore.textOf(content);
    }
}

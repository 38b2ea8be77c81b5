package org.luoshi.files;

import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

    /** Stores an upload. Refused: empty, above 50 MB, marked secret, name and content that contradict each other, zip bombs, encrypted files. */
    public StoredFile store(MultipartFile upload, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Stores bytes that the house made or got by API. */
    public StoredFile store(String name, byte[] content, Actor actor) {
        throw new UnsupportedOperationException();
    }

    public Optional<StoredFile> find(UUID id) {
        throw new UnsupportedOperationException();
    }

    public Map<UUID, StoredFile> find(Collection<UUID> ids) {
        throw new UnsupportedOperationException();
    }

    /** The content; the caller closes it. */
    public InputStream open(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** An answer that sends the file as an attachment with safe headers. */
    public View download(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** Refuses text that carries a state-secret mark; words such as 商业秘密 in running text pass. */
    public void requireUnmarked(String text) {
        throw new UnsupportedOperationException();
    }
}

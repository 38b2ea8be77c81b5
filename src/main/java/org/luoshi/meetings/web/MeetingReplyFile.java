package org.luoshi.meetings.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A calendar reply as somebody hands it in: a file, or pasted. */
final class MeetingReplyFile {

    private MeetingReplyFile() {}

    /** What was pasted, else what the file holds. */
    static String text(String pasted, @Nullable MultipartFile file) {
        if (!pasted.isBlank() || file == null || file.isEmpty()) {
            return pasted;
        }
        try {
            return new String(file.getBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

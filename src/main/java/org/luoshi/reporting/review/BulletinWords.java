package org.luoshi.reporting.review;

import java.util.Map;
import org.luoshi.files.FilesApi;
import org.springframework.stereotype.Component;

/** What titles and words of bulletins and errata must keep to. */
@Component
class BulletinWords {

    static final int LONGEST_TITLE = 120;
    static final int LONGEST = 10_000;

    private final FilesApi files;

    BulletinWords(FilesApi files) {
        this.files = files;
    }

    /** There, not too long, without a mark of secrecy. */
    void require(String field, String text, int most) {
        if (text.isBlank()) {
            throw BulletinError.MISSING.with(Map.of("field", field));
        }
        if (text.codePointCount(0, text.length()) > most || text.indexOf('\0') >= 0) {
            throw BulletinError.TOO_LONG.with(Map.of("field", field, "most", most));
        }
        files.requireUnmarked(text);
    }
}

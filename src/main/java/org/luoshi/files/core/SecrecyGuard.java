package org.luoshi.files.core;

import static org.luoshi.files.core.FileError.MARKED;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.luoshi.shared.BusinessException;
import org.springframework.stereotype.Component;

/**
 * Keeps state secrets out (保守国家秘密法 art. 31; ): looks before anything is written, in memory, and counts what it refused.
 */
@Component
public class SecrecyGuard {

    public static final int LARGEST = 50 * 1024 * 1024;

    private static final int REMEMBERED = 200;

    private final RefusalCounts counts;
    /** Hashes of what was looked at and passed, so that the guard at the gate and the store do not read a large file twice. */
    private final Map<String, FileKind> passed = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FileKind> eldest) {
            return size() > REMEMBERED;
        }
    });

    SecrecyGuard(RefusalCounts counts) {
        this.counts = counts;
    }

    /** Refuses a mark anywhere in the text. */
    public void requireNoMark(String text) {
        refuseIf(isMarked(text, false), RefusalPlace.FIELD);
    }

    /** Refuses a mark anywhere in the text, and a grade that stands alone in its first lines as on the head of a document. */
    public void requireUnmarked(String text) {
        refuseIf(isMarked(text, true), RefusalPlace.FIELD);
    }

    public void requireUnmarkedName(String name) {
        counting(RefusalPlace.FILE_NAME, () -> {
            UploadCheck.requireUnmarkedName(name);
            return name;
        });
    }

    /** Looks into a file that somebody sent; refuses what is marked and what cannot be looked into. */
    public void requireUnmarkedFile(String rawName, byte[] content) {
        inspect(rawName, content);
    }

    Inspected inspect(String rawName, byte[] content) {
        String name = counting(RefusalPlace.FILE_NAME, () -> UploadCheck.name(rawName));
        UploadCheck.requireSize(name, content);
        String sha256 = sha256(content);
        FileKind byContent = passed.get(sha256);
        if (byContent == null) {
            byContent = counting(RefusalPlace.FILE_CONTENT, () -> UploadCheck.lookInto(content));
            passed.put(sha256, byContent);
        }
        FileKind kind = UploadCheck.kind(name, byContent);
        return new Inspected(name, kind.mediaType(name), sha256, kind.mayBeKept());
    }

    private <T> T counting(RefusalPlace place, Supplier<T> check) {
        try {
            return check.get();
        } catch (BusinessException refusal) {
            if (refusal.error() == MARKED) {
                counts.count(place);
            }
            throw refusal;
        }
    }

    private void refuseIf(boolean marked, RefusalPlace place) {
        if (marked) {
            counts.count(place);
            throw MARKED.plain();
        }
    }

    static boolean isMarked(String text, boolean topCounts) {
        MarkWatch watch = new MarkWatch();
        watch.part(topCounts);
        try {
            text.lines().forEach(watch::line);
            return false;
        } catch (BusinessException marked) {
            return true;
        }
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A file that was looked at and may be read. */
    record Inspected(String name, String mediaType, String sha256, boolean mayBeKept) {}
}

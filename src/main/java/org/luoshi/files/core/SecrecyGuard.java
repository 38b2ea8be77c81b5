package org.luoshi.files.core;

import static org.luoshi.files.core.FileError.EMPTY;
import static org.luoshi.files.core.FileError.MARKED;
import static org.luoshi.files.core.FileError.NAME_CONTRADICTS_CONTENT;
import static org.luoshi.files.core.FileError.TOO_LARGE;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
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
        refuseIf(isMarked(name.replace('_', ' '), false), RefusalPlace.FILE_NAME);
    }

    /** Looks into a file that somebody sent; refuses what is marked and what cannot be looked into. */
    public void requireUnmarkedFile(String rawName, byte[] content) {
        inspect(rawName, content);
    }

    Inspected inspect(String rawName, byte[] content) {
        requireUnmarkedName(rawName);
        String name = FileName.clean(rawName);
        requireUnmarkedName(name);
        requireSize(name, content);
        String sha256 = sha256(content);
        FileKind kind = passed.get(sha256);
        if (kind == null) {
            kind = lookInto(content);
            passed.put(sha256, kind);
        }
        if (!kind.agreesWith(name)) {
            throw NAME_CONTRADICTS_CONTENT.with(Map.of("name", name, "expected", "." + kind.ending()));
        }
        return new Inspected(name, kind.mediaType(name), sha256);
    }

    private FileKind lookInto(byte[] content) {
        try {
            return new Inspection(new MarkWatch()).of(content);
        } catch (BusinessException refusal) {
            if (refusal.error() == MARKED) {
                counts.count(RefusalPlace.FILE_CONTENT);
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

    private static void requireSize(String name, byte[] content) {
        if (content.length == 0) {
            throw EMPTY.with(Map.of("name", name));
        }
        if (content.length > LARGEST) {
            throw TOO_LARGE.with(Map.of("name", name, "megabytes", LARGEST / 1024 / 1024));
        }
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A file that was looked at and may be kept. */
    record Inspected(String name, String mediaType, String sha256) {}
}

package org.luoshi.files.core;

import static org.luoshi.files.core.FileError.BOMB;
import static org.luoshi.files.core.FileError.DAMAGED;
import static org.luoshi.files.core.FileError.ENCRYPTED;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** A zip container held in memory. Refuses bombs by what entries claim and again by what really comes out. */
final class Container implements Closeable {

    /** Deflate cannot do better than about 1030; honest office files stay far below 100. */
    private static final int MOST_RATIO = 150;

    private static final long SMALL = 4L * 1024 * 1024;

    private final ZipFile zip;
    private final Budget budget;
    private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();

    private Container(ZipFile zip, Budget budget) {
        this.zip = zip;
        this.budget = budget;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw ENCRYPTED.plain();
            }
            requireHonest(entry.getSize(), entry.getCompressedSize());
            if (!entry.isDirectory()) {
                // Two entries of one name are a way to show a guard another text than the reader.
                if (entries.put(entry.getName(), entry) != null) {
                    throw DAMAGED.plain();
                }
            }
        }
        budget.entries(entries.size());
    }

    static Container open(byte[] content, Budget budget) throws IOException {
        requireShortList(content);
        ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get();
        try {
            return new Container(zip, budget);
        } catch (RuntimeException refusal) {
            zip.close();
            throw refusal;
        }
    }

    /** The list of entries is read whole when a zip is opened: a million of them cost minutes and gigabytes before they can be counted. */
    private static void requireShortList(byte[] content) {
        int listed = 0;
        for (int at = 0; at + 3 < content.length; at++) {
            boolean entry =
                    content[at] == 'P' && content[at + 1] == 'K' && content[at + 2] == 1 && content[at + 3] == 2;
            if (entry && ++listed > Budget.MOST_ENTRIES) {
                throw BOMB.plain();
            }
        }
    }

    List<String> names() {
        return List.copyOf(entries.keySet());
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /** The inflated content; fails as a bomb when more comes than an honest file holds. */
    InputStream read(String name) throws IOException {
        ZipArchiveEntry entry = entries.get(name);
        if (entry == null) {
            throw DAMAGED.plain();
        }
        return new Counted(zip.getInputStream(entry), entry.getCompressedSize());
    }

    byte[] bytes(String name) throws IOException {
        try (InputStream in = read(name)) {
            return in.readAllBytes();
        }
    }

    byte[] start(String name, int length) throws IOException {
        try (InputStream in = read(name)) {
            return in.readNBytes(length);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static void requireHonest(long inflated, long compressed) {
        if (inflated > SMALL && inflated / Math.max(1, compressed) > MOST_RATIO) {
            throw BOMB.plain();
        }
    }

    private final class Counted extends FilterInputStream {

        private final long compressed;
        private long seen;

        Counted(InputStream in, long compressed) {
            super(in);
            this.compressed = compressed;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) {
                count(1);
            }
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = super.read(buffer, offset, length);
            if (got > 0) {
                count(got);
            }
            return got;
        }

        private void count(int bytes) {
            seen += bytes;
            budget.inflate(bytes);
            requireHonest(seen, compressed);
        }
    }
}

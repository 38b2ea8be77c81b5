package org.luoshi.spreadsheets.core;

import static org.luoshi.spreadsheets.SpreadsheetError.BOMB;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The parts of a zip file in memory, inflated only as far as somebody reads, and never beyond what an honest workbook needs. */
final class ZipParts implements AutoCloseable {

    private static final long HONEST = 32L * 1024 * 1024;
    private static final long LARGEST = 512L * 1024 * 1024;
    private static final int HIGHEST_RATIO = 150;
    private static final int MOST_PARTS = 20_000;

    private final ZipFile zip;

    ZipParts(byte[] bytes) throws IOException {
        zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .setIgnoreLocalFileHeader(true)
                .get();
        if (java.util.Collections.list(zip.getEntries()).size() > MOST_PARTS) {
            throw BOMB.plain();
        }
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    InputStream open(String name) {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new DamagedException("No part " + name);
        }
        try {
            return new Bounded(zip.getInputStream(entry), entry.getCompressedSize());
        } catch (IOException e) {
            throw new DamagedException(e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Counts what comes out and stops when it is out of all proportion to what went in. */
    private static final class Bounded extends FilterInputStream {

        private final long limit;
        private long count;

        Bounded(InputStream in, long compressed) {
            super(in);
            limit = Math.min(LARGEST, Math.max(HONEST, compressed * HIGHEST_RATIO));
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            count += read;
            if (count > limit) {
                throw BOMB.plain();
            }
        }
    }
}

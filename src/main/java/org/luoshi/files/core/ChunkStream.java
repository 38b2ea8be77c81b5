package org.luoshi.files.core;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** The pieces of a file one after the other, each fetched when it is needed. */
final class ChunkStream extends InputStream {

    private final IntFunction<Optional<byte[]>> chunks;
    private byte[] current = {};
    private int at;
    private int next;

    ChunkStream(IntFunction<Optional<byte[]>> chunks) {
        this.chunks = chunks;
    }

    @Override
    public int read() {
        return isAtEnd() ? -1 : current[at++] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        int count = Math.min(length, current.length - at);
        System.arraycopy(current, at, buffer, offset, count);
        at += count;
        return count;
    }

    private boolean isAtEnd() {
        while (at == current.length) {
            Optional<byte[]> chunk = chunks.apply(next);
            if (chunk.isEmpty()) {
                return true;
            }
            next++;
            current = chunk.get();
            at = 0;
        }
        return false;
    }
}

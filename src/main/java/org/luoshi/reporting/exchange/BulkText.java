package org.luoshi.reporting.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text of an upload as letters. UTF-8 with or without a mark at its beginning, or GB18030, as Excel on a Chinese Windows writes it; which
 * of the two is seen from the first 64 KB. A letter that is broken later becomes U+FFFD, and its row is refused.
 */
record BulkText(Reader reader, String encoding) {

    private static final int LOOKED_AT = 64 * 1024;
    private static final Charset CHINESE = Charset.forName("GB18030");

    /** What breaks off in the first 64 KB is read as far as it came, and breaks off there again. */
    static BulkText of(InputStream in) throws IOException {
        Beginning beginning = Beginning.of(in);
        byte[] start = beginning.start;
        if (start.length == 0) {
            throw ExchangeError.EMPTY.plain();
        }
        int mark = startsWith(start, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        Charset charset = charset(beginning, mark);
        InputStream first = new ByteArrayInputStream(start, mark, start.length - mark);
        Reader reader = new InputStreamReader(
                new SequenceInputStream(first, beginning.rest),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
        return new BulkText(reader, charset.name());
    }

    private static Charset charset(Beginning beginning, int mark) {
        byte[] start = beginning.start;
        if (startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF) || contains(start, (byte) 0)) {
            throw ExchangeError.ENCODING.plain();
        }
        if (mark > 0 || isGood(StandardCharsets.UTF_8, beginning)) {
            return StandardCharsets.UTF_8;
        }
        // A single broken letter in an otherwise good file is not a reason to read all of it as something else.
        return isGood(CHINESE, beginning) ? CHINESE : StandardCharsets.UTF_8;
    }

    private static boolean isGood(Charset charset, Beginning beginning) {
        CharBuffer letters = CharBuffer.allocate(beginning.start.length);
        CoderResult result = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(beginning.start), letters, beginning.isAll);
        return !result.isError();
    }

    private static boolean startsWith(byte[] start, int... bytes) {
        for (int n = 0; n < bytes.length; n++) {
            if (n >= start.length || (start[n] & 0xFF) != bytes[n]) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(byte[] bytes, byte wanted) {
        for (byte one : bytes) {
            if (one == wanted) {
                return true;
            }
        }
        return false;
    }

    /** The first bytes, whether that was all, and what comes after them. */
    private record Beginning(byte[] start, boolean isAll, InputStream rest) {

        static Beginning of(InputStream in) throws IOException {
            ByteArrayOutputStream start = new ByteArrayOutputStream();
            byte[] piece = new byte[8 * 1024];
            try {
                while (start.size() < LOOKED_AT) {
                    int read = in.read(piece, 0, Math.min(piece.length, LOOKED_AT - start.size()));
                    if (read < 0) {
                        return new Beginning(start.toByteArray(), true, InputStream.nullInputStream());
                    }
                    start.write(piece, 0, read);
                }
                return new Beginning(start.toByteArray(), false, in);
            } catch (IOException cut) {
                if (start.size() == 0) {
                    throw cut;
                }
                return new Beginning(start.toByteArray(), false, new Cut(cut));
            }
        }
    }

    /** Where the file broke off. */
    private static final class Cut extends InputStream {

        private final IOException cut;

        Cut(IOException cut) {
            this.cut = cut;
        }

        @Override
        public int read() throws IOException {
            throw cut;
        }
    }
}

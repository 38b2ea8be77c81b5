package org.luoshi.reporting.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
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

    static BulkText of(InputStream in) throws IOException {
        byte[] start = in.readNBytes(LOOKED_AT);
        if (start.length == 0) {
            throw ExchangeError.EMPTY.plain();
        }
        int mark = startsWith(start, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        Charset charset = charset(start, mark);
        PushbackInputStream whole = new PushbackInputStream(in, LOOKED_AT);
        whole.unread(start, mark, start.length - mark);
        Reader reader = new InputStreamReader(
                whole,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
        return new BulkText(reader, charset.name());
    }

    private static Charset charset(byte[] start, int mark) {
        if (startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF) || contains(start, (byte) 0)) {
            throw ExchangeError.ENCODING.plain();
        }
        if (mark > 0 || isGood(StandardCharsets.UTF_8, start)) {
            return StandardCharsets.UTF_8;
        }
        // A single broken letter in an otherwise good file is not a reason to read all of it as something else.
        return isGood(CHINESE, start) ? CHINESE : StandardCharsets.UTF_8;
    }

    private static boolean isGood(Charset charset, byte[] start) {
        CharBuffer letters = CharBuffer.allocate(start.length);
        CoderResult result = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(start), letters, start.length < LOOKED_AT);
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
}

package org.luoshi.intake.reading;

import java.io.IOException;

final class OfdReader {
    static Paper read(byte[] content) throws IOException {
        throw new IOException();
    }
}

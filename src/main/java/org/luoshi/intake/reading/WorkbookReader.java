package org.luoshi.intake.reading;

import java.io.IOException;

final class WorkbookReader {
    static Paper read(byte[] content) throws IOException {
        throw new IOException();
    }
}

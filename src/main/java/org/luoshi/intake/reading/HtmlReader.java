package org.luoshi.intake.reading;

import java.io.IOException;

final class HtmlReader {
    static Paper read(String source) throws IOException {
        throw new IOException();
    }
}

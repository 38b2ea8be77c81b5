package org.luoshi.ledger.figures;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;

/** Sends a file so that a browser saves it. */
final class FiguresDownload {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private FiguresDownload() {}

    /** Writes the content of a file. */
    interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    static View of(String mediaType, String name, Content content) {
        return (model, request, response) -> {
            response.setContentType(mediaType);
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(
                                    name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ")
                                            .strip(),
                                    StandardCharsets.UTF_8)
                            .build()
                            .toString());
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
            content.writeTo(response.getOutputStream());
        };
    }
}

package org.luoshi.ledger.paper;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;

/** Sends a Word document that a browser saves and keeps no copy of. */
final class PaperDownload {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private PaperDownload() {}

    static View of(PaperFile file) {
        return (model, request, response) -> {
            response.setContentType(DOCX);
            response.setContentLength(file.content().length);
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(safe(file.name()) + ".docx", StandardCharsets.UTF_8)
                            .build()
                            .toString());
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
            response.getOutputStream().write(file.content());
        };
    }

    /** Without what a file system does not take. */
    private static String safe(String name) {
        return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").strip();
    }
}

package org.luoshi.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** An answer that a browser saves as a file. */
final class Attachment {

    private Attachment() {}

    static void begin(HttpServletResponse response, String mediaType, String name) {
        response.setContentType(mediaType);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(safe(name), StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    /** The browser keeps no copy of its own. */
    static void beginUnkept(HttpServletResponse response, String mediaType, String name) {
        begin(response, mediaType, name);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    /** Without what a file system does not take. */
    static String safe(String name) {
        return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").strip();
    }
}

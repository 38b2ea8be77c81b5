package org.luoshi.reporting.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;

/** Sends a Word document. */
final class BulletinDownload {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private BulletinDownload() {}

    static View word(byte[] content, String title) {
        String name = title.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").strip() + ".docx";
        return (model, request, response) -> {
            response.setContentType(DOCX);
            response.setContentLength(content.length);
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(name, StandardCharsets.UTF_8)
                            .build()
                            .toString());
            response.getOutputStream().write(content);
        };
    }
}

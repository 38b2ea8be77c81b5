package org.luoshi.reporting.web;

import org.springframework.web.servlet.View;

/** Sends a Word document. */
final class BulletinDownload {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private BulletinDownload() {}

    static View word(byte[] content, String title) {
        return (model, request, response) -> {
            Attachment.begin(response, DOCX, Attachment.safe(title) + ".docx");
            response.setContentLength(content.length);
            response.getOutputStream().write(content);
        };
    }
}

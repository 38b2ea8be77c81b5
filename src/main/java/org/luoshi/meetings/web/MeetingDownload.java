package org.luoshi.meetings.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;

/** A file that a browser saves. */
final class MeetingDownload {

    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String CALENDAR = "text/calendar;charset=UTF-8";

    private MeetingDownload() {}

    static View of(byte[] content, String name, String type) {
        return (model, request, response) -> {
            response.setContentType(type);
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(
                                    name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ")
                                            .strip(),
                                    StandardCharsets.UTF_8)
                            .build()
                            .toString());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
            response.getOutputStream().write(content);
        };
    }
}

package org.luoshi.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.luoshi.reporting.exchange.ExportService;
import org.luoshi.shared.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Sends a file of reports while it is being written; its length is not known before its end. */
final class ExportDownload {

    private static final Logger LOG = LoggerFactory.getLogger(ExportDownload.class);

    private ExportDownload() {}

    /** @param place name of the place; empty for the whole tree */
    static void send(
            ExportService exports,
            ExportService.Wanted wanted,
            String place,
            Actor actor,
            HttpServletResponse response) {
        try {
            exports.write(wanted, to(response, wanted, place), actor);
        } catch (UncheckedIOException left) {
            LOG.info("Whoever fetched {} left: {}", wanted.open().regime().key(), left.getMessage());
        }
    }

    private static ExportService.Receiver to(HttpServletResponse response, ExportService.Wanted wanted, String place) {
        String name = String.join(
                        " ",
                        wanted.open().regime().title(),
                        wanted.open().round().period().toString(),
                        place)
                .replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ")
                .strip();
        return () -> {
            response.setContentType(wanted.kind().contentType());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(name + "." + wanted.kind().ending(), StandardCharsets.UTF_8)
                            .build()
                            .toString());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            return response.getOutputStream();
        };
    }
}

package org.luoshi.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.UncheckedIOException;
import org.luoshi.reporting.exchange.ExportService;
import org.luoshi.shared.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
        String name = Attachment.safe(String.join(
                " ",
                wanted.open().regime().title(),
                wanted.open().round().period().toString(),
                place));
        return () -> {
            Attachment.beginUnkept(
                    response,
                    wanted.kind().contentType(),
                    name + "." + wanted.kind().ending());
            return response.getOutputStream();
        };
    }
}

package org.luoshi.ledger.tables;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;

/** Sends a kept file piece by piece, so that a browser saves it and never runs anything in it. */
final class TableDownload implements View {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final TableExportStore store;
    private final TableExportStore.Kept file;

    TableDownload(TableExportStore store, TableExportStore.Kept file) {
        this.store = store;
        this.file = file;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(XLSX);
        response.setContentLengthLong(file.size());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(file.fileName(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        Optional<byte[]> piece = store.piece(file.id(), 0);
        for (int next = 1; piece.isPresent(); next++) {
            response.getOutputStream().write(piece.get());
            piece = store.piece(file.id(), next);
        }
    }
}

package org.luoshi.ledger.guests;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.luoshi.platform.Page;
import org.luoshi.spreadsheets.SpreadsheetsApi;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;

/** Sends a workbook that is to be filled in. */
final class GuestDownload {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private GuestDownload() {}

    static void hide(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    static View of(GuestForm form, SpreadsheetsApi spreadsheets, Page page) {
        String name =
                page.t("ledger.guests.sheet.file", "unit", form.unit()).replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ");
        return (model, request, response) -> {
            response.setContentType(XLSX);
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(name + ".xlsx", StandardCharsets.UTF_8)
                            .build()
                            .toString());
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
            spreadsheets.writeForm(response.getOutputStream(), GuestSheet.of(form, page));
        };
    }
}

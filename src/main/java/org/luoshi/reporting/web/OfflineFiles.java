package org.luoshi.reporting.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.luoshi.platform.Page;
import org.luoshi.reporting.exchange.ExportKind;
import org.luoshi.reporting.offline.OfflineForm;
import org.luoshi.reporting.offline.OfflineForms;
import org.luoshi.spreadsheets.SpreadsheetsApi;
import org.luoshiui.Templates;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** Sends forms as files: a workbook, or a web page that needs nothing but itself. */
@Component
class OfflineFiles {

    private final SpreadsheetsApi spreadsheets;
    private final Templates templates;
    private final String style = read("/offline/form.css");
    private final String script = read("/offline/form.js");

    OfflineFiles(SpreadsheetsApi spreadsheets, Templates templates) {
        this.spreadsheets = spreadsheets;
        this.templates = templates;
    }

    /** @param back the address where what was filled in is brought */
    View send(OfflineForms.Batch batch, boolean web, String back, Page page) {
        return (model, request, response) -> {
            Iterator<OfflineForm> forms = batch.forms().iterator();
            if (batch.count() == 1) {
                OfflineForm form = forms.next();
                Attachment.beginUnkept(
                        response, web ? "text/html;charset=UTF-8" : ExportKind.XLSX.contentType(), name(form, web));
                write(response.getOutputStream(), form, web, back, page);
                return;
            }
            OfflineForm first = forms.next();
            Attachment.beginUnkept(
                    response,
                    "application/zip",
                    first.open().regime().title() + " " + first.open().round().period() + ".zip");
            try (ZipOutputStream zip = new ZipOutputStream(response.getOutputStream(), StandardCharsets.UTF_8)) {
                put(zip, 1, first, web, back, page);
                for (int number = 2; forms.hasNext(); number++) {
                    put(zip, number, forms.next(), web, back, page);
                }
            }
        };
    }

    private void put(ZipOutputStream zip, int number, OfflineForm form, boolean web, String back, Page page)
            throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        write(file, form, web, back, page);
        zip.putNextEntry(new ZipEntry("%04d %s".formatted(number, name(form, web))));
        file.writeTo(zip);
        zip.closeEntry();
    }

    private void write(OutputStream out, OfflineForm form, boolean web, String back, Page page) throws IOException {
        if (web) {
            String html = templates
                    .reportingOfflineForm(page, form, back, style, script)
                    .render();
            out.write(html.getBytes(StandardCharsets.UTF_8));
        } else {
            spreadsheets.writeForm(out, OfflineSheet.of(form, back, page));
        }
    }

    private static String name(OfflineForm form, boolean web) {
        String unit = form.fullName().isBlank() ? form.place().name() : form.fullName();
        String shown = unit.length() > 60 ? form.place().name() : unit;
        return Attachment.safe(shown + " " + form.open().round().period()) + (web ? ".html" : ".xlsx");
    }

    private static String read(String resource) {
        try (InputStream in = OfflineFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("No " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

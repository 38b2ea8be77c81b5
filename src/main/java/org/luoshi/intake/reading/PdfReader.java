package org.luoshi.intake.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** A PDF with a text layer. */
final class PdfReader {

    private static final int MOST_PAGES = 2000;

    private PdfReader() {}

    static Paper read(byte[] content) throws IOException {
        try (PDDocument document = Loader.loadPDF(content, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            requireFewPages(document.getNumberOfPages());
            List<PageContent> pages = new ArrayList<>();
            TextQuality quality = new TextQuality();
            for (PDPage page : document.getPages()) {
                PageContent read = PdfPageReader.read(page);
                pages.add(read);
                quality.add(read);
            }
            quality.require();
            return PageFlow.read(pages);
        }
    }

    static void requireFewPages(int pages) {
        if (pages > MOST_PAGES) {
            throw ReadingError.TOO_MANY_PAGES.with(Map.of("pages", pages, "maximum", MOST_PAGES));
        }
    }
}

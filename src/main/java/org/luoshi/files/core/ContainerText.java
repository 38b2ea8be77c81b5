package org.luoshi.files.core;

import static org.luoshi.files.core.FileError.ENCRYPTED;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads the parts of a zipped document that hold text, in an order that puts what stands on page one first. */
final class ContainerText {

    private static final Pattern WORD_BODY = Pattern.compile("word/document\\d*\\.xml");
    private static final Pattern WORD_MARGIN = Pattern.compile("word/(?:header|footer)\\d*\\.xml");
    private static final Pattern WORD_REST =
            Pattern.compile("word/(?:footnotes|endnotes|comments|glossary/document)\\.xml");
    private static final Pattern DRAWN = Pattern.compile(
            "(?:word|xl)/(?:charts/chart|diagrams/data|drawings/drawing|threadedComments/threadedComment)\\d*\\.xml");
    private static final Pattern SHEET = Pattern.compile("xl/(?:work|dialog|chart)sheets/sheet\\d*\\.xml");
    private static final Pattern SHEET_REST = Pattern.compile("xl/comments\\d*\\.xml|xl/comments/comment\\d*\\.xml");
    private static final Pattern SLIDE = Pattern.compile("ppt/slides/slide\\d+\\.xml");
    private static final Pattern SLIDE_REST = Pattern.compile(
            "ppt/(?:notesSlides|slideLayouts|slideMasters|comments|charts|diagrams)/[A-Za-z]+\\d*\\.xml");
    private static final Pattern OFD_PAGE = Pattern.compile(".*/Content\\.xml", Pattern.CASE_INSENSITIVE);
    private static final Pattern OFD_SEALED = Pattern.compile("(?i).*(?:encrypt|decryptseed)[^/]*");

    private final Container container;
    private final TextSink sink;

    ContainerText(Container container, TextSink sink) {
        this.container = container;
        this.sink = sink;
    }

    void read(FileKind kind) throws IOException {
        switch (kind) {
            case DOCX -> {
                each(WORD_BODY, true, Paragraphs.WORD);
                each(WORD_MARGIN, true, Paragraphs.WORD);
                each(WORD_REST, false, Paragraphs.WORD);
                each(DRAWN, false, Paragraphs.DRAWING);
            }
            case XLSX -> {
                new WorkbookXml(container, sink).read(names(SHEET.asMatchPredicate()));
                each(DRAWN, true, Paragraphs.DRAWING);
                each(SHEET_REST, false, new Paragraphs(java.util.Set.of("comment"), java.util.Set.of("t")));
            }
            case PPTX -> {
                each(SLIDE, true, Paragraphs.DRAWING);
                each(SLIDE_REST, false, Paragraphs.DRAWING);
            }
            case ODT, ODS, ODP -> openDocument();
            case OFD -> ofd();
            case PACKAGE, DOC, XLS, PPT, PDF, TEXT, HTML, JSON, CALENDAR, PNG, JPEG, GIF, WEBP, TIFF ->
                throw new IllegalArgumentException(kind + " is no container");
        }
    }

    private void openDocument() throws IOException {
        if (container.has("META-INF/manifest.xml")
                && new String(container.bytes("META-INF/manifest.xml"), StandardCharsets.UTF_8)
                        .contains("encryption-data")) {
            throw ENCRYPTED.plain();
        }
        for (String part : List.of("content.xml", "styles.xml")) {
            if (container.has(part)) {
                sink.part(true);
                Xml.read(container, part, xml -> Paragraphs.OPEN_DOCUMENT.read(xml, sink));
            }
        }
    }

    private void ofd() throws IOException {
        if (!names(OFD_SEALED.asMatchPredicate()).isEmpty()) {
            throw ENCRYPTED.plain();
        }
        for (String page : names(OFD_PAGE.asMatchPredicate())) {
            sink.part(true);
            Xml.read(container, page, xml -> OfdXml.read(xml, sink));
        }
    }

    private void each(Pattern names, boolean isTop, Paragraphs paragraphs) throws IOException {
        for (String name : names(names.asMatchPredicate())) {
            sink.part(isTop);
            Xml.read(container, name, xml -> paragraphs.read(xml, sink));
        }
    }

    /** slide2 before slide10. */
    private List<String> names(Predicate<String> wanted) {
        return container.names().stream()
                .filter(wanted)
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}

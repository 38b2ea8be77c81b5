package org.luoshi.files.core;

import static org.luoshi.files.core.FileError.DAMAGED;
import static org.luoshi.files.core.FileError.ENCRYPTED;
import static org.luoshi.files.core.FileError.TOO_MUCH_TO_LOOK_AT;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/** The text of a PDF page by page, its notes and form fields, and the files it carries. In memory only. */
final class PdfText {

    private static final int MOST_PAGES = 3000;
    private static final int DEEPEST_TREE = 8;

    private final TextSink sink;
    private final List<byte[]> attached = new ArrayList<>();
    private final Budget budget;

    PdfText(TextSink sink, Budget budget) {
        this.sink = sink;
        this.budget = budget;
    }

    /** Returns the files that are attached inside. */
    List<byte[]> read(byte[] content) throws IOException {
        try (PDDocument document = Loader.loadPDF(content, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            // PDFBox mends what it can; where nothing is left to mend, it hands out a document without pages.
            if (document.getNumberOfPages() == 0) {
                throw DAMAGED.plain();
            }
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw TOO_MUCH_TO_LOOK_AT.plain();
            }
            readPages(document);
            readForm(document.getDocumentCatalog().getAcroForm());
            PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
            if (names != null) {
                collect(names.getEmbeddedFiles(), 0);
            }
            return attached;
        } catch (InvalidPasswordException locked) {
            throw ENCRYPTED.plain();
        }
    }

    private void readPages(PDDocument document) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            sink.part(page == 1);
            stripper.getText(document).lines().forEach(sink::line);
            for (PDAnnotation note : document.getPage(page - 1).getAnnotations()) {
                line(note.getContents());
            }
        }
    }

    private void readForm(@Nullable PDAcroForm form) {
        if (form != null) {
            sink.part(false);
            for (PDField field : form.getFieldTree()) {
                line(field.getValueAsString());
            }
        }
    }

    private void collect(@Nullable PDNameTreeNode<PDComplexFileSpecification> node, int depth) throws IOException {
        if (node == null) {
            return;
        }
        if (depth > DEEPEST_TREE) {
            throw DAMAGED.plain();
        }
        Map<String, PDComplexFileSpecification> here = node.getNames();
        if (here != null) {
            for (PDComplexFileSpecification file : here.values()) {
                attach(file);
            }
        }
        if (node.getKids() != null) {
            for (PDNameTreeNode<PDComplexFileSpecification> kid : node.getKids()) {
                collect(kid, depth + 1);
            }
        }
    }

    private void attach(PDComplexFileSpecification file) throws IOException {
        line(file.getFileUnicode());
        if (file.getEmbeddedFile() != null) {
            byte[] bytes = file.getEmbeddedFile().toByteArray();
            budget.inflate(bytes.length);
            attached.add(bytes);
        }
    }

    private void line(@Nullable String text) {
        if (text != null) {
            text.lines().forEach(sink::line);
        }
    }
}

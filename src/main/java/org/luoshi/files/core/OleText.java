package org.luoshi.files.core;

import java.io.IOException;
import java.util.List;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.extractor.ExcelExtractor;
import org.apache.poi.hssf.usermodel.HSSFPatriarch;
import org.apache.poi.hssf.usermodel.HSSFShape;
import org.apache.poi.hssf.usermodel.HSSFShapeGroup;
import org.apache.poi.hssf.usermodel.HSSFSimpleShape;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.HWPFOldDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.extractor.Word6Extractor;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.sl.extractor.SlideShowExtractor;

/** The text of the older Office files (.doc, .xls, .ppt, and WPS's own endings for them). */
final class OleText {

    private final TextSink sink;

    OleText(TextSink sink) {
        this.sink = sink;
    }

    void read(FileKind kind, DirectoryNode root) throws IOException {
        switch (kind) {
            case DOC -> word(root);
            case XLS -> workbook(root);
            case PPT -> slides(root);
            case DOCX,
                    XLSX,
                    PPTX,
                    ODT,
                    ODS,
                    ODP,
                    OFD,
                    PACKAGE,
                    PDF,
                    TEXT,
                    HTML,
                    JSON,
                    CALENDAR,
                    PNG,
                    JPEG,
                    GIF,
                    WEBP,
                    TIFF -> throw new IllegalArgumentException(kind + " is no OLE2 file");
        }
    }

    private void word(DirectoryNode root) throws IOException {
        try (HWPFDocument document = new HWPFDocument(root)) {
            for (Range range : List.of(
                    document.getRange(),
                    document.getHeaderStoryRange(),
                    document.getMainTextboxRange(),
                    document.getFootnoteRange(),
                    document.getEndnoteRange(),
                    document.getCommentsRange())) {
                sink.part(true);
                lines(range.text());
            }
        } catch (OldWordFileFormatException before97) {
            oldWord(root);
        }
    }

    private void oldWord(DirectoryNode root) throws IOException {
        try (Word6Extractor extractor = new Word6Extractor(new HWPFOldDocument(root))) {
            sink.part(true);
            lines(extractor.getText());
        }
    }

    private void workbook(DirectoryNode root) throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook(root, true);
                ExcelExtractor extractor = new ExcelExtractor(workbook)) {
            extractor.setIncludeSheetNames(false);
            extractor.setIncludeCellComments(true);
            extractor.setIncludeHeadersFooters(true);
            sink.part(true);
            lines(extractor.getText());
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                HSSFPatriarch drawing = workbook.getSheetAt(i).getDrawingPatriarch();
                if (drawing != null) {
                    sink.part(true);
                    drawing.getChildren().forEach(this::shape);
                }
            }
        }
    }

    private void shape(HSSFShape shape) {
        if (shape instanceof HSSFShapeGroup group) {
            group.getChildren().forEach(this::shape);
        } else if (shape instanceof HSSFSimpleShape simple && simple.getString() != null) {
            lines(simple.getString().getString());
        }
    }

    private void slides(DirectoryNode root) throws IOException {
        try (HSLFSlideShow show = new HSLFSlideShow(root);
                SlideShowExtractor<?, ?> extractor = new SlideShowExtractor<>(show)) {
            extractor.setNotesByDefault(true);
            extractor.setCommentsByDefault(true);
            extractor.setMasterByDefault(true);
            sink.part(true);
            lines(extractor.getText());
        }
    }

    /** Word ends paragraphs with CR, cells with BEL, manual lines with VT. */
    private void lines(String text) {
        for (String line : text.split("[\\r\\n\\x07\\x0B\\x0C]")) {
            sink.line(line.replaceAll("[\\x00-\\x08\\x0E-\\x1F]", ""));
        }
    }
}

package org.luoshi.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.luoshi.documents.DocumentsApi;

/** The template that is shipped is the one that is drawn here. */
class LedgerBulletinTemplateTests {

    @Test
    void theShippedTemplateIsUpToDate() throws IOException {
        assertThat(text(new DocumentsApi().shipped("ledger-bulletin"))).isEqualTo(text(LedgerBulletinTemplate.drawn()));
    }

    private static String text(byte[] document) throws IOException {
        try (XWPFWordExtractor extractor =
                new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(document)))) {
            return extractor.getText();
        }
    }
}

package org.luoshi.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.luoshi.documents.DocumentsApi;

/** The templates that are shipped are those that are drawn here. */
class BulletinTemplateTests {

    @Test
    void theShippedTemplatesAreUpToDate() throws IOException {
        DocumentsApi documents = new DocumentsApi();
        assertThat(text(documents.shipped("bulletin"))).isEqualTo(text(BulletinTemplate.bulletin()));
        assertThat(text(documents.shipped("erratum"))).isEqualTo(text(BulletinTemplate.erratum()));
    }

    private static String text(byte[] document) throws IOException {
        try (XWPFWordExtractor extractor =
                new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(document)))) {
            return extractor.getText();
        }
    }
}

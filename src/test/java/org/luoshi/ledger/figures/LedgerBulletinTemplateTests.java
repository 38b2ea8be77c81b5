package org.luoshi.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.luoshi.documents.DocumentsApi;

/** The template that is shipped is the one that is drawn here. */
class LedgerBulletinTemplateTests {

    @Test
    void theShippedTemplateIsUpToDate() throws IOException {
        assertThat(body(new DocumentsApi().shipped("ledger-bulletin"))).isEqualTo(body(LedgerBulletinTemplate.drawn()));
    }

    /** Texts and layout: a width that was changed here and not there is a difference too. */
    private static String body(byte[] document) throws IOException {
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(document))) {
            return read.getDocument().xmlText();
        }
    }
}

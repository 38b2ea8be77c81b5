package org.luoshi.documents.core;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageNumber;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Puts documents of one template behind each other. Since the template is the same, so are its styles, fonts, margins and pictures, and the
 * bodies can be moved as they are; each becomes a section of its own.
 */
public final class WordJoin {

    private WordJoin() {}

    public static byte[] join(List<byte[]> documents) {
        if (documents.size() == 1) {
            return documents.get(0);
        }
        try (XWPFDocument joined = open(documents.get(0))) {
            CTBody body = joined.getDocument().getBody();
            for (byte[] next : documents.subList(1, documents.size())) {
                endSection(body);
                append(body, next);
            }
            countFromOne(section(body));
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            joined.write(written);
            return written.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static XWPFDocument open(byte[] document) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(document));
    }

    /** The last paragraph of the body carries the end of the section; where a table stands last, a small one is put behind it. */
    private static void endSection(CTBody body) {
        CTSectPr end = section(body);
        CTP last = isParagraph(lastElement(body)) ? body.getPArray(body.sizeOfPArray() - 1) : smallest(body);
        CTPPr look = last.isSetPPr() ? last.getPPr() : last.addNewPPr();
        CTSectPr own = look.addNewSectPr();
        own.set(end.copy());
        countFromOne(own);
    }

    private static CTSectPr section(CTBody body) {
        return body.isSetSectPr() ? body.getSectPr() : body.addNewSectPr();
    }

    private static void countFromOne(CTSectPr section) {
        CTPageNumber numbering = section.isSetPgNumType() ? section.getPgNumType() : section.addNewPgNumType();
        numbering.setStart(BigInteger.ONE);
    }

    private static CTP smallest(CTBody body) {
        CTP paragraph = body.addNewP();
        paragraph.addNewPPr().addNewRPr().addNewSz().setVal(BigInteger.TWO);
        return paragraph;
    }

    private static void append(CTBody body, byte[] document) throws IOException {
        try (XWPFDocument next = open(document)) {
            Node own = body.getDomNode();
            Node end = section(body).getDomNode();
            Node other = next.getDocument().getBody().getDomNode();
            for (Node child = other.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Element && !"sectPr".equals(child.getLocalName())) {
                    own.insertBefore(own.getOwnerDocument().importNode(child, true), end);
                }
            }
        }
    }

    private static Node lastElement(CTBody body) {
        Node last = section(body).getDomNode().getPreviousSibling();
        while (last != null && !(last instanceof Element)) {
            last = last.getPreviousSibling();
        }
        return java.util.Objects.requireNonNull(last, "a document is never empty");
    }

    private static boolean isParagraph(Node node) {
        return "p".equals(node.getLocalName());
    }
}

package org.luoshi.intake.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** A .docx: finds the parts that matter. Headers, footers and notes are left out, because no task stands there. */
final class DocxReader {

    private final ZipParts parts;

    private DocxReader(ZipParts parts) {
        this.parts = parts;
    }

    static Paper read(byte[] content) throws IOException {
        try (ZipParts parts = new ZipParts(content)) {
            return new DocxReader(parts).read();
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    private Paper read() throws IOException, XMLStreamException {
        String document = related("").getOrDefault("officeDocument", "word/document.xml");
        Map<String, String> related = related(document);
        DocxNumbering numbering = new DocxNumbering();
        if (related.containsKey("numbering")) {
            read(related.get("numbering"), numbering::readNumbering);
        }
        if (!numbering.isEmpty() && related.containsKey("styles")) {
            read(related.get("styles"), numbering::readStyles);
        }
        PaperWriter paper = new PaperWriter();
        read(document, in -> new DocxBody(OfficeXml.open(in), numbering, paper).read());
        return paper.finish();
    }

    private interface Reading {
        void read(InputStream part) throws XMLStreamException;
    }

    private void read(String part, Reading reading) throws IOException, XMLStreamException {
        try (InputStream in = parts.open(part)) {
            reading.read(in);
        }
    }

    /** Parts by the last word of their relation's type, which is the same in transitional and strict files. */
    private Map<String, String> related(String part) throws IOException, XMLStreamException {
        int slash = part.lastIndexOf('/') + 1;
        String relations = part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
        Map<String, String> found = new HashMap<>();
        if (parts.has(relations)) {
            parts.walk(relations, relation -> {
                String type = OfficeXml.attribute(relation, "Type");
                String target = ZipParts.resolve(part, OfficeXml.attribute(relation, "Target"));
                if (parts.has(target)) {
                    found.putIfAbsent(type.substring(type.lastIndexOf('/') + 1), target);
                }
            });
        }
        return found;
    }
}

package org.luoshi.intake.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipCollection;
import org.jspecify.annotations.Nullable;

/** A .docx: finds the parts that matter. Headers, footers and notes are left out, because no task stands there. */
final class DocxReader {

    Paper read(byte[] content) throws IOException {
        try {
            OPCPackage file = OPCPackage.open(new ByteArrayInputStream(content));
            try {
                return read(file);
            } finally {
                file.revert();
            }
        } catch (OpenXML4JException | XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    private static Paper read(OPCPackage file) throws OpenXML4JException, IOException, XMLStreamException {
        PackagePart document = file.getPart(find(file.getRelationships(), "/officeDocument"));
        if (document == null) {
            throw new IOException("No document in it");
        }
        DocxNumbering numbering = new DocxNumbering();
        read(document, "/numbering", numbering::readNumbering);
        if (!numbering.isEmpty()) {
            read(document, "/styles", numbering::readStyles);
        }
        PaperWriter paper = new PaperWriter();
        try (InputStream in = document.getInputStream()) {
            new DocxBody(OfficeXml.open(in), numbering, paper).read();
        }
        return paper.finish();
    }

    private interface Reading {
        void read(InputStream part) throws XMLStreamException;
    }

    private static void read(PackagePart document, String type, Reading reading)
            throws OpenXML4JException, IOException, XMLStreamException {
        PackageRelationship relation = find(document.getRelationships(), type);
        if (relation != null) {
            try (InputStream in = document.getRelatedPart(relation).getInputStream()) {
                reading.read(in);
            }
        }
    }

    /** The names of relations differ between transitional and strict files; their last word does not. */
    private static @Nullable PackageRelationship find(PackageRelationshipCollection relations, String type) {
        for (PackageRelationship relation : relations) {
            if (relation.getRelationshipType().endsWith(type)) {
                return relation;
            }
        }
        return null;
    }
}

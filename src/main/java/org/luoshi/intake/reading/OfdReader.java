package org.luoshi.intake.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * An OFD (GB/T 33190), read part by part in memory. The known library for it unpacks what it reads into a folder on disk, which the
 * secrecy rule forbids.
 */
final class OfdReader {

    private final ZipParts parts;

    private OfdReader(ZipParts parts) {
        this.parts = parts;
    }

    static Paper read(byte[] content) throws IOException {
        try (ZipParts parts = new ZipParts(content)) {
            return new OfdReader(parts).read();
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    private Paper read() throws IOException, XMLStreamException {
        List<String> pages = new ArrayList<>();
        for (String document : documents()) {
            parts.walk(document, xml -> {
                if (xml.getLocalName().equals("Page")) {
                    pages.add(place(document, OfficeXml.attribute(xml, "BaseLoc")));
                }
            });
        }
        PdfReader.requireFewPages(pages.size());
        List<PageContent> contents = new ArrayList<>(pages.size());
        TextQuality quality = new TextQuality();
        for (String page : pages) {
            OfdPageReader reader = new OfdPageReader();
            parts.walk(page, reader::visit);
            PageContent content = reader.page();
            contents.add(content);
            quality.add(content);
        }
        quality.require();
        return PageFlow.read(contents);
    }

    private List<String> documents() throws IOException, XMLStreamException {
        List<String> documents = new ArrayList<>();
        parts.walk("OFD.xml", xml -> {
            if (xml.getLocalName().equals("DocRoot")) {
                documents.add(ZipParts.resolve("", xml.getElementText()));
            }
        });
        return documents;
    }

    /** Some writers give places from the root without the slash that says so. */
    private String place(String document, String place) {
        String resolved = ZipParts.resolve(document, place);
        return parts.has(resolved) ? resolved : ZipParts.resolve("", place);
    }
}

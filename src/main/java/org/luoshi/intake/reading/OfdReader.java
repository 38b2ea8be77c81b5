package org.luoshi.intake.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * An OFD (GB/T 33190), read part by part in memory. The known library for it unpacks what it reads into a folder on disk, which the
 * secrecy rule forbids.
 */
final class OfdReader {

    private final ZipFile zip;

    private OfdReader(ZipFile zip) {
        this.zip = zip;
    }

    static Paper read(byte[] content) throws IOException {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            return new OfdReader(zip).read();
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    private Paper read() throws IOException, XMLStreamException {
        List<String> pages = new ArrayList<>();
        for (String document : documents()) {
            walk(document, xml -> {
                if (xml.getLocalName().equals("Page")) {
                    pages.add(resolve(document, OfficeXml.attribute(xml, "BaseLoc")));
                }
            });
        }
        PdfReader.requireFewPages(pages.size());
        List<PageContent> contents = new ArrayList<>(pages.size());
        TextQuality quality = new TextQuality();
        for (String page : pages) {
            OfdPageReader reader = new OfdPageReader();
            walk(page, reader::visit);
            PageContent content = reader.page();
            contents.add(content);
            quality.add(content);
        }
        quality.require();
        return PageFlow.read(contents);
    }

    private List<String> documents() throws IOException, XMLStreamException {
        List<String> documents = new ArrayList<>();
        walk("OFD.xml", xml -> {
            if (xml.getLocalName().equals("DocRoot")) {
                documents.add(resolve("", xml.getElementText()));
            }
        });
        return documents;
    }

    private void walk(String part, OfficeXml.Visitor visitor) throws IOException, XMLStreamException {
        ZipArchiveEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw new IOException("No part " + part);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            OfficeXml.walk(in, visitor);
        }
    }

    /** Places are given from the root of the file or from the folder of the part that names them. */
    private static String resolve(String from, String place) {
        String name = place.strip();
        if (name.startsWith("/")) {
            return name.substring(1);
        }
        String folder = from.substring(0, from.lastIndexOf('/') + 1);
        return name.startsWith(folder) ? name : folder + name;
    }
}

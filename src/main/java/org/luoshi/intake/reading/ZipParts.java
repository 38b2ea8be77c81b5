package org.luoshi.intake.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The parts of a zipped document, in memory. That it is no bomb was checked before. */
final class ZipParts implements Closeable {

    private final ZipFile zip;

    ZipParts(byte[] content) throws IOException {
        zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get();
    }

    boolean has(String part) {
        return zip.getEntry(part) != null;
    }

    InputStream open(String part) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw new IOException("No part " + part);
        }
        return zip.getInputStream(entry);
    }

    void walk(String part, OfficeXml.Visitor visitor) throws IOException, XMLStreamException {
        try (InputStream in = open(part)) {
            OfficeXml.walk(in, visitor);
        }
    }

    /** Places are given from the root of the file or from the folder of the part that names them. */
    static String resolve(String from, String place) {
        String name = place.strip().replace('\\', '/');
        String path = name.startsWith("/") ? name.substring(1) : from.substring(0, from.lastIndexOf('/') + 1) + name;
        while (path.contains("/../")) {
            String shorter = path.replaceFirst("[^/]+/\\.\\./", "");
            if (shorter.equals(path)) {
                break;
            }
            path = shorter;
        }
        return path.replace("./", "");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

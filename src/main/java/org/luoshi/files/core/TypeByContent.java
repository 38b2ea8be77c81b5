package org.luoshi.files.core;

import static org.luoshi.files.core.FileError.ARCHIVE;
import static org.luoshi.files.core.FileError.ENCRYPTED;
import static org.luoshi.files.core.FileError.TYPE_NOT_ACCEPTED;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.Tika;

/** Says what a file is by looking into it; its name has no say. */
final class TypeByContent {

    private static final Tika TIKA = new Tika();

    private static final Map<String, FileKind> BY_MEDIA_TYPE = Map.of(
            "application/pdf", FileKind.PDF,
            "image/png", FileKind.PNG,
            "image/jpeg", FileKind.JPEG,
            "image/gif", FileKind.GIF,
            "image/webp", FileKind.WEBP,
            "image/tiff", FileKind.TIFF,
            "text/plain", FileKind.TEXT,
            "application/json", FileKind.TEXT,
            "text/html", FileKind.HTML,
            "application/xhtml+xml", FileKind.HTML);

    private static final Map<String, FileKind> BY_OOXML = Map.of(
            "wordprocessingml.document.main+xml", FileKind.DOCX,
            "spreadsheetml.sheet.main+xml", FileKind.XLSX,
            "presentationml.presentation.main+xml", FileKind.PPTX);

    private static final Map<String, FileKind> BY_ODF = Map.of(
            "application/vnd.oasis.opendocument.text", FileKind.ODT,
            "application/vnd.oasis.opendocument.spreadsheet", FileKind.ODS,
            "application/vnd.oasis.opendocument.presentation", FileKind.ODP);

    private TypeByContent() {}

    static FileKind of(byte[] content, Budget budget) throws IOException {
        if (isZip(content)) {
            try (Container container = Container.open(content, budget)) {
                return ofContainer(container);
            }
        }
        if (isOle(content)) {
            try (POIFSFileSystem ole = new POIFSFileSystem(new ByteArrayInputStream(content))) {
                return ofOle(ole.getRoot()).orElseThrow(() -> TYPE_NOT_ACCEPTED.with(Map.of("found", "OLE2")));
            }
        }
        String mediaType = TIKA.detect(content);
        FileKind kind = BY_MEDIA_TYPE.get(mediaType);
        if (kind != null) {
            return kind;
        }
        if (PlainText.isText(content)
                && (mediaType.equals("application/octet-stream")
                        || mediaType.equals("text/calendar")
                        || mediaType.startsWith("text/x-"))) {
            return FileKind.TEXT;
        }
        throw isArchive(mediaType) ? ARCHIVE.plain() : TYPE_NOT_ACCEPTED.with(Map.of("found", mediaType));
    }

    static boolean isZip(byte[] content) {
        return startsWith(content, 'P', 'K', 3, 4) || startsWith(content, 'P', 'K', 5, 6);
    }

    static boolean isOle(byte[] content) {
        return startsWith(content, 0xD0, 0xCF, 0x11, 0xE0);
    }

    static boolean isPdf(byte[] content) {
        return startsWith(content, '%', 'P', 'D', 'F');
    }

    static FileKind ofContainer(Container container) throws IOException {
        if (container.has("[Content_Types].xml")) {
            return ofOoxml(container);
        }
        if (container.has("mimetype")) {
            String type = new String(container.start("mimetype", 200), StandardCharsets.US_ASCII).strip();
            FileKind kind = BY_ODF.get(type);
            if (kind == null) {
                throw TYPE_NOT_ACCEPTED.with(Map.of("found", "OpenDocument"));
            }
            return kind;
        }
        if (container.has("OFD.xml")) {
            return FileKind.OFD;
        }
        if (container.has("manifest.json") && container.has("signature")) {
            return FileKind.PACKAGE;
        }
        throw ARCHIVE.plain();
    }

    /** Documents with macros have other content types and so are none of ours. */
    private static FileKind ofOoxml(Container container) throws IOException {
        try (InputStream types = container.read("[Content_Types].xml")) {
            String text = new String(types.readAllBytes(), StandardCharsets.UTF_8);
            return BY_OOXML.entrySet().stream()
                    .filter(type -> text.contains(type.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow(() -> TYPE_NOT_ACCEPTED.with(
                            Map.of("found", text.contains("macroEnabled") ? "Office (macro)" : "Office Open XML")));
        }
    }

    static Optional<FileKind> ofOle(DirectoryNode root) {
        if (root.hasEntry("EncryptedPackage") || root.hasEntry("EncryptionInfo")) {
            throw ENCRYPTED.plain();
        }
        if (root.hasEntry("WordDocument")) {
            return Optional.of(FileKind.DOC);
        }
        if (root.hasEntry("Workbook") || root.hasEntry("Book")) {
            return Optional.of(FileKind.XLS);
        }
        return root.hasEntry("PowerPoint Document") ? Optional.of(FileKind.PPT) : Optional.empty();
    }

    static boolean isArchiveByContent(byte[] content) {
        return isArchive(TIKA.detect(content));
    }

    private static boolean isArchive(String mediaType) {
        return mediaType.contains("zip")
                || mediaType.contains("rar")
                || mediaType.contains("tar")
                || mediaType.contains("7z")
                || mediaType.contains("xz")
                || mediaType.contains("compress");
    }

    private static boolean startsWith(byte[] content, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= content.length || (content[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}

package org.luoshi.files.core;

import static org.luoshi.files.core.FileError.ARCHIVE;
import static org.luoshi.files.core.FileError.DAMAGED;
import static org.luoshi.files.core.FileError.ENCRYPTED;
import static org.luoshi.files.core.FileError.TOO_MUCH_TO_LOOK_AT;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.Ole10Native;
import org.apache.poi.poifs.filesystem.Ole10NativeException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jsoup.Jsoup;
import org.luoshi.shared.BusinessException;

/** Looks through one upload and everything packed inside it, in memory, within one budget. */
final class Inspection {

    private final Budget budget = new Budget();
    private final TextSink sink;

    Inspection(TextSink sink) {
        this.sink = sink;
    }

    /** Hands all text to the sink and returns what the file is. Whatever a reader of a broken file throws is a refusal, never an error page. */
    FileKind of(byte[] content) {
        try {
            return look(content);
        } catch (BusinessException refusal) {
            throw refusal;
        } catch (EncryptedDocumentException locked) {
            throw ENCRYPTED.plain();
        } catch (IOException | RuntimeException broken) {
            throw DAMAGED.plain();
        } catch (StackOverflowError | OutOfMemoryError tooMuch) {
            throw TOO_MUCH_TO_LOOK_AT.plain();
        }
    }

    private FileKind look(byte[] content) throws IOException {
        budget.down();
        FileKind kind = TypeByContent.of(content, budget);
        switch (kind) {
            case DOCX, XLSX, PPTX, ODT, ODS, ODP, OFD -> container(kind, content);
            case PACKAGE -> everything(content);
            case DOC, XLS, PPT -> {
                try (POIFSFileSystem ole = new POIFSFileSystem(new ByteArrayInputStream(content))) {
                    new OleText(sink).read(kind, ole.getRoot());
                    embeddedIn(ole.getRoot());
                }
            }
            case PDF -> {
                for (byte[] attached : new PdfText(sink, budget).read(content)) {
                    packed(attached);
                }
            }
            case TEXT, JSON, CALENDAR -> {
                sink.part(true);
                PlainText.decode(content).orElseThrow(DAMAGED::plain).lines().forEach(sink::line);
            }
            case HTML -> {
                String source = PlainText.decode(content).orElseThrow(DAMAGED::plain);
                sink.part(false);
                source.lines().forEach(sink::line);
                sink.part(true);
                Jsoup.parse(source).wholeText().lines().forEach(sink::line);
            }
            case PNG, JPEG, GIF, WEBP, TIFF -> {}
        }
        budget.up();
        return kind;
    }

    private void container(FileKind kind, byte[] content) throws IOException {
        try (Container container = Container.open(content, budget)) {
            new ContainerText(container, sink).read(kind);
            for (String name : container.names()) {
                if (isPacked(container.start(name, 8))) {
                    packed(container.bytes(name));
                }
            }
        }
    }

    /** Each file of a package is looked at as if it came alone. */
    private void everything(byte[] content) throws IOException {
        try (Container container = Container.open(content, budget)) {
            for (String name : container.names()) {
                packed(container.bytes(name));
            }
        }
    }

    private static boolean isPacked(byte[] start) {
        return TypeByContent.isZip(start) || TypeByContent.isOle(start) || TypeByContent.isPdf(start);
    }

    /** A file inside a file: looked at when it is a document, refused when it is an archive, else left alone (formulas, thumbnails). */
    private void packed(byte[] content) throws IOException {
        if (TypeByContent.isOle(content)) {
            try (POIFSFileSystem ole = new POIFSFileSystem(new ByteArrayInputStream(content))) {
                budget.down();
                document(ole.getRoot());
                embeddedIn(ole.getRoot());
                budget.up();
            }
        } else if (isPacked(content)) {
            look(content);
        } else if (PlainText.isText(content)) {
            sink.part(true);
            PlainText.decode(content).orElseThrow(DAMAGED::plain).lines().forEach(sink::line);
        } else if (TypeByContent.isArchiveByContent(content)) {
            throw ARCHIVE.plain();
        }
    }

    private void document(DirectoryNode root) throws IOException {
        FileKind kind = TypeByContent.ofOle(root).orElse(null);
        if (kind != null) {
            new OleText(sink).read(kind, root);
        }
    }

    /** Objects that older Office files keep as folders, and files that were dropped in as packages. */
    private void embeddedIn(DirectoryNode folder) throws IOException {
        budget.down();
        for (Entry entry : folder) {
            if (entry.getName().equals(Ole10Native.OLE10_NATIVE)) {
                packed(nativeData(folder));
            } else if (entry.getName().equalsIgnoreCase("Package")) {
                try (var in = folder.createDocumentInputStream(entry)) {
                    packed(in.readAllBytes());
                }
            } else if (entry instanceof DirectoryNode inner) {
                document(inner);
                embeddedIn(inner);
            }
        }
        budget.up();
    }

    private byte[] nativeData(DirectoryNode folder) throws IOException {
        try {
            byte[] data = Ole10Native.createFromEmbeddedOleObject(folder).getDataBuffer();
            budget.inflate(data.length);
            return data;
        } catch (Ole10NativeException noPackage) {
            // Drawings of old programs use the same name for data of their own; nothing a person reads.
            return new byte[0];
        }
    }
}

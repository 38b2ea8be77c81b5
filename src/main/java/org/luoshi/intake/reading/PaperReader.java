package org.luoshi.intake.reading;

import java.io.IOException;
import java.util.Map;
import org.luoshi.files.Inspector;
import org.luoshi.shared.BusinessException;

/** From a file or pasted text to a {@link Paper}. Everything happens in memory and nothing is kept. */
public final class PaperReader {

    private PaperReader() {}

    /** Refuses what the store of attachments refuses, and with a {@link ReadingError} what has no text to read. */
    public static Paper read(String fileName, byte[] content) {
        String kind = Inspector.inspect(fileName, content);
        try {
            return read(fileName, kind, content);
        } catch (BusinessException refusal) {
            throw refusal;
        } catch (IOException | RuntimeException broken) {
            throw ReadingError.DAMAGED.with(Map.of("name", fileName));
        } catch (StackOverflowError | OutOfMemoryError tooMuch) {
            throw PaperWriter.tooLong();
        }
    }

    /** Text from the clipboard; refused when it is blank, too long or marked secret. */
    public static Paper ofText(String pastedText) {
        Inspector.requireUnmarked(pastedText);
        return TextReader.read(pastedText);
    }

    private static Paper read(String fileName, String kind, byte[] content) throws IOException {
        return switch (kind) {
            case "docx" -> DocxReader.read(content);
            case "doc" -> DocReader.read(content);
            case "xlsx", "xls" -> WorkbookReader.read(content);
            case "pdf" -> PdfReader.read(content);
            case "ofd" -> OfdReader.read(content);
            case "html" -> HtmlReader.read(Inspector.decode(content));
            case "txt" -> TextReader.read(Inspector.decode(content));
            default -> throw ReadingError.UNSUPPORTED.with(Map.of("name", fileName, "found", kind));
        };
    }
}

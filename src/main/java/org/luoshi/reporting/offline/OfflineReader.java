package org.luoshi.reporting.offline;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.luoshi.files.FilesApi;
import org.luoshi.spreadsheets.SpreadsheetsApi;
import org.springframework.stereotype.Component;

/** Reads what comes back, whatever its name says: a workbook, the answer of the web form as a file or as copied text. */
@Component
public class OfflineReader {

    private static final int LARGEST = 5 * 1024 * 1024;

    private final SpreadsheetsApi spreadsheets;
    private final FilesApi files;

    OfflineReader(SpreadsheetsApi spreadsheets, FilesApi files) {
        this.spreadsheets = spreadsheets;
        this.files = files;
    }

    /** Refused: what is no form of this house or is damaged ({@link OfflineError}), and what carries a mark of secrecy. */
    public OfflineAnswer read(byte[] content) {
        if (content.length == 0) {
            throw OfflineError.NO_FILE.plain();
        }
        if (content.length > LARGEST) {
            throw OfflineError.UNREADABLE.plain();
        }
        return unmarked(
                isWorkbook(content) ? OfflineWorkbook.read(content, spreadsheets) : OfflinePaste.read(text(content)));
    }

    public OfflineAnswer read(String pasted) {
        if (pasted.isBlank()) {
            throw OfflineError.NO_FILE.plain();
        }
        return unmarked(OfflinePaste.read(pasted));
    }

    /** The guard at the gate sees a packed text only as letters. */
    private OfflineAnswer unmarked(OfflineAnswer answer) {
        answer.typed().values().forEach(files::requireUnmarked);
        return answer;
    }

    private static boolean isWorkbook(byte[] content) {
        return content.length > 1
                && (content[0] == 'P' && content[1] == 'K'
                        || (content[0] & 0xFF) == 0xD0 && (content[1] & 0xFF) == 0xCF);
    }

    /** A text editor of a Chinese Windows may have saved it in GB18030. */
    private static String text(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(content, Charset.forName("GB18030"));
        }
    }
}

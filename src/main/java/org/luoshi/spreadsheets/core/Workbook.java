package org.luoshi.spreadsheets.core;

import static org.luoshi.spreadsheets.SpreadsheetError.BROKEN;
import static org.luoshi.spreadsheets.SpreadsheetError.EMPTY_FILE;
import static org.luoshi.spreadsheets.SpreadsheetError.NOT_EXCEL;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.luoshi.shared.BusinessException;
import org.luoshi.spreadsheets.SheetRow;
import org.luoshi.spreadsheets.SheetView;

/** A workbook that has been recognized by its bytes; the file's name is never believed. */
public interface Workbook extends AutoCloseable {

    /** More columns than any ledger has; keeps a row's memory bounded. */
    int MAXIMUM_COLUMNS = 500;

    List<String> sheetNames();

    void read(String sheetName, int maximumRows, Consumer<SheetRow> reader);

    /** The sheet as it is shown; nothing where it is empty. */
    Optional<SheetView> view(String sheetName, int maximumRows);

    @Override
    void close() throws IOException;

    /** Opens, uses and closes a workbook. Whatever a damaged file makes the readers throw becomes a refusal. */
    static <T> T use(byte[] bytes, Function<Workbook, T> use) {
        try (Workbook workbook = open(bytes)) {
            return use.apply(workbook);
        } catch (BusinessException refusal) {
            throw refusal;
        } catch (IOException | DamagedException damage) {
            throw BROKEN.plain();
        }
    }

    private static Workbook open(byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            throw EMPTY_FILE.plain();
        }
        if (startsWith(bytes, 'P', 'K', 3, 4)) {
            return new XlsxWorkbook(bytes);
        }
        if (startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            return XlsWorkbook.open(bytes);
        }
        throw NOT_EXCEL.plain();
    }

    private static boolean startsWith(byte[] bytes, int... signature) {
        if (bytes.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((bytes[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}

package org.luoshi.ledger;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.luoshi.ledger.tables.TableColumn;

/** What the columns of an exported list are called. */
final class TableHeads {

    private static final Properties WORDS = new Properties();

    static {
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/texts/ledger-tables_zh.properties"))) {
            WORDS.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TableHeads() {}

    static String of(TableColumn column) {
        return WORDS.getProperty(column.textKey());
    }
}

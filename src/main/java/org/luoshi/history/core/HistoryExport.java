package org.luoshi.history.core;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.luoshi.platform.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the whole history as a file that a third party can verify without us: canonical lines, seals, and how to check them. */
@Component
public class HistoryExport {

    static final String LINES = "lines.jsonl";
    static final String SEALS = "seals.jsonl";

    private static final int AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final HistoryLines lines;
    private final SealStore seals;
    private final Texts texts;

    HistoryExport(JdbcClient jdbc, HistoryLines lines, SealStore seals, Texts texts) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.seals = seals;
        this.texts = texts;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void write(OutputStream target, Locale locale) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(target), StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("README.txt"));
            zip.write(texts.get(locale, "history.export.readme").getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(SEALS));
            List<SealStore.Stored> batch = seals.after(0, AT_ONCE);
            while (!batch.isEmpty()) {
                for (SealStore.Stored stored : batch) {
                    writeLine(zip, CanonicalJson.exported(stored.seal()));
                }
                batch = seals.after(batch.get(batch.size() - 1).seal().number(), AT_ONCE);
            }
            zip.putNextEntry(new ZipEntry(LINES));
            jdbc.sql("select " + HistoryLines.COLUMNS + " from history.line order by number")
                    .withFetchSize(AT_ONCE)
                    .query(row -> {
                        writeLine(zip, CanonicalJson.of(lines.line(row)));
                    });
            zip.closeEntry();
        }
    }

    private static void writeLine(ZipOutputStream zip, byte[] json) {
        try {
            zip.write(json);
            zip.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

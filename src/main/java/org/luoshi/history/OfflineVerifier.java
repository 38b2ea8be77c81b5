package org.luoshi.history;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.luoshi.history.core.ExportCheck;
import org.luoshi.platform.Texts;

/** {@code java -jar luoshi.jar verify FILE [ANCHOR]}: checks an exported history without a database, for anybody who holds the file. */
public final class OfflineVerifier {

    private OfflineVerifier() {}

    /** 0: as it was written; 1: changed; 2: not understood. */
    public static int run(List<String> arguments, Locale locale, PrintStream out) {
        Texts texts = new Texts();
        if (arguments.isEmpty()) {
            out.println(texts.get(locale, "history.verify.usage"));
            return 2;
        }
        HistoryVerification found;
        try {
            found = ExportCheck.of(Path.of(arguments.get(0)));
        } catch (IOException e) {
            out.println(texts.get(locale, "history.verify.not-an-export", "file", arguments.get(0)));
            return 2;
        }
        out.println(texts.get(
                locale,
                "history.verify.counts",
                "lines",
                found.lines(),
                "seals",
                found.seals(),
                "unsealed",
                found.unsealed()));
        found.findings()
                .forEach(finding -> out.println(texts.get(locale, finding.textKey(), "number", finding.number())));
        String last = found.lastSeal() == null ? "" : found.lastSeal();
        out.println(texts.get(locale, "history.verify.last-seal", "hash", last));
        boolean anchored = arguments.size() < 2 || last.equals(arguments.get(1).strip());
        if (!anchored) {
            out.println(texts.get(locale, "history.verify.other-anchor", "anchor", arguments.get(1)));
        }
        boolean intact = found.isIntact() && anchored;
        out.println(texts.get(locale, intact ? "history.intact" : "history.broken"));
        return intact ? 0 : 1;
    }
}

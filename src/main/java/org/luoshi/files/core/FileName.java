package org.luoshi.files.core;

import static org.luoshi.files.core.FileError.NAME_MISSING;
import static org.luoshi.files.core.FileError.NAME_TOO_LONG;

import java.text.Normalizer;
import java.util.Map;

/** Makes of what a browser calls a file a name that is safe to keep, show and send back. */
final class FileName {

    static final int LONGEST = 200;

    private FileName() {}

    /** Without folders, control and invisible characters (bidi overrides make "exe.pdf" of "fdp.exe"), counted in code points. */
    static String clean(String raw) {
        String last = raw.substring(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1);
        String name = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "")
                .replaceAll("[<>:\"|?*]", "_")
                .replaceAll("^[.\\s]+|[.\\s]+$", "");
        if (name.isEmpty()) {
            throw NAME_MISSING.plain();
        }
        int length = name.codePointCount(0, name.length());
        if (length > LONGEST) {
            throw NAME_TOO_LONG.with(Map.of("length", length, "longest", LONGEST));
        }
        return name;
    }
}

package org.luoshi.intake.extraction;

/** Tidies a name as written without changing its spelling. */
final class Names {

    private Names() {}

    static String clean(String written) {
        return written.strip()
                .replaceAll("^[\\s\\d.、．\"“*★☆▲△#]+(?=\\p{IsHan})", "")
                .replaceAll("[\\s*★☆▲△。；;，,、“]+$", "")
                .replaceAll("\\s+", "");
    }
}

package org.luoshi.reporting.offline;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words by which the program that reads a form finds its cells again. */
public final class OfflineMarks {

    /** Stands beside the token and says that this is a form of this house. */
    public static final String FORM = "luoshi-offline-1";

    public static final String VALUE = "v.";
    public static final String UNKNOWN = "u.";
    public static final String ZERO = "zero";
    public static final String PART = "part";
    public static final String SIGNER = "signer";
    public static final String TELEPHONE = "telephone";
    public static final String REASON = "reason";

    /** Columns of the sheet, from 0: what is asked, the answer, "not known yet", and what only the program reads. */
    public static final int LABEL = 0;

    public static final int ANSWER = 1;
    public static final int NOT_KNOWN = 2;
    public static final int KEY = 6;
    public static final int TOKEN = 7;

    private static final Set<String> YES = Set.of("是", "yes", "y", "√", "✓", "1", "true");
    private static final Set<String> NO = Set.of("", "否", "no", "n", "0", "false");

    private OfflineMarks() {}

    /** Whether a cell was ticked; refused where it says anything else. */
    static boolean isTicked(String cell, String name) {
        String word = cell.strip().toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            throw OfflineError.NOT_TICKED.with(Map.of("name", name, "typed", cell.strip()));
        }
        return YES.contains(word);
    }
}

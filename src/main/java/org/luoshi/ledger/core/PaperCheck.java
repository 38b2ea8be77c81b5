package org.luoshi.ledger.core;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.PaperToFile;
import org.luoshi.ledger.PaperToFile.CoUnit;
import org.luoshi.ledger.PaperToFile.Item;

/** What can be said against a paper before anything is written. */
final class PaperCheck {

    private PaperCheck() {}

    static void require(PaperToFile paper) {
        if (!isBetween(1, paper.title().strip(), PaperToFile.LONGEST_TITLE)) {
            throw LedgerError.SOURCE_TITLE_LENGTH.plain();
        }
        if (paper.body().isBlank()) {
            throw LedgerError.SOURCE_BODY_MISSING.plain();
        }
        if (!isBetween(1, paper.body(), PaperToFile.LONGEST_BODY)) {
            throw LedgerError.SOURCE_BODY_LENGTH.with(Map.of("most", PaperToFile.LONGEST_BODY));
        }
        boolean silent = paper.clauses().stream()
                .anyMatch(clause -> clause.cover() instanceof PaperToFile.NeedsNone none
                        && none.reason().isBlank());
        if (silent) {
            throw LedgerError.FIELD_MISSING.with(Map.of("field", "REASON"));
        }
    }

    static void require(Item item) {
        if (!isBetween(1, item.title().strip(), Item.LONGEST_TITLE)) {
            throw LedgerError.TITLE_LENGTH.plain();
        }
        boolean fits = item.requirements().size() <= Item.MOST_REQUIREMENTS
                && item.requirements().stream()
                        .allMatch(point -> isBetween(1, point.strip(), Item.LONGEST_REQUIREMENT));
        if (!fits) {
            throw LedgerError.REQUIREMENTS.with(
                    Map.of("most", Item.MOST_REQUIREMENTS, "longest", Item.LONGEST_REQUIREMENT));
        }
        requireLength(item.label(), Item.LONGEST_LABEL);
        item.coUnits().forEach(unit -> requireLength(unit.duty(), CoUnit.LONGEST_DUTY));
    }

    private static void requireLength(@Nullable String text, int longest) {
        if (text != null && !isBetween(0, text, longest)) {
            throw LedgerError.TEXT_TOO_LONG.with(Map.of("text", text, "longest", longest));
        }
    }

    private static boolean isBetween(int shortest, String text, int longest) {
        int length = text.codePointCount(0, text.length());
        return length >= shortest && length <= longest;
    }
}

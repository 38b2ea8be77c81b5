package org.luoshi.ledger.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Page;

/** How the sheets write days, and the labels that stand on them. */
final class PaperWords {

    private static final String[] LABELS = {
        "number",
        "issued",
        "printed",
        "item",
        "source",
        "leader",
        "points",
        "due",
        "cycle",
        "units",
        "unit",
        "part",
        "duty",
        "limit",
        "contact",
        "level",
        "earlier",
        "text",
        "answerDue",
        "issuedBy",
        "answer",
        "times",
        "finished",
        "notices",
        "reports",
        "extensions",
        "opinions",
        "opinion",
        "director",
        "words"
    };

    private static final String[] HEADS = {"number", "asked", "proven", "report", "body", "before", "after", "reason"};

    private PaperWords() {}

    /** Values to begin with: the title of the sheet and every label, in the reader's language. */
    static Map<String, Object> labels(Page page, LedgerPaper paper) {
        Map<String, Object> values = new HashMap<>();
        values.put("title", page.t("ledger.paper.kind", paper));
        for (String label : LABELS) {
            values.put(label + "Label", page.tOrKey("ledger.paper.label." + label));
        }
        for (String head : HEADS) {
            values.put(head + "Head", page.tOrKey("ledger.paper.head." + head));
        }
        return values;
    }

    static boolean isLabel(String tag) {
        return tag.endsWith("Label") || tag.endsWith("Head");
    }

    /** A day as it stands on a sheet that is kept: always with its year. */
    static String day(Page page, @Nullable Instant at) {
        return at == null ? "" : page.date(at.atZone(page.zone()).toLocalDate());
    }

    /** The last day, with the hour where it is not the end of the day. */
    static String due(Page page, @Nullable Instant at) {
        if (at == null) {
            return page.t("ledger.without-limit");
        }
        ZonedDateTime due = at.atZone(page.zone());
        LocalDate day = due.toLocalDate();
        boolean endOfDay = due.getHour() == 23 && due.getMinute() == 59;
        return endOfDay
                ? page.date(day)
                : page.date(day) + " " + String.format("%02d:%02d", due.getHour(), due.getMinute());
    }

    /** What stands in a field that has nothing to say. */
    static String orNone(Page page, @Nullable String text) {
        return text == null || text.isBlank() ? page.t("ledger.paper.none") : text;
    }
}

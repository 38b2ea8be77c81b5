package org.luoshi.ledger.paper;

import java.util.List;
import java.util.Map;
import org.luoshi.platform.Page;

/** An invented item that has everything: with it a template is tried before it is taken, and its names are the tags that may be used. */
final class PaperExample {

    private static final String[] OF_ITEM = {"number", "item", "source", "leader", "due", "office", "officer", "printed"
    };

    private static final String[] OF_NOTICE = {
        "level",
        "meaning",
        "unit",
        "part",
        "duty",
        "late",
        "text",
        "issued",
        "issuedBy",
        "answerDue",
        "answer",
        "earlier",
        "times",
        "request"
    };

    private PaperExample() {}

    static Map<String, Object> of(Page page, LedgerPaper paper) {
        Map<String, Object> values = PaperWords.labels(page, paper);
        put(values, page, OF_ITEM);
        switch (paper) {
            case NOTICE -> {
                put(values, page, "issued", "cycle", "request");
                values.put("points", twice(page, "number", "text"));
                values.put("units", twice(page, "unit", "part", "duty", "due"));
            }
            case WRITTEN, URGE -> put(values, page, OF_NOTICE);
            case RESULT -> {
                put(values, page, "finished", "notices", "opinion", "words");
                values.put("points", twice(page, "number", "text", "proof"));
                values.put("reports", twice(page, "unit", "report", "body"));
                values.put("extensions", twice(page, "unit", "before", "after", "reason"));
            }
        }
        return values;
    }

    private static void put(Map<String, Object> values, Page page, String... names) {
        for (String name : names) {
            values.put(name, page.tOrKey("ledger.paper.tag." + name));
        }
    }

    private static List<Map<String, String>> twice(Page page, String... names) {
        Map<String, String> entry = new java.util.HashMap<>();
        for (String name : names) {
            entry.put(name, page.tOrKey("ledger.paper.tag." + name));
        }
        return List.of(entry, entry);
    }
}

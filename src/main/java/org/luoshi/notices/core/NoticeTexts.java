package org.luoshi.notices.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.luoshi.notices.Notice;
import org.luoshi.platform.Page;

/** Writes a stored notice out in the language of the reader. */
public final class NoticeTexts {

    private NoticeTexts() {}

    public static String text(Page page, Notice notice) {
        List<Object> values = new ArrayList<>();
        for (Map.Entry<String, String> argument : notice.arguments().entrySet()) {
            values.add(argument.getKey());
            values.add(value(page, argument.getKey(), argument.getValue()));
        }
        return page.tOrKey(notice.textKey(), values.toArray());
    }

    /** Why it was sent. */
    public static String rule(Page page, Notice notice) {
        return page.tOrKey("notices.rule." + notice.ruleKey());
    }

    private static String value(Page page, String name, String value) {
        if (name.endsWith("At")) {
            return page.due(Instant.parse(value));
        }
        return name.endsWith("Key") ? page.tOrKey(value) : value;
    }
}

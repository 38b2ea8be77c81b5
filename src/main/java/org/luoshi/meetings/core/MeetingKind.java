package org.luoshi.meetings.core;

import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Page;

/**
 * A kind of meeting with the office's own limits.
 *
 * @param name null for a shipped one, whose name is a text
 * @param mostAYear the office's own cap; null for none
 * @param longestMinutes null for none
 * @param ended not offered any more; what was held of it still counts
 */
public record MeetingKind(
        String code,
        @Nullable String name,
        boolean video,
        @Nullable Integer mostAYear,
        @Nullable Integer longestMinutes,
        int place,
        boolean ended) {

    /** The name in the reader's language. */
    public String label(Page page) {
        return name == null ? page.tOrKey("meetings.kind." + code) : name;
    }

    /** "15 national video conferences": a number of them in the reader's words. */
    public String counted(Page page, long count) {
        return name == null
                ? page.t("meetings.kind.counted." + code, "count", count)
                : page.t("meetings.kind.counted", "count", count, "kind", name);
    }
}

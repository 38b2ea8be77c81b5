package org.luoshi.meetings.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryLine;
import org.luoshi.platform.Page;

/** A line of a meeting's history in the reader's words. */
public record MeetingPast(
        Instant at, String who, String text, @Nullable String reason) {

    static List<MeetingPast> of(List<HistoryLine> lines, Page page) {
        return lines.stream()
                .map(line -> new MeetingPast(
                        line.happenedAt(),
                        line.actorName(),
                        page.tOrKey(line.textKey(), readable(line.details(), page)),
                        line.reason()))
                .toList();
    }

    private static Map<String, String> readable(Map<String, String> details, Page page) {
        Map<String, String> readable = new LinkedHashMap<>();
        details.forEach((name, value) -> readable.put(name, readable(value, page)));
        return readable;
    }

    private static String readable(String value, Page page) {
        if (!value.matches("\\d{4}-\\d{2}-\\d{2}T.*")) {
            return value;
        }
        try {
            return page.dateTime(OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeParseException text) {
            return value;
        }
    }
}

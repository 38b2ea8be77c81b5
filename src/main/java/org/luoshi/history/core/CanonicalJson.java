package org.luoshi.history.core;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryLine;

/**
 * The bytes that are sealed: one JSON object per line or seal in the canonical form of RFC 8785 (keys sorted, no white space, least
 * escapes, UTF-8), so that a stranger can rebuild them with any tool.
 */
final class CanonicalJson {

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private CanonicalJson() {}

    static byte[] of(HistoryLine line) {
        Map<String, @Nullable Object> values = new TreeMap<>();
        values.put("number", line.number());
        values.put("scope", line.scopeId().toString());
        values.put("kind", line.subjectKind());
        values.put("subject", line.subjectId().toString());
        values.put("action", line.action());
        values.put("details", line.details());
        values.put("reason", line.reason());
        values.put("actor", line.actorId().toString());
        values.put("actorName", line.actorName());
        values.put("actorFrom", line.actorFrom());
        values.put("happenedAt", instant(line.happenedAt()));
        return bytes(values);
    }

    /** What the hash of a seal is taken over: everything about it but the hash itself and the leaves, which the root stands for. */
    static byte[] of(Seal seal) {
        Map<String, @Nullable Object> values = new TreeMap<>();
        values.put("number", seal.number());
        values.put("lines", seal.lines().toString());
        values.put("count", seal.count());
        values.put("root", Hashes.hex(seal.root()));
        values.put("previous", Hashes.hex(seal.previous()));
        values.put("sealedAt", instant(seal.sealedAt()));
        return bytes(values);
    }

    /** A seal with its hash and leaves, as it stands in an export. */
    static byte[] exported(Seal seal) {
        Map<String, @Nullable Object> values = new TreeMap<>();
        values.put("number", seal.number());
        values.put("lines", seal.lines().toString());
        values.put("count", seal.count());
        values.put("root", Hashes.hex(seal.root()));
        values.put("previous", Hashes.hex(seal.previous()));
        values.put("sealedAt", instant(seal.sealedAt()));
        values.put("hash", Hashes.hex(seal.hash()));
        values.put("leaves", Hashes.hex(seal.leaves()));
        return bytes(values);
    }

    static String instant(Instant instant) {
        return MICROSECONDS.format(instant.truncatedTo(ChronoUnit.MICROS));
    }

    private static byte[] bytes(Map<String, @Nullable Object> values) {
        StringBuilder json = new StringBuilder(400);
        object(json, values);
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void object(StringBuilder json, Map<?, ?> values) {
        json.append('{');
        // String's own order is that of UTF-16 units, as RFC 8785 asks.
        new TreeMap<>(values).forEach((key, value) -> {
            if (json.charAt(json.length() - 1) != '{') {
                json.append(',');
            }
            text(json, String.valueOf(key));
            json.append(':');
            value(json, value);
        });
        json.append('}');
    }

    private static void value(StringBuilder json, @Nullable Object value) {
        if (value instanceof Map<?, ?> nested) {
            object(json, nested);
        } else if (value == null || value instanceof Long) {
            json.append(value);
        } else {
            text(json, value.toString());
        }
    }

    private static void text(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < 0x20) {
                        json.append(String.format("\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }
}

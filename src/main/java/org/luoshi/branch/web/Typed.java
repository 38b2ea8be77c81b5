package org.luoshi.branch.web;

import static org.luoshi.branch.core.BranchError.DAY_UNREADABLE;
import static org.luoshi.branch.core.BranchError.FIELD_MISSING;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A form as typed: strings, kept so that a refused form comes back as it was.
 *
 * @param error why it was refused; empty where nothing is wrong
 */
public record Typed(MultiValueMap<String, String> values, String error) {

    public static Typed nothing() {
        return new Typed(new LinkedMultiValueMap<>(), "");
    }

    public static Typed of(MultiValueMap<String, String> values) {
        return new Typed(values, "");
    }

    public Typed refused(String why) {
        return new Typed(values, why);
    }

    /** Empty where nothing was typed. */
    public String get(String name) {
        return Objects.requireNonNullElse(values.getFirst(name), "");
    }

    public String get(String name, String otherwise) {
        return values.containsKey(name) ? get(name) : otherwise;
    }

    public List<String> all(String name) {
        return Objects.requireNonNullElse(values.get(name), List.of());
    }

    public boolean has(String name, String value) {
        return all(name).contains(value);
    }

    /** For the shared fields, which want a map. */
    public Map<String, String> errors() {
        return Map.of();
    }

    public String needed(String name) {
        String text = get(name).strip();
        if (text.isEmpty()) {
            throw FIELD_MISSING.with(Map.of("field", name));
        }
        return text;
    }

    /** Null where nothing was typed. */
    public @Nullable String text(String name) {
        String text = get(name).strip();
        return text.isEmpty() ? null : text;
    }

    public LocalDate neededDay(String name) {
        LocalDate day = day(name);
        if (day == null) {
            throw FIELD_MISSING.with(Map.of("field", "date"));
        }
        return day;
    }

    /** Null where nothing was typed; refused where it is no day. */
    public @Nullable LocalDate day(String name) {
        String text = get(name).strip();
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            throw DAY_UNREADABLE.with(Map.of("date", text));
        }
    }

    /** A day and a time of the office's zone; null where no time was typed. */
    public @Nullable Instant at(LocalDate day, String time, ZoneId zone) {
        String text = get(time).strip();
        try {
            return text.isEmpty()
                    ? null
                    : day.atTime(LocalTime.parse(text)).atZone(zone).toInstant();
        } catch (DateTimeException noTime) {
            throw DAY_UNREADABLE.with(Map.of("date", text));
        }
    }

    /** Null where nothing was chosen. */
    public @Nullable UUID id(String name) {
        return id(get(name), name);
    }

    public UUID neededId(String name) {
        UUID id = id(name);
        if (id == null) {
            throw FIELD_MISSING.with(Map.of("field", name));
        }
        return id;
    }

    public Set<UUID> ids(String name) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (String text : all(name)) {
            UUID id = id(text, name);
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

    private static @Nullable UUID id(String text, String name) {
        try {
            return text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw FIELD_MISSING.with(Map.of("field", name));
        }
    }

    /** A whole number; refused where it is none. */
    public int number(String name) {
        String text = get(name).strip();
        if (!text.matches("\\d{1,6}")) {
            throw FIELD_MISSING.with(Map.of("field", name));
        }
        return Integer.parseInt(text);
    }
}

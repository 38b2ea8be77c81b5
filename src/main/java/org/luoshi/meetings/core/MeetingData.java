package org.luoshi.meetings.core;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The data files of this room below {@code meetings/}; a mistake in one stops the start. */
public final class MeetingData {

    private MeetingData() {}

    /** The file as a table. */
    public static Map<String, Object> read(String name) {
        try (Reader reader = new InputStreamReader(
                new ClassPathResource("meetings/" + name).getInputStream(), StandardCharsets.UTF_8)) {
            return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table inside a file; nothing is an empty one. */
    public static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> entries = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> entries.put(String.valueOf(key), entry));
        } else if (value != null) {
            throw new IllegalStateException("Not a table: " + value);
        }
        return entries;
    }

    /** A list inside a file; nothing is an empty one. */
    public static List<Object> list(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw new IllegalStateException("Not a list: " + value);
        }
        return List.copyOf(list);
    }

    /** A text that must be there. */
    public static String text(Map<String, Object> table, String key) {
        Object value = table.get(key);
        if (value == null) {
            throw new IllegalStateException("Missing: " + key + " in " + table);
        }
        return String.valueOf(value);
    }
}

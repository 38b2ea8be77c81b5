package org.luoshi.study.core;

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

/** The data files of this room below {@code study/}; a mistake in one stops the start. */
final class StudyData {

    private StudyData() {}

    static Map<String, Object> read(String name) {
        try (Reader reader = new InputStreamReader(
                new ClassPathResource("study/" + name).getInputStream(), StandardCharsets.UTF_8)) {
            return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> map(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalStateException("Not a table: " + value);
        }
        Map<String, Object> entries = new LinkedHashMap<>();
        map.forEach((key, entry) -> entries.put(String.valueOf(key), entry));
        return entries;
    }

    static List<String> words(@Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            throw new IllegalStateException("Not a list: " + value);
        }
        return list.stream().map(String::valueOf).toList();
    }
}

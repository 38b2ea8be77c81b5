package org.luoshi.intake.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The vocabulary of papers that divide work, from {@code intake/words.properties}. */
final class Words {

    private static final Properties ALL = load();

    private Words() {}

    /** The words under a key, longest first, so that an alternation finds the longest. */
    static List<String> of(String key) {
        String words = ALL.getProperty(key);
        if (words == null) {
            throw new IllegalArgumentException("No words for " + key);
        }
        return Arrays.stream(words.split(" "))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    static Set<String> set(String key) {
        return Set.copyOf(of(key));
    }

    /** The words under these keys as one alternation for a pattern, longest first. */
    static String anyOf(String... keys) {
        return Arrays.stream(keys)
                .flatMap(key -> of(key).stream())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static Properties load() {
        Properties words = new Properties();
        try (InputStream in = Words.class.getResourceAsStream("/intake/words.properties")) {
            if (in == null) {
                throw new IllegalStateException("intake/words.properties is missing");
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}

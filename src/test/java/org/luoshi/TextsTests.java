package org.luoshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.luoshi.shared.ErrorCode;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Every text exists in both languages, says the same things, and nothing asks for a text that is not there. */
class TextsTests {

    private static final Path TEXTS = Path.of("src/main/resources/texts");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}\\[\\]]*}");
    private static final Pattern WELL_FORMED = Pattern.compile("\\{[a-zA-Z][a-zA-Z0-9]*}");

    /** {@code {count|item|items}}: a word for one and a word for any other number. */
    private static final Pattern COUNTED = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)\\|[a-z]+\\|[a-z]+}");

    private static final Pattern COUNTED_BEFORE =
            Pattern.compile("\\{(?:count|items|units|days|rows|lines)} [a-z]+s\\b");

    /** {@code page.t("a.key")} and {@code page.t("a.key", "name", …)}; keys put together at run time end with a dot and are left out. */
    private static final Pattern USE_IN_TEMPLATE =
            Pattern.compile("page\\.t\\(\"([a-z0-9.-]+[a-zA-Z0-9_-])\"\\s*([,)])");

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private final Map<String, String> chinese = read("_zh.properties");
    private final Map<String, String> english = read("_en.properties");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(new TreeSet<>(english.keySet())).isEqualTo(new TreeSet<>(chinese.keySet()));
    }

    @Test
    void correctionsForTraditionalCorrectSomethingThatExists() {
        assertThat(chinese.keySet()).containsAll(read("_zh_Hant.properties").keySet());
    }

    @Test
    void bothLanguagesNameTheSameValues() {
        List<String> different = chinese.keySet().stream()
                .filter(english::containsKey)
                .filter(key -> !placeholders(chinese.get(key)).equals(placeholders(english.get(key))))
                .toList();
        assertThat(different).isEmpty();
    }

    @Test
    void englishCountsOneThingAsOne() {
        List<String> odd = english.entrySet().stream()
                .filter(text -> COUNTED_BEFORE.matcher(text.getValue()).find())
                .map(text -> text.getKey() + "=" + text.getValue())
                .toList();
        assertThat(odd).isEmpty();
        assertThat(chinese.values()).noneMatch(text -> COUNTED.matcher(text).find());
    }

    @Test
    void valuesAreNamedByPlainWords() {
        List<String> odd = Stream.concat(chinese.entrySet().stream(), english.entrySet().stream())
                .filter(text -> placeholders(text.getValue()).stream()
                        .anyMatch(value -> !WELL_FORMED.matcher(value).matches()))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(odd).isEmpty();
    }

    @Test
    void everyTextAskedForInATemplateExists() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path file : files(Path.of("src/main/jte"), ".jte")) {
            Matcher use = USE_IN_TEMPLATE.matcher(Files.readString(file));
            while (use.find()) {
                String key = use.group(1);
                boolean isPrefixOfAnEnum = use.group(2).equals(",")
                        && chinese.keySet().stream().anyMatch(known -> known.startsWith(key + "."));
                if (!chinese.containsKey(key) && !isPrefixOfAnEnum) {
                    missing.add(file + ": " + key);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyReasonWhyTheRulesSayNoHasAText() throws Exception {
        List<String> missing = new ArrayList<>();
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(ErrorCode.class));
        for (BeanDefinition found : scan.findCandidateComponents("org.luoshi")) {
            Class<?> type = Class.forName(found.getBeanClassName());
            if (type.isEnum()) {
                for (Object constant : type.getEnumConstants()) {
                    String code = ((ErrorCode) constant).code();
                    if (!chinese.containsKey(code)) {
                        missing.add(type.getSimpleName() + ": " + code);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noTextStandsInATemplate() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(Path.of("src/main/jte"), ".jte")) {
            String visible = Files.readString(file).replaceAll("(?s)<%--.*?--%>", "");
            // The names of the languages are the same in every language, and the full-width space is not a word.
            if (!file.endsWith("languages.jte") && CHINESE.matcher(visible).find()) {
                found.add(file.toString());
            }
        }
        assertThat(found).isEmpty();
    }

    private static TreeSet<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(COUNTED.matcher(text).replaceAll("{$1}"))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> read(String ending) {
        Map<String, String> all = new TreeMap<>();
        try {
            for (Path file : files(TEXTS, ending)) {
                Properties properties = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                }
                properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return all;
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}

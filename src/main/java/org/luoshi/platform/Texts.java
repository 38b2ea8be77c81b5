package org.luoshi.platform;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every text a person reads, from {@code texts/<module>_<zh|en|zh_Hant>.properties}. Values name their arguments: {@code {number} is closed}.
 * Where English counts, {@code {count} {count|item|items}} takes the first word for one and the second for any other number.
 *
 * <p>Traditional Chinese is the simplified text converted phrase by phrase, unless {@code _zh_Hant} says it better.
 */
@Component
public class Texts {

    public static final Locale SIMPLIFIED = Locale.forLanguageTag("zh-Hans");
    public static final Locale TRADITIONAL = Locale.forLanguageTag("zh-Hant");
    public static final Locale ENGLISH = Locale.ENGLISH;

    private final Map<String, String> simplified = load("zh");
    private final Map<String, String> english = load("en");
    private final Map<String, String> traditional = new ConcurrentHashMap<>(load("zh_Hant"));

    /** The text in this language. A missing key is a bug and fails. */
    public String get(Locale locale, String key, Object... namesAndValues) {
        String pattern = find(locale, key);
        if (pattern == null) {
            throw new IllegalArgumentException("No text for " + key);
        }
        return fill(pattern, namesAndValues);
    }

    /** The text, or null where no bundle has the key. */
    public @Nullable String find(Locale locale, String key) {
        Locale language = nearest(locale);
        if (language.equals(ENGLISH)) {
            return english.get(key);
        }
        String text = simplified.get(key);
        if (text == null || language.equals(SIMPLIFIED)) {
            return text;
        }
        return traditional.computeIfAbsent(key, unused -> ZhConverterUtil.toTraditional(text));
    }

    /**
     * Why something was refused. A value that is itself a code is told in words where the bundles have {@code <code>.<name>.<value>}; the value
     * named {@code why} is the code of a refusal within this one, told with the same values.
     */
    public String reason(Locale locale, String code, Map<String, ?> details) {
        Object[] values = details.entrySet().stream()
                .flatMap(detail -> Stream.of(detail.getKey(), said(locale, code, detail.getKey(), detail.getValue())))
                .toArray();
        String why = details.get("why") instanceof String inner && find(locale, inner) != null
                ? get(locale, inner, values)
                : null;
        String pattern = get(locale, code);
        return fill(why == null ? pattern : pattern.replace("{why}", why), values);
    }

    private Object said(Locale locale, String code, String name, Object value) {
        String words = find(locale, code + "." + name + "." + value);
        return words == null ? value : words;
    }

    /** One of the three languages the product speaks: traditional for TW, HK and MO or script Hant, simplified for other Chinese, else English. */
    public static Locale nearest(Locale locale) {
        if (!locale.getLanguage().equals("zh")) {
            return ENGLISH;
        }
        boolean isTraditional = locale.getScript().equals("Hant")
                || locale.getScript().isEmpty() && Set.of("TW", "HK", "MO").contains(locale.getCountry());
        return isTraditional ? TRADITIONAL : SIMPLIFIED;
    }

    static String fill(String pattern, Object... namesAndValues) {
        String text = pattern;
        for (int i = 0; pattern.indexOf('|') >= 0 && i + 1 < namesAndValues.length; i += 2) {
            text = counted(text, "{" + namesAndValues[i] + "|", String.valueOf(namesAndValues[i + 1]));
        }
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            text = text.replace("{" + namesAndValues[i] + "}", String.valueOf(namesAndValues[i + 1]));
        }
        return text;
    }

    private static String counted(String pattern, String opening, String value) {
        String text = pattern;
        for (int from = text.indexOf(opening); from >= 0; from = text.indexOf(opening)) {
            int end = text.indexOf('}', from);
            String[] words = text.substring(from + opening.length(), end).split("\\|");
            text = text.substring(0, from) + words[value.equals("1") ? 0 : 1] + text.substring(end + 1);
        }
        return text;
    }

    private static Map<String, String> load(String language) {
        try {
            Map<String, String> all = new HashMap<>();
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:texts/*_" + language + ".properties")) {
                String name = String.valueOf(file.getFilename());
                if (name.substring(name.indexOf('_') + 1).equals(language + ".properties")) {
                    read(file, all);
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Resource file, Map<String, String> all) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        for (String key : properties.stringPropertyNames()) {
            if (all.put(key, properties.getProperty(key)) != null) {
                throw new IllegalStateException("Two texts for " + key + " (second in " + file.getFilename() + ")");
            }
        }
    }
}

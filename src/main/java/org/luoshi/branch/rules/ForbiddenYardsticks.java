package org.luoshi.branch.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luoshi.platform.Fold;

/**
 * Yardsticks that nobody may be measured by: traces, photos, notes and numbers of words (减负规定), check-ins, points, rankings, likes and minutes online
 * (政务App办法). The words are data, {@code rules/forbidden-yardsticks.properties}.
 */
final class ForbiddenYardsticks {

    private static final Properties WORDS = words();
    private static final Language CHINESE = new Language("zh", Fold::text);
    private static final Language ENGLISH = new Language("en", text -> text.toLowerCase(Locale.ROOT));

    /** Ends of clauses, but not the point or comma within a number. */
    private static final Pattern CLAUSES = Pattern.compile("[。；，、;！？!?\\n（）()]|[.,](?!\\d)");

    private ForbiddenYardsticks() {}

    /** The first such word, if there is one. */
    static Optional<String> in(String text) {
        for (String clause : CLAUSES.split(Normalizer.normalize(text, Normalizer.Form.NFKC))) {
            Optional<String> found = CHINESE.in(clause).or(() -> ENGLISH.in(clause));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Properties words() {
        Properties words = new Properties();
        try (InputStream in = Objects.requireNonNull(
                        ForbiddenYardsticks.class.getResourceAsStream("/rules/forbidden-yardsticks.properties"));
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** The words of one language, and how a text is spelled before they are looked for. */
    private static final class Language {

        private final Pattern always;
        private final Pattern counted;
        private final Pattern counting;
        private final UnaryOperator<String> spelling;

        Language(String name, UnaryOperator<String> spelling) {
            this.always = pattern(name + ".always");
            this.counted = pattern(name + ".counted");
            this.counting = pattern(name + ".counting");
            this.spelling = spelling;
        }

        private static Pattern pattern(String key) {
            return Pattern.compile(Objects.requireNonNull(WORDS.getProperty(key), key));
        }

        Optional<String> in(String clause) {
            String spelled = spelling.apply(clause);
            Matcher forbidden = always.matcher(spelled);
            if (forbidden.find()) {
                return Optional.of(forbidden.group());
            }
            Matcher countable = counted.matcher(spelled);
            return countable.find() && counting.matcher(spelled).find()
                    ? Optional.of(countable.group())
                    : Optional.empty();
        }
    }
}

package org.luoshi.branch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Whatever a test provokes can also be told to the person who wrote the file. */
final class ProblemTexts {

    private static final List<Properties> LANGUAGES = List.of(read("zh"), read("en"));

    private ProblemTexts() {}

    /** The same problems, once it is sure that each has a text in both languages and the values for it. */
    static List<PackProblem> told(List<PackProblem> problems) {
        for (PackProblem problem : problems) {
            for (Properties texts : LANGUAGES) {
                String text = texts.getProperty(problem.textKey(), "{" + problem.textKey() + "}");
                for (Map.Entry<String, String> detail : problem.details().entrySet()) {
                    text = text.replace("{" + detail.getKey() + "}", detail.getValue());
                }
                assertThat(text).doesNotContainPattern("\\{[a-z.-]+}");
            }
        }
        return problems;
    }

    private static Properties read(String language) {
        Properties texts = new Properties();
        try (Reader reader =
                Files.newBufferedReader(Path.of("src/main/resources/texts/branch_" + language + ".properties"))) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}

package org.luoshi.intake.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.luoshi.intake.reading.PaperReader;
import org.luoshi.worktime.ShippedCalendar;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** The extractor over invented papers in all the styles that offices write, in every format: none may fall back. */
class InventedPapersTests {

    private static final Path PAPERS = Path.of("src/test/resources/intake/papers/docs");
    private static final Path ANSWERS = Path.of("src/test/resources/intake/papers/answers");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void everyStyleIsReadWellEnoughToBeCorrectedQuickly() throws IOException {
        Extractor extractor = new RuleExtractor(ShippedCalendar::plusWorkingDays);
        Score all = new Score();
        List<String> table = new ArrayList<>();
        List<Path> papers;
        try (Stream<Path> files = Files.list(PAPERS)) {
            papers = files.sorted().toList();
        }
        for (Path paper : papers) {
            String name = String.valueOf(paper.getFileName());
            Path answers = ANSWERS.resolve(name.substring(0, name.indexOf('.')) + ".json");
            List<ProposedItem> items = extractor
                    .propose(PaperReader.read(name, Files.readAllBytes(paper)), null)
                    .items();
            Score score = Score.of(JSON.readTree(Files.readString(answers)), items);
            table.add(score.line(name));
            if (!Double.isNaN(score.items())) {
                assertThat(score.items()).as("items of " + name).isGreaterThanOrEqualTo(0.90);
            }
            all.add(score);
        }
        table.add(all.line("all"));
        LoggerFactory.getLogger(getClass())
                .info("document, items wanted, F1 of items, units, dates\n{}", String.join("\n", table));
        assertThat(all.items()).as("items").isGreaterThanOrEqualTo(0.985);
        assertThat(all.units()).as("units").isGreaterThanOrEqualTo(0.975);
        assertThat(all.dates()).as("dates").isGreaterThanOrEqualTo(0.985);
    }
}

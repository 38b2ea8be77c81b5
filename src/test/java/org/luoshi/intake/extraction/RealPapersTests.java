package org.luoshi.intake.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.luoshi.intake.reading.PaperReader;
import org.luoshi.worktime.ShippedCalendar;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The extractor over real papers with hand-checked answers: the figures of docs/intake.md, and the bars below which the build fails. */
class RealPapersTests {

    private static final Path PAPERS = Path.of("../shared/data/tasks/docs");
    private static final Path ANSWERS = Path.of("../shared/data/tasks/gold");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * A table cut out of a paper says 5月底 and names no year anywhere; the officer gives the date of the paper on the page, a program by
     * {@code --date}. It is the only file here that is told anything.
     */
    private static final Map<String, LocalDate> TOLD = Map.of("D09a.layout-table.xlsx", LocalDate.of(2022, 4, 14));

    private final Extractor extractor = new RuleExtractor(ShippedCalendar::plusWorkingDays);

    @Test
    void theBarsHoldOverAllRealPapers() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(PAPERS), "the real papers are not here");
        Score all = new Score();
        List<String> table = new ArrayList<>();
        List<Path> papers;
        try (Stream<Path> files = Files.list(PAPERS)) {
            papers = files.sorted().toList();
        }
        assertThat(papers).hasSizeGreaterThanOrEqualTo(15);
        for (Path paper : papers) {
            String name = String.valueOf(paper.getFileName());
            Score score = Score.of(answers(name), items(paper, TOLD.get(name)));
            table.add(score.line(name));
            assertThat(score.items()).as("items of " + name).isGreaterThanOrEqualTo(0.90);
            all.add(score);
        }
        table.add(all.line("all"));
        LoggerFactory.getLogger(getClass())
                .info("document, items wanted, F1 of items, units, dates\n{}", String.join("\n", table));
        assertThat(all.items()).as("items").isGreaterThanOrEqualTo(0.97);
        assertThat(all.units()).as("units").isGreaterThanOrEqualTo(0.95);
        assertThat(all.dates()).as("dates").isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void withoutAYearNoDateIsInventedButItsWordsAreKept() throws IOException {
        Path table = PAPERS.resolve("D09a.layout-table.xlsx");
        Assumptions.assumeTrue(Files.exists(table), "the real table is not here");
        List<ProposedItem> items = items(table, null);
        assertThat(items)
                .hasSize(38)
                .allSatisfy(item -> assertThat(item.deadline()).isNull());
        assertThat(items.get(0).deadlineText()).contains("5月底");
    }

    @Test
    void everyItemIsAnchoredInItsPaper() throws IOException {
        Path paper = PAPERS.resolve("D08.txt");
        Assumptions.assumeTrue(Files.exists(paper), "the real paper is not here");
        String text = PaperReader.read("D08.txt", Files.readAllBytes(paper)).text();
        List<ProposedItem> items = items(paper, null);
        JsonNode answers = answers("D08.txt").get("items");
        assertThat(items).hasSize(answers.size());
        for (int i = 0; i < items.size(); i++) {
            ProposedItem item = items.get(i);
            assertThat(text.substring(item.span().start(), item.span().end()).strip())
                    .isEqualTo(item.task());
            assertThat(item.span().start())
                    .isEqualTo(answers.get(i).get("span").get(0).asInt());
            assertThat(item.span().end())
                    .isEqualTo(answers.get(i).get("span").get(1).asInt());
        }
    }

    private List<ProposedItem> items(Path paper, @Nullable LocalDate date) throws IOException {
        return extractor
                .propose(PaperReader.read(String.valueOf(paper.getFileName()), Files.readAllBytes(paper)), date)
                .items();
    }

    private static JsonNode answers(String paper) throws IOException {
        String base = paper.substring(0, paper.indexOf('.')) + (paper.contains(".hant.") ? ".hant" : "");
        return JSON.readTree(Files.readString(ANSWERS.resolve(base + ".json")));
    }
}

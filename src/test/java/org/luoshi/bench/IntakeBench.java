package org.luoshi.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.files.Inspector;
import org.luoshi.intake.core.IntakeBatch;
import org.luoshi.intake.extraction.Extractor;
import org.luoshi.intake.extraction.RuleExtractor;
import org.luoshi.intake.reading.PaperReader;
import org.luoshi.jobs.Job;
import org.luoshi.jobs.JobsApi;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.shared.Actor;
import org.luoshi.worktime.ShippedCalendar;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How long an officer waits for a paper of thirty pages and for a hundred papers at once. The peer is Apache POI's own
 * text extractor on the same bytes. Not a test: started by {@code mvn -Pbench test} alone.
 */
@Tag("bench")
@WholeHouse
class IntakeBench {

    private static final Path PAPERS = Path.of("src/test/resources/intake/papers/docs");
    private static final int LETTERS_ON_A_PAGE = 620;
    private static final int PAGES = 30;
    private static final int WARM_UP = 40;
    private static final int RUNS = 60;
    private static final int PAPERS_AT_ONCE = 100;

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private IntakeBatch batch;

    @Autowired
    private JobsApi jobs;

    private final List<String> table = new ArrayList<>();

    @Test
    void measure() throws IOException {
        table.add("| What | min ms | median ms | p95 ms |");
        table.add("| --- | ---: | ---: | ---: |");
        byte[] paper = thirtyPages();
        Extractor extractor = new RuleExtractor(ShippedCalendar::plusWorkingDays);
        time(
                "A paper of 30 pages, .docx: checked, read and proposed",
                () -> extractor.propose(PaperReader.read("thirty.docx", paper), null));
        time("Of it: the secrecy check", () -> Inspector.inspect("thirty.docx", paper));
        time("Of it: check and reading, without proposing", () -> PaperReader.read("thirty.docx", paper));
        time("Peer: the text alone by POI's own extractor", () -> extracted(paper));
        table.add("");
        table.add(hundredPapers());
        Files.write(Path.of("target/intake-bench.md"), table);
        LoggerFactory.getLogger(getClass()).info("\n{}", String.join("\n", table));
    }

    private void time(String what, Runnable work) {
        for (int i = 0; i < WARM_UP; i++) {
            work.run();
        }
        double[] took = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            work.run();
            took[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(took);
        table.add(String.format(
                Locale.ROOT, "| %s | %.1f | %.1f | %.1f |", what, took[0], took[RUNS / 2], took[RUNS * 95 / 100]));
    }

    /** A hundred papers of all formats, as one press of the button sends them, until the work says it is done. */
    private String hundredPapers() throws IOException {
        Actor officer = InventedOffice.in(organization, access).officer();
        List<Path> papers;
        try (Stream<Path> files = Files.list(PAPERS)) {
            papers = files.sorted().toList();
        }
        List<IntakeBatch.Sent> sent = new ArrayList<>();
        for (int i = 0; i < PAPERS_AT_ONCE; i++) {
            Path paper = papers.get(i % papers.size());
            sent.add(new IntakeBatch.Sent(i + "-" + paper.getFileName(), Files.readAllBytes(paper)));
        }
        long start = System.nanoTime();
        UUID work = batch.start(sent, officer);
        Job job = Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> jobs.find(work, officer).orElseThrow(), found -> found.state() != Job.State.RUNNING);
        return String.format(
                Locale.ROOT,
                "%d papers in one batch (%d different, .txt, .docx, .xlsx, .html, .pdf), kept in the database: %.1f s, %s",
                PAPERS_AT_ONCE,
                papers.size(),
                (System.nanoTime() - start) / 1e9,
                job.state());
    }

    private static String extracted(byte[] paper) {
        try (XWPFWordExtractor extractor = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(paper)))) {
            return extractor.getText();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] thirtyPages() throws IOException {
        List<String> lines = new ArrayList<>();
        int letters = 0;
        List<String> sample = Files.readAllLines(PAPERS.resolve("C1.txt"));
        for (int i = 0; letters < PAGES * LETTERS_ON_A_PAGE; i++) {
            String line = sample.get(i % sample.size());
            lines.add(line);
            letters += line.length();
        }
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (String line : lines) {
                document.createParagraph().createRun().setText(line);
            }
            document.write(out);
            return out.toByteArray();
        }
    }
}

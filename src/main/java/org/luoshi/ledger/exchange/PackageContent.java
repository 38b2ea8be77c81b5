package org.luoshi.ledger.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.Cycle;
import org.luoshi.ledger.PaperToFile;
import org.luoshi.ledger.core.FeedbackKind;
import org.luoshi.ledger.core.Part;

/** What a package says: exactly one of the three. */
public record PackageContent(
        @Nullable Issue issue,
        @Nullable Report report,
        @Nullable Receipt receipt) {

    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_WORDS = 4_000;
    private static final int LONGEST_LINE = 500;
    private static final int MOST_PROOFS = 1_000;
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2199;

    /**
     * A part of an item that is handed down.
     *
     * @param assignment reports name it
     * @param officer whom to ask
     * @param files paths in the package
     */
    public record Issue(
            UUID assignment,
            @Nullable String number,
            String title,
            Part part,
            @Nullable String duty,
            @Nullable LocalDate due,
            Cycle cycle,
            @Nullable Integer cycleDay,
            List<Point> points,
            String officer,
            @Nullable String source,
            List<String> files) {

        public Issue {
            points = List.copyOf(points);
            files = List.copyOf(files);
        }
    }

    /** A point that wants its own evidence. */
    public record Point(UUID id, String text) {}

    /** What came of a part that was handed down. */
    public record Report(
            UUID assignment,
            FeedbackKind kind,
            String body,
            @Nullable LocalDate forecast,
            @Nullable String helpNeeded,
            String signer,
            List<Proof> evidence) {

        public Report {
            evidence = List.copyOf(evidence);
        }
    }

    /** Proof for a point, or for the whole: a file of the package, or words. */
    public record Proof(
            @Nullable UUID point,
            @Nullable String file,
            @Nullable String words) {}

    /** Whether a package was taken, and by whom. */
    public record Receipt(
            boolean taken, String by, @Nullable String reason) {}

    PackageKind kind() {
        long said = Stream.of(issue, report, receipt).filter(one -> one != null).count();
        if (said != 1) {
            throw PackageError.CONTENT_WRONG.plain();
        }
        return issue != null ? PackageKind.ISSUE : report != null ? PackageKind.REPORT : PackageKind.RECEIPT;
    }

    /** Refused where something is missing that only the format says must be there. */
    @SuppressWarnings("NullAway") // JSON fills what it finds and knows no promises
    void requireWhole() {
        if (issue != null) {
            require(issue.assignment() != null && issue.part() != null && issue.cycle() != null);
            issue.points().forEach(point -> require(point.id() != null));
        }
        if (report != null) {
            require(report.assignment() != null && report.kind() != null);
        }
    }

    /** The files that it names, as paths in the package. */
    Stream<String> paths() {
        Stream<@Nullable String> all = Stream.of();
        if (issue != null) {
            all = Stream.concat(all, issue.files().stream());
        }
        if (report != null) {
            all = Stream.concat(all, report.evidence().stream().map(Proof::file));
        }
        return all.filter(path -> path != null).map(String::valueOf);
    }

    /** Refused where anything is longer than the ledger holds. */
    void requireFit() {
        if (issue != null) {
            requireLine(issue.title());
            requireLine(issue.officer());
            requireOptional(issue.duty(), LONGEST_LINE);
            requireDay(issue.due());
            requireOptional(issue.number(), LONGEST_LINE);
            requireOptional(issue.source(), LONGEST_LINE);
            require(issue.points().size() <= PaperToFile.Item.MOST_REQUIREMENTS);
            issue.points().forEach(point -> require(fits(point.text(), PaperToFile.Item.LONGEST_REQUIREMENT)));
        }
        if (report != null) {
            require(fits(report.body(), LONGEST_TEXT));
            requireLine(report.signer());
            requireOptional(report.helpNeeded(), LONGEST_WORDS);
            requireDay(report.forecast());
            require(report.evidence().size() <= MOST_PROOFS);
            report.evidence().forEach(proof -> {
                requireOptional(proof.words(), LONGEST_WORDS);
                require(proof.file() != null
                        || proof.words() != null && !proof.words().isBlank());
            });
        }
        if (receipt != null) {
            requireLine(receipt.by());
            requireOptional(receipt.reason(), LONGEST_WORDS);
        }
    }

    /** All that a person would read of it. */
    Stream<String> texts() {
        Stream<@Nullable String> all = Stream.of();
        if (issue != null) {
            all = Stream.concat(
                    Stream.of(issue.title(), issue.duty(), issue.number(), issue.officer(), issue.source()),
                    issue.points().stream().map(Point::text));
        }
        if (report != null) {
            all = Stream.concat(
                    Stream.of(report.body(), report.helpNeeded(), report.signer()),
                    report.evidence().stream().map(Proof::words));
        }
        if (receipt != null) {
            all = Stream.of(receipt.by(), receipt.reason());
        }
        return all.filter(text -> text != null).map(String::valueOf);
    }

    private static void requireLine(String text) {
        require(fits(text, LONGEST_LINE));
    }

    private static void requireOptional(@Nullable String text, int longest) {
        require(text == null || text.isBlank() && text.indexOf('\0') < 0 || fits(text, longest));
    }

    private static void requireDay(@Nullable LocalDate day) {
        require(day == null || day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
    }

    private static boolean fits(String text, int longest) {
        return !text.isBlank() && text.indexOf('\0') < 0 && text.codePointCount(0, text.length()) <= longest;
    }

    private static void require(boolean good) {
        if (!good) {
            throw PackageError.CONTENT_WRONG.plain();
        }
    }
}

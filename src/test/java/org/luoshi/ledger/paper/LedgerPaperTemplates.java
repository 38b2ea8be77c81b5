package org.luoshi.ledger.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Draws the four shipped papers of the ledger. Run {@code main} to write them anew after a change here. */
final class LedgerPaperTemplates {

    private static final Path SHIPPED = Path.of("src/main/resources/documents");

    private LedgerPaperTemplates() {}

    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<LedgerPaper, byte[]> paper : drawn().entrySet()) {
            Files.write(SHIPPED.resolve(paper.getKey().template() + ".docx"), paper.getValue());
        }
    }

    static Map<LedgerPaper, byte[]> drawn() {
        return Map.of(
                LedgerPaper.NOTICE, notice(),
                LedgerPaper.WRITTEN, written(),
                LedgerPaper.URGE, urge(),
                LedgerPaper.RESULT, result());
    }

    private static byte[] notice() {
        PaperSheet sheet = new PaperSheet();
        sheet.title("{{title}}");
        sheet.line("{{numberLabel}}{{number}}", "{{issuedLabel}}{{issued}}");
        sheet.facts("{{itemLabel}}", "{{item}}", "{{sourceLabel}}", "{{source}}", "{{leaderLabel}}", "{{leader}}");
        sheet.points("{{pointsLabel}}", "points", "{{number}}{{text}}");
        sheet.facts("{{dueLabel}}", "{{due}}", "{{cycleLabel}}", "{{cycle}}");
        sheet.heading("{{unitsLabel}}");
        sheet.list(
                "units",
                new int[] {2500, 1000, 2944, 2400},
                "{{unitLabel}}",
                "unit",
                "{{partLabel}}",
                "part",
                "{{dutyLabel}}",
                "duty",
                "{{limitLabel}}",
                "due");
        sheet.note("{{request}}");
        sheet.signed("{{office}}", "{{contactLabel}}{{officer}}");
        return sheet.drawn();
    }

    private static byte[] written() {
        PaperSheet sheet = new PaperSheet();
        sheet.title("{{title}}");
        sheet.line("{{numberLabel}}{{number}}", "{{issuedLabel}}{{issued}}");
        sheet.facts(
                "{{levelLabel}}",
                "{{level}}{{?meaning.any}}　{{meaning}}{{/meaning.any}}",
                "{{unitLabel}}",
                "{{unit}}{{part}}",
                "{{itemLabel}}",
                "{{item}}",
                "{{dueLabel}}",
                "{{due}}{{?late.any}}　{{late}}{{/late.any}}",
                "{{earlierLabel}}",
                "{{earlier}}",
                "{{textLabel}}",
                "{{text}}",
                "{{answerDueLabel}}",
                "{{answerDue}}",
                "{{issuedByLabel}}",
                "{{issuedBy}}");
        sheet.room("{{answerLabel}}", "{{answer}}", 45);
        sheet.signed("{{office}}", "{{issued}}");
        return sheet.drawn();
    }

    private static byte[] urge() {
        PaperSheet sheet = new PaperSheet();
        sheet.title("{{title}}");
        sheet.line("{{numberLabel}}{{number}}", "{{issuedLabel}}{{issued}}");
        sheet.facts(
                "{{unitLabel}}",
                "{{unit}}{{part}}",
                "{{itemLabel}}",
                "{{item}}",
                "{{dutyLabel}}",
                "{{duty}}",
                "{{dueLabel}}",
                "{{due}}{{?late.any}}　{{late}}{{/late.any}}",
                "{{textLabel}}",
                "{{text}}",
                "{{timesLabel}}",
                "{{times}}");
        sheet.note("{{request}}");
        sheet.signed("{{office}}", "{{contactLabel}}{{issuedBy}}", "{{issued}}");
        return sheet.drawn();
    }

    private static byte[] result() {
        PaperSheet sheet = new PaperSheet();
        sheet.title("{{title}}");
        sheet.line("{{numberLabel}}{{number}}", "{{printedLabel}}{{printed}}");
        sheet.facts(
                "{{itemLabel}}",
                "{{item}}",
                "{{sourceLabel}}",
                "{{source}}",
                "{{leaderLabel}}",
                "{{leader}}",
                "{{dueLabel}}",
                "{{due}}",
                "{{finishedLabel}}",
                "{{finished}}",
                "{{noticesLabel}}",
                "{{notices}}");
        sheet.heading("{{pointsLabel}}");
        sheet.list(
                "points",
                new int[] {950, 3447, 4447},
                "{{numberHead}}",
                "number",
                "{{askedHead}}",
                "text",
                "{{provenHead}}",
                "proof");
        sheet.when("reports.any", () -> {
            sheet.heading("{{reportsLabel}}");
            sheet.list(
                    "reports",
                    new int[] {2300, 2400, 4144},
                    "{{unitLabel}}",
                    "unit",
                    "{{reportHead}}",
                    "report",
                    "{{bodyHead}}",
                    "body");
        });
        sheet.when("extensions.any", () -> {
            sheet.heading("{{extensionsLabel}}");
            sheet.list(
                    "extensions",
                    new int[] {2000, 2200, 2200, 2444},
                    "{{unitLabel}}",
                    "unit",
                    "{{beforeHead}}",
                    "before",
                    "{{afterHead}}",
                    "after",
                    "{{reasonHead}}",
                    "reason");
        });
        sheet.heading("{{opinionsLabel}}");
        sheet.room("{{opinionLabel}}", "{{opinion}}", 22);
        sheet.room("{{directorLabel}}", "", 22);
        sheet.room("{{wordsLabel}}", "{{words}}", 45);
        sheet.signed("{{office}}");
        return sheet.drawn();
    }
}

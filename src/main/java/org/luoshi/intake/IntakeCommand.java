package org.luoshi.intake;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.luoshi.intake.extraction.Proposal;
import org.luoshi.intake.extraction.RuleExtractor;
import org.luoshi.intake.reading.Paper;
import org.luoshi.intake.reading.PaperReader;
import org.luoshi.platform.Texts;
import org.luoshi.shared.BusinessException;
import org.luoshi.worktime.ShippedCalendar;
import tools.jackson.databind.json.JsonMapper;

/** {@code java -jar luoshi.jar intake FILE [--json] [--date 2022-04-14]}: proposes items for a paper, without a database and without keeping anything. */
public final class IntakeCommand {

    private static final int PROPOSED = 0;
    private static final int REFUSED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private IntakeCommand() {}

    /** 0: proposed, perhaps nothing; 1: refused, with the reason on {@code err}; 2: not understood. */
    public static int run(List<String> arguments, Locale locale, PrintStream out, PrintStream err) {
        Texts texts = new Texts();
        List<String> rest = new ArrayList<>(arguments);
        boolean asJson = rest.remove("--json");
        LocalDate date = null;
        int at = rest.indexOf("--date");
        try {
            if (at >= 0) {
                date = LocalDate.parse(rest.get(at + 1));
                rest.subList(at, at + 2).clear();
            }
        } catch (DateTimeException | IndexOutOfBoundsException notADay) {
            err.println(texts.get(locale, "intake.command.usage"));
            return NOT_UNDERSTOOD;
        }
        if (rest.size() != 1 || rest.get(0).startsWith("-")) {
            err.println(texts.get(locale, "intake.command.usage"));
            return NOT_UNDERSTOOD;
        }
        return propose(Path.of(rest.get(0)), date, asJson, locale, texts, out, err);
    }

    private static int propose(
            Path file,
            @Nullable LocalDate date,
            boolean asJson,
            Locale locale,
            Texts texts,
            PrintStream out,
            PrintStream err) {
        try {
            Paper paper = PaperReader.read(String.valueOf(file.getFileName()), Files.readAllBytes(file));
            Proposal proposal = new RuleExtractor(ShippedCalendar::plusWorkingDays).propose(paper, date);
            ProposalView view = ProposalView.of(paper, proposal);
            if (asJson) {
                // JSON is UTF-8 wherever it goes, whatever the console speaks.
                out.writeBytes(JsonMapper.builder().build().writeValueAsBytes(view));
                out.println();
            } else {
                out.println(lines(view, locale, texts));
            }
            return PROPOSED;
        } catch (IOException unreadable) {
            err.println(texts.get(locale, "intake.command.unreadable", "file", file));
        } catch (BusinessException refusal) {
            err.println(texts.reason(locale, refusal.error().code(), refusal.details()));
        }
        return REFUSED;
    }

    private static String lines(ProposalView view, Locale locale, Texts texts) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.get(
                locale,
                "intake.command.found",
                "count",
                view.items().size(),
                "uncovered",
                view.uncovered().size()));
        for (ProposalView.Item item : view.items()) {
            String limit =
                    item.deadline() == null ? item.deadlineText() == null ? "" : item.deadlineText() : item.deadline();
            lines.add(String.join(
                    "\t",
                    item.ref(),
                    String.join("、", item.lead()),
                    String.join("、", item.support()),
                    limit,
                    item.task().replace('\n', ' ')));
        }
        return String.join(System.lineSeparator(), lines);
    }
}

package org.luoshi.ledger.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.luoshi.documents.DocumentsApi;
import org.luoshi.platform.Page;
import org.luoshi.platform.Texts;
import org.springframework.stereotype.Component;

/** A period bulletin as Word: what the page says and nothing else. */
@Component
class LedgerBulletinPaper {

    /** A sheet takes eight columns beside the name: the indicators go in two tables. */
    private static final List<Indicator> FIRST = List.of(
            Indicator.ISSUED,
            Indicator.FILED,
            Indicator.CLOSED,
            Indicator.CLOSE_RATE,
            Indicator.ON_TIME_RATE,
            Indicator.OVERDUE_DAYS,
            Indicator.SIGN_RATE,
            Indicator.REPORT_RATE);

    private static final List<Indicator> SECOND = List.of(
            Indicator.RETURN_RATE,
            Indicator.EXTENSIONS,
            Indicator.EXTENSION_RATE,
            Indicator.VISITS,
            Indicator.RELAPSES,
            Indicator.DURATION,
            Indicator.WORD_RATE);

    private static final List<Locale> LANGUAGES = List.of(Texts.SIMPLIFIED, Texts.TRADITIONAL, Texts.ENGLISH);

    private final DocumentsApi documents;
    private final Texts texts;

    LedgerBulletinPaper(DocumentsApi documents, Texts texts) {
        this.documents = documents;
        this.texts = texts;
    }

    /** In the language in which the bulletin was issued, whoever reads it. */
    byte[] write(LedgerBulletin bulletin, FrozenContent content, Page reading) {
        Page page = LANGUAGES.stream()
                .max(Comparator.comparingLong(language -> wordsIn(language, content)))
                .filter(language -> wordsIn(language, content) > 0)
                .map(reading::in)
                .orElse(reading);
        Map<String, Object> values = new HashMap<>();
        values.put("title", content.title());
        values.put("number", number(bulletin, page));
        values.put(
                "period",
                page.t("ledger.bulletin.period", "from", page.date(content.from()), "to", page.date(content.to())));
        values.put("opinion", paragraphs(content.opinion(BulletinPlan.WHOLE)));
        values.put("correction", correction(content, page));
        values.put("changesHead", page.t("ledger.bulletin.changes"));
        values.put("changes", changes(content, page));
        values.put("sections", sections(content, page));
        values.put("scoresHead", page.t("ledger.figures.assessment"));
        values.put("scores", scores(content, page));
        values.put("definitionsHead", page.t("ledger.figures.definitions"));
        values.put("definitions", definitions(content));
        values.put("asOf", page.t("ledger.bulletin.as-of", "at", page.dateTime(content.asOf())));
        values.put("signed", signed(bulletin, page));
        values.put("hash", seal(bulletin, page));
        return documents.fill("ledger-bulletin", values);
    }

    /** The frozen set does not name its language, but says what each indicator is called in it. */
    private long wordsIn(Locale language, FrozenContent content) {
        return content.indicators().stream()
                .filter(indicator ->
                        content.head(indicator).equals(texts.find(language, "ledger.figures.indicator." + indicator)))
                .count();
    }

    /** A set that was tampered with is not printed with its hash as if nothing had happened. */
    private static String seal(LedgerBulletin bulletin, Page page) {
        String hash = bulletin.hash();
        if (hash == null) {
            return "";
        }
        return bulletin.fits()
                ? page.t("ledger.bulletin.hash", "hash", hash)
                : page.t("ledger.bulletin.differs", "at", page.dateTime(bulletin.issuedAt()));
    }

    static String number(LedgerBulletin bulletin, Page page) {
        Integer year = bulletin.year();
        Integer sequence = bulletin.sequence();
        if (!bulletin.isIssued() || year == null || sequence == null) {
            return page.t("ledger.bulletin.draft");
        }
        String number = page.t("ledger.bulletin.number", "year", year, "number", sequence);
        return bulletin.edition() == 1
                ? number
                : number + page.t("ledger.bulletin.edition", "edition", bulletin.edition());
    }

    static String signed(LedgerBulletin bulletin, Page page) {
        String issuer = bulletin.issuer();
        return issuer == null
                ? page.t("ledger.bulletin.drafted-by", "name", bulletin.drafter())
                : page.t(
                        "ledger.bulletin.issued-by",
                        "drafter",
                        bulletin.drafter(),
                        "name",
                        issuer,
                        "at",
                        page.dateTime(bulletin.issuedAt()));
    }

    private static String correction(FrozenContent content, Page page) {
        String reason = content.reason();
        return reason == null
                ? ""
                : page.t("ledger.bulletin.corrects", "edition", content.edition() - 1, "reason", reason);
    }

    private static List<Map<String, Object>> changes(FrozenContent content, Page page) {
        return content.changes().stream()
                .map(change -> Map.<String, Object>of(
                        "line",
                        change.line(),
                        "indicator",
                        change.indicator(),
                        "was",
                        change.was(),
                        "now",
                        change.now()))
                .toList();
    }

    private static List<Map<String, Object>> sections(FrozenContent content, Page page) {
        List<Map<String, Object>> sections = new ArrayList<>();
        for (FrozenTable table : content.tables()) {
            Map<String, Object> section = new HashMap<>();
            section.put("heading", page.t("ledger.bulletin.section", "by", table.name()));
            section.put("words", paragraphs(content.opinion(table.grouping().name())));
            List<FrozenLine> lines = new ArrayList<>(table.lines());
            lines.add(table.all());
            section.put("by", table.name());
            columns(section, "a", FIRST, content, lines);
            columns(section, "b", SECOND, content, lines);
            sections.add(section);
        }
        return sections;
    }

    private static void columns(
            Map<String, Object> section,
            String prefix,
            List<Indicator> indicators,
            FrozenContent content,
            List<FrozenLine> lines) {
        for (int column = 0; column < indicators.size(); column++) {
            section.put(prefix + "Head" + column, content.head(indicators.get(column)));
        }
        section.put(
                prefix + "Rows",
                lines.stream().map(line -> row(line, indicators)).toList());
    }

    private static Map<String, Object> row(FrozenLine line, List<Indicator> indicators) {
        Map<String, Object> row = new HashMap<>();
        row.put("name", line.name());
        for (int column = 0; column < indicators.size(); column++) {
            row.put("c" + column, line.of(indicators.get(column)).written());
        }
        return row;
    }

    private static List<Map<String, Object>> scores(FrozenContent content, Page page) {
        return content.scores().stream()
                .map(score -> Map.<String, Object>of(
                        "name", score.name(),
                        "score", score.score(),
                        "events", String.valueOf(score.events()),
                        "rules", page.t("ledger.assessment.rules-version", "version", score.rules())))
                .toList();
    }

    private static List<Map<String, Object>> definitions(FrozenContent content) {
        List<Map<String, Object>> definitions = new ArrayList<>();
        for (Indicator indicator : content.indicators()) {
            definitions.add(Map.of(
                    "name",
                    content.head(indicator),
                    "text",
                    content.definitions().getOrDefault(indicator.name(), "")));
        }
        return definitions;
    }

    private static List<Map<String, Object>> paragraphs(String words) {
        return words.lines()
                .filter(line -> !line.isBlank())
                .map(line -> Map.<String, Object>of("text", line.strip()))
                .toList();
    }
}

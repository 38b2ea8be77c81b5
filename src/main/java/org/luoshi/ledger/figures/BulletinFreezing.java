package org.luoshi.ledger.figures;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Texts;
import org.springframework.stereotype.Component;

/** Takes the figures of a bulletin: one reading of all facts, from which its tables are added up, so that each figure has its rows. */
@Component
class BulletinFreezing {

    private static final int MOST_ROWS = 300_000;

    private final FactStore store;
    private final LineNames names;
    private final FiguresView view;
    private final Assessments assessments;
    private final AssessmentScores assessment;
    private final Texts texts;
    private final Clock clock;

    BulletinFreezing(
            FactStore store,
            LineNames names,
            FiguresView view,
            Assessments assessments,
            AssessmentScores assessment,
            Texts texts,
            Clock clock) {
        this.assessments = assessments;
        this.store = store;
        this.names = names;
        this.view = view;
        this.assessment = assessment;
        this.texts = texts;
        this.clock = clock;
    }

    /** The figures with the rows they were counted from. */
    record Taken(FrozenContent content, List<FrozenFact> evidence) {}

    Taken take(LedgerBulletin bulletin, @Nullable FrozenContent before, Locale locale) {
        FiguresQuestion question = FiguresQuestion.of(bulletin.period(), FigureGrouping.UNIT);
        List<Fact> facts = store.all(question, EnumSet.allOf(Measure.class), MOST_ROWS + 1);
        if (facts.size() > MOST_ROWS) {
            throw FiguresError.TOO_MANY_ROWS.with(Map.of("most", MOST_ROWS));
        }
        List<FrozenTable> tables = bulletin.groupings().stream()
                .map(grouping -> table(question.by(grouping), facts, locale))
                .toList();
        FrozenContent content = new FrozenContent(
                bulletin.title(),
                bulletin.period().from(),
                bulletin.period().to(),
                clock.instant(),
                bulletin.edition(),
                bulletin.reason(),
                tables,
                bulletin.scores() && assessments.isOn() ? scores(bulletin.period(), locale) : List.of(),
                words("ledger.figures.indicator.", locale),
                words("ledger.figures.definition.", locale),
                bulletin.opinions(),
                List.of());
        return new Taken(
                before == null
                        ? content
                        : content.withChangesSince(before, texts.get(locale, "ledger.assessment.score")),
                evidence(question, facts, locale));
    }

    private FrozenTable table(FiguresQuestion question, List<Fact> facts, Locale locale) {
        Map<String, Map<Measure, FigureSum>> sums = sums(question.grouping(), facts);
        Map<Measure, FigureSum> all = new EnumMap<>(Measure.class);
        sums.values().forEach(one -> one.forEach((measure, sum) -> all.merge(measure, sum, FigureSum::plus)));
        List<FrozenLine> lines = names.of(question, sums.keySet(), locale).stream()
                .map(line -> frozen(line, new FigureLine(line, sums.getOrDefault(line.key(), Map.of())), locale))
                .toList();
        String name = texts.get(locale, "ledger.figures.by." + question.grouping());
        String total = texts.get(locale, "ledger.figures.all");
        return new FrozenTable(
                question.grouping(),
                name,
                lines,
                frozen(new NamedLine("", total, null, false), FigureLine.all(all), locale));
    }

    static Map<String, Map<Measure, FigureSum>> sums(FigureGrouping grouping, List<Fact> facts) {
        Map<String, Map<Measure, FigureSum>> sums = new HashMap<>();
        facts.forEach(fact -> sums.computeIfAbsent(fact.key(grouping), key -> new EnumMap<>(Measure.class))
                .merge(fact.measure(), fact.sum(), FigureSum::plus));
        return sums;
    }

    private FrozenLine frozen(NamedLine line, FigureLine figures, Locale locale) {
        List<FrozenCell> cells = new ArrayList<>();
        for (Indicator indicator : Indicator.values()) {
            cells.add(FrozenCell.of(indicator, figures));
        }
        return new FrozenLine(line.key(), view.called(locale, line), cells);
    }

    private List<FrozenFact> evidence(FiguresQuestion question, List<Fact> facts, Locale locale) {
        Map<String, Map<Measure, FigureSum>> units = sums(FigureGrouping.UNIT, facts);
        Map<UUID, String> called = new HashMap<>();
        names.of(question, units.keySet(), locale)
                .forEach(line -> called.put(UUID.fromString(line.key()), view.called(locale, line)));
        return facts.stream()
                .map(fact -> new FrozenFact(fact, called.getOrDefault(fact.unitId(), "—")))
                .toList();
    }

    private List<FrozenScore> scores(FiguresPeriod period, Locale locale) {
        return assessment.ofYear(period.to(), null, null, locale).stream()
                .map(score -> new FrozenScore(
                        score.unit().key(),
                        view.called(locale, score.unit()),
                        score.written(),
                        score.counting(),
                        score.rules()))
                .toList();
    }

    private Map<String, String> words(String prefix, Locale locale) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Indicator indicator : Indicator.values()) {
            words.put(indicator.name(), texts.get(locale, prefix + indicator));
        }
        return words;
    }
}

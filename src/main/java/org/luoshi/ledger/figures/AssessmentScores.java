package org.luoshi.ledger.figures;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Scores of a year up to a day, computed anew each time from the facts; by the rules of that day or by any other version. */
@Component
public class AssessmentScores {

    private static final int MOST_EVENTS = 200_000;

    private static final Set<Measure> MEASURES = Stream.of(AssessmentEvent.values())
            .map(AssessmentEvent::measure)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Measure.class)));

    private final FactStore facts;
    private final AssessmentStore store;
    private final LineNames names;
    private final ZoneId zone;

    AssessmentScores(FactStore facts, AssessmentStore store, LineNames names, ZoneId zone) {
        this.facts = facts;
        this.store = store;
        this.names = names;
        this.zone = zone;
    }

    /** @param rulesVersion null: the one that was valid on that day */
    List<UnitScore> ofYear(LocalDate until, @Nullable Integer rulesVersion, @Nullable Set<UUID> units, Locale locale) {
        AssessmentRules rules = rules(until, rulesVersion);
        FiguresPeriod period = new FiguresPeriod(until.withDayOfYear(1), until);
        FiguresQuestion question =
                FiguresQuestion.of(period, FigureGrouping.UNIT).within(units);
        List<Fact> events = facts.events(question, MEASURES, MOST_EVENTS + 1);
        if (events.size() > MOST_EVENTS) {
            throw FiguresError.TOO_MANY_ROWS.with(Map.of("most", MOST_EVENTS));
        }
        List<AssessmentObjection> objections = store.objections(units, period.start(zone), period.end(zone));
        Map<String, List<Fact>> byUnit =
                events.stream().collect(Collectors.groupingBy(fact -> fact.key(FigureGrouping.UNIT)));
        return names.of(question, byUnit.keySet(), locale).stream()
                .map(unit -> score(unit, byUnit.getOrDefault(unit.key(), List.of()), rules, objections))
                .toList();
    }

    private static UnitScore score(
            NamedLine unit, List<Fact> facts, AssessmentRules rules, List<AssessmentObjection> objections) {
        List<ScoreEntry> entries = Scoring.entries(facts, rules, objections);
        return new UnitScore(unit, rules.base(), Scoring.score(rules, entries), entries, rules.version());
    }

    AssessmentRules rules(LocalDate on, @Nullable Integer version) {
        return store.rules().stream()
                .filter(rules -> version == null ? !rules.validFrom().isAfter(on) : rules.version() == version)
                .findFirst()
                .orElseThrow(FiguresError.UNKNOWN::plain);
    }
}

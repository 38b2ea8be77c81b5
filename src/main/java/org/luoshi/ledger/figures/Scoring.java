package org.luoshi.ledger.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Computes a score from events and rules, and from nothing else; the same events and rules always give the same points. */
final class Scoring {

    private Scoring() {}

    /** The events of one unit in one year with their points, oldest first. */
    static List<ScoreEntry> entries(List<Fact> facts, AssessmentRules rules, List<AssessmentObjection> objections) {
        List<Fact> ordered = new ArrayList<>(facts);
        ordered.sort(Comparator.comparing(Fact::at)
                .thenComparing(Fact::measure)
                .thenComparing(Fact::subjectId)
                .thenComparing(fact -> String.valueOf(fact.assignmentId())));
        Map<AssessmentEvent, Integer> counts = new EnumMap<>(AssessmentEvent.class);
        Map<AssessmentEvent, BigDecimal> spent = new EnumMap<>(AssessmentEvent.class);
        List<ScoreEntry> entries = new ArrayList<>();
        for (Fact fact : ordered) {
            Optional<AssessmentEvent> event = AssessmentEvent.of(fact);
            if (event.isPresent() && rules.line(event.get()).isPresent()) {
                RuleLine line = rules.line(event.get()).get();
                entries.add(entry(fact, line, counts, spent, against(event.get(), fact, objections)));
            }
        }
        return entries;
    }

    static BigDecimal score(AssessmentRules rules, List<ScoreEntry> entries) {
        return entries.stream().map(ScoreEntry::points).reduce(rules.base(), BigDecimal::add);
    }

    private static ScoreEntry entry(
            Fact fact,
            RuleLine line,
            Map<AssessmentEvent, Integer> counts,
            Map<AssessmentEvent, BigDecimal> spent,
            @Nullable AssessmentObjection objection) {
        if (objection != null && objection.state() == AssessmentObjection.State.ACCEPTED) {
            return new ScoreEntry(fact, line.event(), 0, BigDecimal.ZERO, false, objection);
        }
        int nth = counts.merge(line.event(), 1, Integer::sum);
        BigDecimal wanted = line.points(nth);
        BigDecimal cap = line.cap();
        BigDecimal sofar = spent.getOrDefault(line.event(), BigDecimal.ZERO);
        BigDecimal points =
                cap == null ? wanted : withinCap(sofar.add(wanted), cap).subtract(sofar);
        spent.put(line.event(), sofar.add(points));
        return new ScoreEntry(fact, line.event(), nth, points, points.compareTo(wanted) != 0, objection);
    }

    private static BigDecimal withinCap(BigDecimal sum, BigDecimal cap) {
        return sum.max(cap.negate()).min(cap);
    }

    private static @Nullable AssessmentObjection against(
            AssessmentEvent event, Fact fact, List<AssessmentObjection> objections) {
        return objections.stream()
                .filter(objection -> objection.isAgainst(event, fact))
                .findFirst()
                .orElse(null);
    }
}

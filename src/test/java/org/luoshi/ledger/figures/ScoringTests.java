package org.luoshi.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples of the page with the rules, and what is easily done wrong: the n-th return counts as the n-th. */
class ScoringTests {

    private static final UUID UNIT = UUID.randomUUID();
    private static final Instant START = Instant.parse("2026-01-05T01:00:00Z");

    @ParameterizedTest(name = "{0} returns, steps {1}, cap {2}, taken out {3}: {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | -0.5 -1 -2 -5 |    |   | 100",
                "1 | -0.5 -1 -2 -5 |    |   | 99.5",
                "2 | -0.5 -1 -2 -5 |    |   | 98.5",
                "4 | -0.5 -1 -2 -5 |    |   | 91.5",
                "5 | -0.5 -1 -2 -5 |    |   | 86.5",
                "5 | -0.5 -1 -2 -5 | 10 |   | 90",
                "3 | -0.5 -1 -2 -5 |    | 1 | 98.5",
                "3 | -0.5 -1 -2 -5 |    | 3 | 98.5",
                "12 | -0.5          |    |   | 94",
                "3 | 1             | 2  |   | 102",
            })
    void theWorkedExamplesComeOut(
            int events, String steps, @Nullable BigDecimal cap, @Nullable Integer takenOut, BigDecimal score) {
        List<Fact> facts =
                IntStream.range(0, events).mapToObj(ScoringTests::returned).toList();
        List<AssessmentObjection> objections =
                takenOut == null ? List.of() : List.of(accepted(facts.get(takenOut - 1)));
        AssessmentRules rules = rules(steps, cap);
        List<ScoreEntry> entries = Scoring.entries(facts, rules, objections);
        assertThat(Scoring.score(rules, entries)).isEqualByComparingTo(score);
        assertThat(entries).hasSize(events);
    }

    @Test
    void theOrderInWhichEventsAreReadDoesNotMatter() {
        List<Fact> facts =
                IntStream.of(3, 0, 4, 1, 2).mapToObj(ScoringTests::returned).toList();
        List<ScoreEntry> entries = Scoring.entries(facts, rules("-0.5 -1 -2 -5", null), List.of());
        assertThat(entries).extracting(ScoreEntry::nth).containsExactly(1, 2, 3, 4, 5);
        assertThat(entries.get(0).points()).isEqualByComparingTo("-0.5");
    }

    @Test
    void whatNoRuleNamesCostsNothing() {
        AssessmentRules rules =
                new AssessmentRules(1, LocalDate.of(2026, 1, 1), "", BigDecimal.valueOf(100), List.of(), "", "", START);
        assertThat(Scoring.entries(List.of(returned(0)), rules, List.of())).isEmpty();
    }

    private static AssessmentRules rules(String steps, @Nullable BigDecimal cap) {
        List<BigDecimal> points =
                Arrays.stream(steps.strip().split(" ")).map(BigDecimal::new).toList();
        RuleLine line = new RuleLine(AssessmentEvent.RETURNED, points, cap);
        return new AssessmentRules(
                1, LocalDate.of(2026, 1, 1), "", BigDecimal.valueOf(100), List.of(line), "", "", START);
    }

    private static Fact returned(int day) {
        Instant at = START.plusSeconds(86_400L * day);
        return new Fact(
                Measure.REVIEWED,
                at,
                UNIT,
                UNIT,
                UNIT,
                new UUID(7, day),
                true,
                null,
                null,
                at,
                "MEETING",
                FigureTotals.NOBODY,
                "",
                LocalDate.of(2026, 1, 1),
                null,
                "事项");
    }

    private static AssessmentObjection accepted(Fact fact) {
        return new AssessmentObjection(
                UUID.randomUUID(),
                2,
                UNIT,
                fact.itemId(),
                AssessmentEvent.RETURNED,
                fact.subjectId(),
                fact.assignmentId(),
                fact.at(),
                "理由",
                "甲",
                UNIT,
                fact.at(),
                fact.at(),
                AssessmentObjection.State.ACCEPTED,
                "成立",
                "乙",
                fact.at());
    }
}

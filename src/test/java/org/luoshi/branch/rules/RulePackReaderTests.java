package org.luoshi.branch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulePackReaderTests {

    private static final String HEAD = """
            pack: lake-office
            document: {zh: 湖区办公室党支部约定, en: Agreement of the Lake Office branch}
            issuer: 湖区办公室党支部
            level: branch
            validFrom: 2026-01-01
            validTo: 2026-12-31
            source: minutes of 2026-01-08
            rules:
            """;

    private static final String RULE = """
              - id: lake-office-lecture
                article: 第二条
                confidence: A
                strength: generally
                subject: branch
                text: {zh: 每季度讲一次党课。, en: A lecture each quarter.}
                count: {kinds: [lecture], period: quarter, atLeast: 1}
            """;

    @Test
    void aRuleTakesItsPassportFromTheHead() {
        Rule rule = onlyRule(HEAD + RULE);
        assertThat(rule.passport())
                .isEqualTo(new Passport(
                        "lake-office",
                        Map.of("zh", "湖区办公室党支部约定", "en", "Agreement of the Lake Office branch"),
                        "第二条",
                        "minutes of 2026-01-08",
                        "湖区办公室党支部",
                        Level.BRANCH,
                        Confidence.A,
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 12, 31)));
        assertThat(rule.demand())
                .isEqualTo(new Demand.Count(List.of("LECTURE"), PeriodKind.QUARTER, 1, null, null, null));
        assertThat(rule.on()).isTrue();
    }

    @Test
    void aRuleMayEndEarlierThanItsPack() {
        Rule rule = onlyRule(HEAD + RULE + "    validTo: 2026-06-30\n");
        assertThat(rule.appliesOn(LocalDate.of(2026, 6, 30))).isTrue();
        assertThat(rule.appliesOn(LocalDate.of(2026, 7, 1))).isFalse();
    }

    @Test
    void wordsOfYamlThatAreNoWordsHereStayTexts() {
        String yaml = HEAD + RULE.replace("第二条", "no").replace("confidence: A", "confidence: K\n    on: false");
        assertThat(onlyRule(yaml).passport().article()).isEqualTo("no");
        assertThat(onlyRule(yaml).on()).isFalse();
    }

    @Test
    void anArticleNobodyHasSeenIsSaidToBeUnknown() {
        assertThat(onlyRule(HEAD + RULE.replace("第二条", "unknown")).passport().article())
                .isEmpty();
    }

    @Test
    void timesAndSharesAndBandsAreRead() {
        assertThat(demand(
                        "timer: {from: applied, to: first-talk, atMost: 1 month, warnBefore: 10 days, repeats: true}"))
                .isEqualTo(new Demand.Timer(
                        Demand.Happening.APPLIED,
                        Demand.Happening.FIRST_TALK,
                        Period.ofMonths(1),
                        null,
                        null,
                        Period.ofDays(10),
                        true));
        assertThat(demand("votes: [present >= 4/5 of entitled]"))
                .isEqualTo(new Demand.Votes(List.of(
                        new Demand.Share(Demand.Counted.PRESENT, Demand.Base.ENTITLED, 4, 5, Comparison.AT_LEAST))));
        assertThat(demand("rates: {payer: retired, bands: [{upTo: 5000, percent: 0.5}, {percent: 1}]}"))
                .isEqualTo(new Demand.Rates(
                        Demand.Payer.RETIRED,
                        List.of(
                                new Demand.Band(new BigDecimal("5000"), new BigDecimal("0.5")),
                                new Demand.Band(null, new BigDecimal("1")))));
        assertThat(demand("hours: {who: member, period: year, atLeast: 32}"))
                .isEqualTo(new Demand.Hours(Demand.Who.MEMBER, PeriodKind.YEAR, new BigDecimal("32"), 0));
    }

    private Demand demand(String line) {
        return onlyRule(HEAD + RULE.replace("count: {kinds: [lecture], period: quarter, atLeast: 1}", line))
                .demand();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "article: 第二条           |                         | missing              | article",
                "confidence: A          | confidence: Q           | unknown-value        | confidence",
                "strength: generally    | strength: should        | unknown-value        | strength",
                "subject: branch        | subjekt: branch         | unknown-key          | subjekt",
                "zh: 每季度讲一次党课。     | de: Quartalsweise       | missing              | text.zh",
                "kinds: [lecture]       | kinds: [lekture]        | unknown-value        | count.kinds",
                "kinds: [lecture]       | kinds: {a: b}           | wrong-shape          | count.kinds",
                "atLeast: 1             | atLeast: often          | not-a-whole-number   | count.atLeast",
                "atLeast: 1             | atLeast: 1.5            | not-a-whole-number   | count.atLeast",
                "atLeast: 1             | atLeast: 0              | out-of-range         | count.atLeast",
                "atLeast: 1             | atLeast: 1, only: 5     | out-of-range         | count.only",
                "period: quarter        | period: [quarter]       | wrong-shape          | count.period",
                "confidence: A          | 'confidence: A\n    validTo: soon'       | not-a-day             | validTo",
                "confidence: A          | 'confidence: A\n    validTo: 2025-01-01' | ends-before-it-begins | validTo",
                "confidence: A          | 'confidence: A\n    article: 第三条'      | doubled-key           | article",
                "confidence: A          | 'confidence: K\n    on: true'            | unconfirmed-rule-is-on | on",
                "confidence: A          | 'confidence: A\n    notice: true'        | two-demands           | id",
                "confidence: A          | 'confidence: A\n    on: perhaps'         | unknown-value         | on",
                "count: {kinds: [lecture], period: quarter, atLeast: 1} |            | no-demand             | id",
                "count: {kinds: [lecture], period: quarter, atLeast: 1} | 'votes: [yes > half]'        | not-a-share | votes",
                "count: {kinds: [lecture], period: quarter, atLeast: 1} | 'standing: {require: {members: 5..3}}' | not-a-range | standing.require.members",
                "count: {kinds: [lecture], period: quarter, atLeast: 1} | 'standing: {require: {cats: 1}}'       | unknown-value | standing.require.cats",
                "count: {kinds: [lecture], period: quarter, atLeast: 1} | 'timer: {from: election}'    | timer-without-limit  | timer.from",
                "count: {kinds: [lecture], period: quarter, atLeast: 1} | 'timer: {from: election, atMost: P1Y}' | not-a-length-of-time | timer.atMost",
                "count: {kinds: [lecture], period: quarter, atLeast: 1} | 'hours: {who: member, period: year, atLeast: many}' | not-a-number | hours.atLeast",
                "count: {kinds: [lecture], period: quarter, atLeast: 1} | 'rates: {payer: retired, bands: [{upTo: 5, percent: 1}]}' | bands-without-end | rates.bands",
                "count: {kinds: [lecture], period: quarter, atLeast: 1} | 'rates: {payer: retired, bands: [{upTo: 5, percent: 1}, {upTo: 4, percent: 1}, {percent: 2}]}' | bands-out-of-order | rates.bands.upTo"
            })
    void aMistakeIsToldWithRuleAndField(String right, String wrong, String code, String field) {
        PackReading reading = read(HEAD + RULE.replace(right, wrong == null ? "" : wrong.replace("\\n", "\n")));
        assertThat(reading.problems()).anySatisfy(problem -> {
            assertThat(problem.ruleId()).isEqualTo("lake-office-lecture");
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.details()).containsEntry("field", field);
            assertThat(Integer.parseInt(problem.details().get("line"))).isBetween(9, 18);
        });
        assertThat(reading.rules()).isEmpty();
    }

    @Test
    void allMistakesAreToldAtOnceAndTheGoodRulesAreRead() {
        String other = RULE.replace("lake-office-lecture", "lake-office-other");
        PackReading reading =
                read(HEAD + RULE + RULE + other.replace("quarter,", "week,").replace("A\n", "Z\n"));
        assertThat(reading.problems())
                .extracting(PackProblem::code)
                .containsExactlyInAnyOrder("doubled-id", "unknown-value", "unknown-value");
        assertThat(reading.rules()).hasSize(1);
    }

    @Test
    void aRuleWithoutSourceIsAMistake() {
        assertThat(read((HEAD + RULE).replace("source: minutes of 2026-01-08\n", ""))
                        .problems())
                .extracting(PackProblem::code, problem -> problem.details().get("field"))
                .containsExactly(org.assertj.core.groups.Tuple.tuple("missing", "source"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "level: branch | level: village | unknown-value",
                "level: branch | levels: branch | unknown-key",
                "pack: lake-office | pack: Lake Office! | bad-id",
                "validTo: 2026-12-31 | validTo: 31.12.2026 | not-a-day"
            })
    void aBadHeadIsNoPack(String right, String wrong, String code) {
        PackReading reading = read((HEAD + RULE).replace(right, wrong));
        assertThat(reading.pack()).isNull();
        assertThat(reading.problems()).extracting(PackProblem::code).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "just words",
                "- a\n- list",
                "pack: [",
                "pack: \"\u0000\"",
                "a: 1\n---\nb: 2",
                "a: *b",
                "rules: !!java.lang.Runtime {}",
                "pack: x\nrules: 5",
                "pack: x\nrules: [5, [], {}]",
                "? {a: b}\n: c",
                "rules: [{id: a, count: 5, examples: {given: 3}, text: [1], votes: {}, on: [], standing: []}]"
            })
    void nothingThrows(String yaml) {
        PackReading reading = read(yaml);
        assertThat(reading.problems()).isNotEmpty();
        assertThat(reading.isClean()).isFalse();
    }

    @Test
    void aFileThatUnfoldsIsNotUnfolded() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            laughs.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(read(laughs.toString()).problems())
                .extracting(PackProblem::code)
                .containsExactly("unreadable");
        assertThat(read("a: ".repeat(3) + "[".repeat(1000)).problems())
                .extracting(PackProblem::code)
                .containsExactly("unreadable");
        assertThat(read("[".repeat(1000) + "]".repeat(1000)).problems())
                .extracting(PackProblem::code)
                .containsExactly("unreadable");
        assertThat(read("#".repeat(RulePackReader.LONGEST + 1)).problems())
                .extracting(PackProblem::code)
                .containsExactly("too-long");
        assertThat(read(HEAD + "  - {}\n".repeat(501)).problems())
                .extracting(PackProblem::code)
                .containsExactly("too-many-rules");
    }

    private PackReading read(String yaml) {
        PackReading reading = RulePackReader.read(yaml);
        ProblemTexts.told(reading.problems());
        return reading;
    }

    private Rule onlyRule(String yaml) {
        PackReading reading = read(yaml);
        assertThat(reading.problems()).isEmpty();
        return reading.rules().get(0);
    }
}

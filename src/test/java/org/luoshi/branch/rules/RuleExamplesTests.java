package org.luoshi.branch.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each shipped rule works out as its own examples say. */
class RuleExamplesTests {

    private static final Set<String> SIGNS_OF_FAILURE =
            Set.of("OVERDUE", "BREACHED", "MET_LATE", "TOO_EARLY", "STOPPED", "WARNED");

    private static final RuleBook BOOK = ShippedPacks.book();

    static Stream<Arguments> examples() {
        return BOOK.all().stream()
                .flatMap(rule -> rule.examples().stream().map(example -> argumentSet(rule.id(), rule, example)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itComesOutAsThePackSays(Rule rule, Rule.Example example) {
        assertThat(WorkedExample.difference(rule, example))
                .as("%s: %s expects %s", rule.id(), example.given(), example.expect())
                .isNull();
    }

    @Test
    void noRuleIsWithoutAnExample() {
        assertThat(BOOK.all().stream().filter(rule -> rule.examples().isEmpty()).map(Rule::id))
                .isEmpty();
    }

    @Test
    void whatCanFailIsShownFromBothSides() {
        assertThat(BOOK.all().stream().filter(RuleExamplesTests::isShownFromOneSide))
                .extracting(Rule::id)
                .isEmpty();
    }

    private static boolean isShownFromOneSide(Rule rule) {
        if (rule.demand() instanceof Demand.Notice || rule.demand() instanceof Demand.Rates) {
            return false;
        }
        if (rule.demand() instanceof Demand.Timer timer && timer.atMost() == null && timer.atLeast() == null) {
            return false;
        }
        Set<Boolean> sides = rule.examples().stream()
                .map(example -> Fields.constant(example.expect().split("[ ,]")[0]))
                .map(SIGNS_OF_FAILURE::contains)
                .collect(Collectors.toSet());
        return !sides.equals(Set.of(true, false));
    }

    @Test
    void anExampleThatIsWrongIsSeen() {
        Rule quarterly = BOOK.find("P-20").orElseThrow();
        Rule.Example right = quarterly.examples().get(0);
        assertThat(WorkedExample.difference(quarterly, new Rule.Example(right.given(), "overdue")))
                .isEqualTo("MET");
        assertThat(WorkedExample.difference(quarterly, new Rule.Example(right.given(), "")))
                .isEqualTo("MET");
    }

    @Test
    void whatIsNotConfirmedIsOff() {
        List<Rule> unconfirmed = BOOK.all().stream()
                .filter(rule -> rule.passport().confidence() == Confidence.K)
                .toList();
        assertThat(unconfirmed).isNotEmpty().noneMatch(Rule::on);
    }

    @Test
    void thePracticeOfOnePlaceIsNotShippedAsNational() {
        assertThat(BOOK.all()).noneMatch(rule -> rule.passport().confidence() == Confidence.C);
    }

    @Test
    void everyRuleSpeaksBothLanguages() {
        assertThat(BOOK.all()).allSatisfy(rule -> {
            assertThat(rule.text().keySet()).as(rule.id()).contains("zh", "en");
            assertThat(rule.exceptions().keySet()).as(rule.id()).isIn(Set.of(), Set.of("zh", "en"));
        });
    }

    @Test
    void whatIsNormallySoNeverBlocks() {
        assertThat(BOOK.all().stream().filter(rule -> rule.strength() == Strength.MUST))
                .noneMatch(rule ->
                        rule.text("zh").contains("一般") || rule.text("en").contains("normally"));
    }
}

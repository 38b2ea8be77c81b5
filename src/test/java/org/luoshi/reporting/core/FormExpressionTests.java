package org.luoshi.reporting.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luoshi.shared.BusinessException;

/** Rules across fields: what they say, what they cannot decide, and what is no rule. Known today: a = 3, b = 2, c = 1, 合计 = 6; before: a = 10. */
class FormExpressionTests {

    private static final Set<String> CODES = Set.of("a", "b", "c", "open", "合计");
    private static final Map<String, BigDecimal> TODAY =
            Map.of("a", number(3), "b", number(2), "c", number(1), "合计", number(6));
    private static final Map<String, BigDecimal> BEFORE = Map.of("a", number(10));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a = b + c                          | KEPT",
                "a == b + c and 合计 = a + b + c      | KEPT",
                "a < b                              | BROKEN",
                "a <= before(a) - 8                 | BROKEN",
                "a <= before(a) + 1000              | KEPT",
                "b <= before(b) + 1000              | UNDECIDED",
                "open >= 0                          | UNDECIDED",
                "open >= 0 and a < b                | BROKEN",
                "open >= 0 or a > b                 | KEPT",
                "not open >= 0                      | UNDECIDED",
                "not (a > b)                        | BROKEN",
                "(a + b) * 2 = 10                   | KEPT",
                "((a > b) or (c > 5)) and (b) = (2) | KEPT",
                "a / (b - 2) > 1                    | UNDECIDED",
                "a / 2 = 1.5                        | KEPT",
                "min(a, b, c) = 1 and max(a,b) = 3  | KEPT",
                "abs(b - a) <= 1                    | KEPT",
                "-c = c - 2                         | KEPT",
                "a ≥ b ＋ ｃ                          | KEPT",
                "a * 0.5 <= 1.49                    | BROKEN",
            })
    void saysWhatItMeans(String rule, FormExpression.Verdict verdict) {
        assertThat(FormExpression.parse(rule, CODES).judge(TODAY, BEFORE)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''            | empty",
                "a             | no-comparison",
                "a +           | unfinished",
                "a = (b + c    | unfinished",
                "a = zzz       | unknown-field",
                "a = exec(b)   | unknown-function",
                "before(zz)= 1 | unknown-field",
                "a = b; b = c  | unexpected",
                "a = 'text'    | unexpected",
                "a = b c       | unexpected",
                "a = b = c     | unexpected",
                ") = a         | unexpected",
            })
    void saysWhatIsWrongWithIt(String rule, String why) {
        assertThatThrownBy(() -> FormExpression.parse(rule, CODES))
                .isInstanceOfSatisfying(
                        BusinessException.class,
                        refusal -> assertThat(refusal.details().get("why"))
                                .isEqualTo("reporting.expression-wrong." + why));
    }

    @Test
    void aDeepOrLongOneIsRefusedAtOnce() {
        String deep = "(".repeat(200) + "a" + ")".repeat(200) + " = 1";
        String minus = "a = " + "-".repeat(400) + "b";

        for (String rule : new String[] {deep, minus, "a = b + ".repeat(100) + "c"}) {
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(5),
                    () -> assertThatThrownBy(() -> FormExpression.parse(rule, CODES))
                            .isInstanceOf(BusinessException.class));
        }
    }

    @Test
    void rubbishIsEitherARuleOrRefusedAndNeverAFault() {
        Random random = new Random(7);
        String[] words = {
            "a", "b", "(", ")", "+", "-", "*", "/", "=", "<", "and", "or", "not", "before", "min", ",", "10", "0", "合计",
            "?"
        };
        for (int n = 0; n < 20_000; n++) {
            StringBuilder rule = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                rule.append(words[random.nextInt(words.length)]).append(' ');
            }
            try {
                FormExpression.parse(rule.toString(), CODES).judge(TODAY, BEFORE);
            } catch (BusinessException refusal) {
                assertThat(refusal.error()).isEqualTo(ReportingError.EXPRESSION_WRONG);
            }
        }
    }

    private static BigDecimal number(int number) {
        return BigDecimal.valueOf(number);
    }
}

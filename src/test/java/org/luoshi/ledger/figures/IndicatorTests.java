package org.luoshi.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rate reads whole only where it is whole, and nothing only where it is nothing. */
class IndicatorTests {

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "0, 3000, 0.0%",
        "1, 3000, 0.1%",
        "3, 3000, 0.1%",
        "5, 6, 83.3%",
        "1, 2000, 0.1%",
        "1, 1600, 0.1%",
        "1999, 2000, 99.9%",
        "2999, 3000, 99.9%",
        "3000, 3000, 100.0%",
        "0, 0, —",
        "1, 3000000, 0.1%",
        "2999999, 3000000, 99.9%"
    })
    void aRateIsRoundedButNeverToAllOrNothing(long hit, long judged, String written) {
        Map<Measure, FigureSum> sums =
                Map.of(Measure.PART_DUE, new FigureSum(judged, judged, hit, BigDecimal.valueOf(judged)));
        assertThat(Indicator.ON_TIME_RATE.written(sums)).isEqualTo(written);
        if (judged > 0) {
            BigDecimal value = Objects.requireNonNull(Indicator.ON_TIME_RATE.value(sums));
            assertThat(value + "%").as("for programs too").isEqualTo(written);
        }
    }
}

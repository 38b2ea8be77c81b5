package org.luoshi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsFillingTests {

    private static final String COUNTED = "{count} {count|item is|items are} in {units} {units|unit|units}: {title}";

    @Test
    void oneIsToldAsOneAndAnythingElseAsMany() {
        assertThat(Texts.fill(COUNTED, "count", 1, "units", 0, "title", "x")).isEqualTo("1 item is in 0 units: x");
        assertThat(Texts.fill(COUNTED, "units", "1", "count", 11L, "title", "x"))
                .isEqualTo("11 items are in 1 unit: x");
    }

    @Test
    void whatPeopleWroteIsNotTakenForAPattern() {
        assertThat(Texts.fill(COUNTED, "title", "{units|", "count", 2, "units", 2))
                .isEqualTo("2 items are in 2 units: {units|");
    }
}

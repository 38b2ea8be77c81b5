package org.luoshi.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What changed between two reports, in reading order. */
class TextDifferenceTests {

    @Test
    void keptAddedAndRemovedSentencesAreTold() {
        assertThat(between("甲已完成。乙在办。", "甲已完成。乙已完成。丙启动。"))
                .containsExactly("same 甲已完成。", "added 乙已完成。", "added 丙启动。", "removed 乙在办。");
        assertThat(between("甲。乙。丙。", "甲。丙。")).containsExactly("same 甲。", "removed 乙。", "same 丙。");
        assertThat(between("", "甲。")).containsExactly("added 甲。");
        assertThat(between("甲。", "")).containsExactly("removed 甲。");
    }

    @Test
    void theSameTextAndOtherWhiteSpaceAreNoChange() {
        assertThat(between("甲。乙。", "甲。\n　乙。")).isEmpty();
    }

    @Test
    void theNewTextCanBeReadFromWhatIsNotRemoved() {
        String before = "一。二。三。四。五。六。";
        String after = "二。一。三。七。六。五。";
        String read = TextDifference.between(before, after).stream()
                .filter(part -> !part.kind().equals("removed"))
                .map(ItemDetail.Difference::text)
                .reduce("", String::concat);
        assertThat(read).isEqualTo(after);
    }

    @Test
    void aBookIsNotCompared() {
        assertThat(between("句。".repeat(401), "句。")).isEmpty();
    }

    private static List<String> between(String before, String after) {
        return TextDifference.between(before, after).stream()
                .map(part -> part.kind() + " " + part.text())
                .toList();
    }
}

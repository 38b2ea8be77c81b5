package org.luoshi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldTests {

    @Test
    void traditionalAndSimplifiedAreAlike() {
        assertThat(Fold.text("國家發展和改革委員會")).isEqualTo(Fold.text("国家发展和改革委员会"));
    }

    @Test
    void widthCaseSpacesAndPunctuationDoNotMatter() {
        assertThat(Fold.text(" 督〔２０２６〕１７号（Ａbc） ")).isEqualTo("督202617号abc");
        assertThat(Fold.text("　·—()")).isEmpty();
    }

    @Test
    void initialsAreThoseOfThePinyin() {
        assertThat(Fold.initials("发展改革委")).isEqualTo("fzggw");
        assertThat(Fold.initials("發展改革委")).isEqualTo("fzggw");
        assertThat(Fold.initials("欧阳 Li 2")).isEqualTo("oyli2");
    }

    @Test
    void charactersOutsideTheBasicPlaneStayWhole() {
        assertThat(Fold.text("𠮷野")).isEqualTo("𠮷野");
        assertThat(Fold.bigrams("𠮷野家")).containsExactlyInAnyOrder("𠮷野", "野家");
        assertThat(Fold.bigrams("家")).isEmpty();
    }
}

package org.luoshi.files.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.luoshi.shared.BusinessException;

class FileNameTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "报告.docx | 报告.docx",
                "C:\\文件\\报告.docx | 报告.docx",
                "../../etc/报告.txt | 报告.txt",
                "/tmp/x/报告.pdf | 报告.pdf",
                "..隐藏.txt.. | 隐藏.txt",
                "关于“十五五”规划（送审稿）.docx | 关于“十五五”规划（送审稿）.docx",
            })
    void isMadeSafe(String raw, String clean) {
        assertThat(FileName.clean(raw)).isEqualTo(clean);
    }

    @Test
    void losesControlCharactersAndWhatTurnsTheReadingRound() {
        assertThat(FileName.clean("报告\u202Efdp.exe")).isEqualTo("报告fdp.exe");
        assertThat(FileName.clean("报\u0000告\r\n.pdf")).isEqualTo("报告.pdf");
        assertThat(FileName.clean("a<b>:c\"d|e?f*.pdf")).isEqualTo("a_b__c_d_e_f_.pdf");
        assertThat(FileName.clean("\uFEFF报\u200B告.pdf")).isEqualTo("报告.pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "...", "\u0001", "/", "a\\", "\u202E"})
    void withoutANameIsRefused(String raw) {
        assertThatThrownBy(() -> FileName.clean(raw))
                .isInstanceOfSatisfying(
                        BusinessException.class, e -> assertThat(e.error()).isEqualTo(FileError.NAME_MISSING));
    }

    @Test
    void isCountedInSignsNotInMachineUnits() {
        String rare = "𠮷".repeat(196) + ".pdf";
        assertThat(FileName.clean(rare)).isEqualTo(rare);
        assertThatThrownBy(() -> FileName.clean("报".repeat(197) + ".pdf"))
                .isInstanceOfSatisfying(BusinessException.class, e -> {
                    assertThat(e.error()).isEqualTo(FileError.NAME_TOO_LONG);
                    assertThat(e.details()).containsEntry("length", 201);
                });
    }
}

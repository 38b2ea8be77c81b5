package org.luoshi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luoshi.shared.BusinessException;

class InspectorTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.txt|市财政局牵头。|txt",
                "a.csv|序号,任务|txt",
                "a.html|<!doctype html><html><body>正文</body></html>|html",
                "a.HTM|正文，没有标记|html",
                "a.txt|<html><body>正文</body></html>|html",
                "a.pdf|%PDF-1.4|refused",
                "a.exe|市财政局牵头。|refused",
                "秘密★1年.txt|正文|refused",
                "a.txt|秘密★1年|refused",
                "a.html|<html><body>秘<b>密</b>&#9733;</body></html>|refused"
            })
    void theEndingFitsTheContent(String name, String content, String expected) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        if (expected.equals("refused")) {
            assertThatThrownBy(() -> Inspector.inspect(name, bytes)).isInstanceOf(BusinessException.class);
        } else {
            assertThat(Inspector.inspect(name, bytes)).isEqualTo(expected);
        }
    }

    @Test
    void markedTextIsRefused() {
        assertThatThrownBy(() -> Inspector.requireUnmarked("机密★10年"))
                .isInstanceOfSatisfying(
                        BusinessException.class,
                        refusal -> assertThat(refusal.error().code()).isEqualTo("files.marked"));
    }
}

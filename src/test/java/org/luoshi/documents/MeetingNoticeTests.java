package org.luoshi.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MeetingNoticeTests {

    @Test
    void theShippedNoticeIsWhatTheGeneratorDraws() {
        Map<String, String> drawn = WordFiles.parts(MeetingNoticeTemplate.drawn());
        Map<String, String> shipped = WordFiles.parts(new DocumentsApi().shipped("meeting-notice"));
        assertThat(shipped.keySet()).isEqualTo(drawn.keySet());
        assertThat(shipped.get("word/document.xml")).isEqualTo(drawn.get("word/document.xml"));
    }
}

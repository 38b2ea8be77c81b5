package org.luoshi.documents;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class MinutesTests {

    private final DocumentsApi documents = new DocumentsApi();

    @BeforeAll
    static void theEngineTellsEachStep() {
        ((Logger) LoggerFactory.getLogger("com.deepoove.poi")).setLevel(Level.WARN);
    }

    @Test
    void theMinutesShowWhatTheMeetingHas() {
        Map<String, Object> values = minutes();
        values.put("agenda", List.of(Map.of("number", "一、", "title", "防汛准备", "text", "听取汇报。")));
        values.put("votes", List.of(Map.of("question", "关于修订制度", "arithmetic", "应到9人，实到8人，赞成8票，通过")));
        values.put(
                "decisions",
                List.of(
                        Map.of("number", "1.", "text", "备足沙袋", "owner", "责任单位：办公室", "due", "完成时限：3月6日"),
                        Map.of("number", "2.", "text", "加强值守", "owner", "", "due", "")));
        assertThat(WordFiles.lines(documents.fill("minutes", values)))
                .containsExactly(
                        "第3次办公会议记录",
                        "时间：3月2日",
                        "出席：周甲、李乙",
                        "议题",
                        "一、防汛准备",
                        "听取汇报。",
                        "表决",
                        "关于修订制度",
                        "应到9人，实到8人，赞成8票，通过",
                        "议定事项",
                        "1.备足沙袋　责任单位：办公室　完成时限：3月6日",
                        "2.加强值守",
                        "散会。");
    }

    @Test
    void theMinutesLeaveOutWhatIsEmptyWithItsHeading() {
        assertThat(WordFiles.lines(documents.fill("minutes", minutes())))
                .containsExactly("第3次办公会议记录", "时间：3月2日", "出席：周甲、李乙", "散会。");
    }

    @Test
    void minutesOfFiveHundredDecisionsAreReadyInSeconds() {
        Map<String, Object> values = minutes();
        values.put(
                "decisions",
                IntStream.rangeClosed(1, 500)
                        .mapToObj(number ->
                                Map.of("number", number + ".", "text", "事项" + number, "owner", "办公室", "due", ""))
                        .toList());
        long start = System.nanoTime();
        List<String> lines = WordFiles.lines(documents.fill("minutes", values));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(lines).hasSize(3 + 1 + 500 + 1).contains("500.事项500　办公室");
    }

    @Test
    void theShippedMinutesAreWhatTheGeneratorDraws() {
        Map<String, String> drawn = WordFiles.parts(MinutesTemplate.drawn());
        Map<String, String> shipped = WordFiles.parts(documents.shipped("minutes"));
        assertThat(shipped.keySet()).isEqualTo(drawn.keySet());
        assertThat(shipped.get("word/document.xml")).isEqualTo(drawn.get("word/document.xml"));
        assertThat(shipped.get("word/fontTable.xml")).isEqualTo(drawn.get("word/fontTable.xml"));
        assertThat(shipped.get("word/document.xml")).contains("w:w=\"11906\"", "方正小标宋简体", "仿宋", "w:line=\"560\"");
    }

    private static Map<String, Object> minutes() {
        Map<String, Object> values = new HashMap<>();
        Map<String, String> texts = Map.of("title", "第3次办公会议记录", "time", "3月2日", "present", "周甲、李乙", "note", "散会。");
        for (String name :
                List.of("title", "kind", "time", "place", "chair", "recorder", "present", "absent", "note")) {
            values.put(name, texts.getOrDefault(name, ""));
        }
        values.putAll(Map.of("kindLabel", "类别：", "timeLabel", "时间：", "placeLabel", "地点：", "chairLabel", "主持人："));
        values.putAll(Map.of("recorderLabel", "记录人：", "presentLabel", "出席：", "absentLabel", "缺席："));
        values.putAll(Map.of("agendaLabel", "议题", "votesLabel", "表决", "decisionsLabel", "议定事项"));
        values.putAll(Map.of("agenda", List.of(), "votes", List.of(), "decisions", List.of()));
        return values;
    }
}

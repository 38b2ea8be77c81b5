package org.luoshi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line: no database, one answer, a clear reason where there is none. */
class IntakeCommandTests {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void aPaperIsAnsweredInJson() throws IOException {
        Path paper = file("方案.txt", "关于加强养护的方案\n2026年3月2日\n一、保护𠮷镇老街。（市文旅局牵头，市财政局配合，9月底前完成）");
        assertThat(run(paper.toString(), "--json")).isZero();
        JsonNode answer = JsonMapper.builder().build().readTree(out.toByteArray());
        assertThat(answer.at("/document/title").asString()).isEqualTo("关于加强养护的方案");
        assertThat(answer.at("/document/date").asString()).isEqualTo("2026-03-02");
        JsonNode item = answer.at("/items/0");
        assertThat(item.get("lead").get(0).asString()).isEqualTo("市文旅局");
        assertThat(item.get("support").get(0).asString()).isEqualTo("市财政局");
        assertThat(item.get("deadline").asString()).isEqualTo("2026-09-30");
        assertThat(item.get("deadlineText").asString()).contains("9月底前");
        assertThat(item.get("mode").asString()).isEqualTo("lead_support");
        String text = answer.at("/document/text").asString();
        int from = text.offsetByCodePoints(0, item.get("span").get(0).asInt());
        int to = text.offsetByCodePoints(0, item.get("span").get(1).asInt());
        assertThat(text.substring(from, to)).isEqualTo("保护𠮷镇老街。");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void theDateOfThePaperMayBeGiven() throws IOException {
        Path paper = file("分工.txt", "一、保护老街。（责任单位：市文旅局；完成时限：9月底前）");
        assertThat(run(paper.toString(), "--json", "--date", "2024-04-01")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"deadline\":\"2024-09-30\"");
    }

    @Test
    void withoutJsonAPersonReadsIt() throws IOException {
        Path paper = file("分工.txt", "一、保护老街。（责任单位：市文旅局）");
        assertThat(run(paper.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("1 项", "市文旅局", "保护老街");
    }

    @Test
    void whatIsRefusedSaysWhy() throws IOException {
        assertThat(run(file("某件.txt", "机密★10年\n关于某事的通知").toString(), "--json")).isEqualTo(1);
        assertThat(run(file("空.txt", "").toString(), "--json")).isEqualTo(1);
        assertThat(run(folder.resolve("没有.docx").toString(), "--json")).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(3).allMatch(line -> line.length() > 5);
    }

    @Test
    void whatIsNotUnderstoodShowsTheUse() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("a.txt", "--date", "gestern")).isEqualTo(2);
        assertThat(run("--json")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--date");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private int run(String... arguments) {
        return IntakeCommand.run(
                Arrays.asList(arguments),
                Locale.SIMPLIFIED_CHINESE,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}

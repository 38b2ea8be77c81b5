package org.luoshi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.luoshi.PostgresForTests;
import org.luoshi.SignedIn;
import org.luoshi.history.HistoryApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.View;

@ApplicationModuleTest
@AutoConfigureMockMvc
@Import({PostgresForTests.class, FilesModuleTests.SomeRoom.class, FilesModuleTests.SomeApi.class})
class FilesModuleTests {

    private static final Actor CLERK = new Actor(UUID.randomUUID(), "甲", List.of(), Set.of());
    private static final Actor AUDITOR = new Actor(UUID.randomUUID(), "乙", List.of(), Set.of(Role.AUDITOR));

    @Autowired
    private FilesApi files;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @MockitoBean
    private HistoryApi history;

    @Test
    void whatIsStoredComesBackByteForByte() throws IOException {
        byte[] content = bytes("中".repeat(900_000) + "完");
        StoredFile stored = files.store("长文.txt", content, CLERK);
        assertThat(stored.size()).isEqualTo(2_700_003);
        assertThat(stored.mediaType()).isEqualTo("text/plain");
        assertThat(stored.sha256()).matches("[0-9a-f]{64}");
        assertThat(files.open(stored.id()).readAllBytes()).isEqualTo(content);
        assertThat(files.find(stored.id())).hasValue(stored);
        assertThat(files.find(List.of(stored.id(), UUID.randomUUID()))).containsOnlyKeys(stored.id());
        assertThat(jdbc.sql("select count(*) from files.chunk where file_id = :id")
                        .param("id", stored.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void whatIsStoredCannotBeChanged() {
        StoredFile stored = files.store("a.txt", bytes("一行"), CLERK);
        for (String change : List.of(
                "update files.chunk set bytes = 'x' where file_id = :id",
                "delete from files.chunk where file_id = :id",
                "update files.file set name = 'b' where id = :id")) {
            assertThatThrownBy(() -> jdbc.sql(change).param("id", stored.id()).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void aDownloadIsSavedAndNeverRun() {
        StoredFile stored = files.store("报送“口径”说明.txt", bytes("<script>alert(1)</script> 正文"), CLERK);
        var result = mvc.get()
                .uri("/test/files/{id}", stored.id())
                .with(SignedIn.as(CLERK))
                .exchange();
        assertThat(result)
                .hasStatusOk()
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Content-Security-Policy", "sandbox; default-src 'none'")
                .hasHeader("Content-Length", Long.toString(stored.size()));
        assertThat(result.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%E6%8A%A5");
    }

    @Test
    void anEmptyFileAndOneThatIsTooLargeAreRefused() {
        refused("files.empty", () -> files.store("空.txt", new byte[0], CLERK));
        refused("files.too-large", () -> files.store("大.txt", new byte[50 * 1024 * 1024 + 1], CLERK));
    }

    @Test
    void aWebPageMayBeReadButIsNotKept() {
        byte[] page = bytes("<html><body>正文</body></html>");
        assertThat(Inspector.inspect("页.html", page)).isEqualTo("html");
        refused("files.type-not-accepted", () -> files.store("页.html", page, CLERK));
    }

    @Test
    void whatIsNoLongerThereIsUnknown() {
        refused("files.unknown", () -> files.download(UUID.randomUUID()));
        refused("files.unknown", () -> files.open(UUID.randomUUID()));
    }

    @Test
    void nothingIsWrittenWhenAMarkIsFound() {
        int before = count();
        refused("files.marked", () -> files.store("通知.txt", bytes("机密★10年\n关于某事的通知"), CLERK));
        refused("files.marked", () -> files.store("秘密★1年 通知.txt", bytes("正文"), CLERK));
        refused("files.marked", () -> files.requireUnmarked("见附件（秘密★1年）"));
        files.requireUnmarked("保护商业秘密");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void aFieldOfAnyFormIsLookedAtBeforeTheRoomSeesIt() {
        assertThat(mvc.post().uri("/test/form").param("title", "机密★10年").with(SignedIn.as(CLERK)))
                .hasStatus(422)
                .bodyText()
                .contains("<!doctype html>")
                .doesNotContain("机密★10年");
        assertThat(mvc.post()
                        .uri("/test/form")
                        .param("title", "机密★10年")
                        .header("HX-Request", "true")
                        .header("Accept-Language", "zh-CN")
                        .with(SignedIn.as(CLERK)))
                .hasStatus(422)
                .hasHeader("HX-Retarget", "#note")
                .bodyText()
                .contains("请在涉密系统办理，这里只登记编号");
        assertThat(mvc.post().uri("/test/form").param("title", "商业秘密保护").with(SignedIn.as(CLERK)))
                .hasStatusOk()
                .hasBodyTextEqualTo("reached");
    }

    @Test
    void askingForAWordWritesNothing() {
        assertThat(mvc.get().uri("/test/form?q={q}", "机密").with(SignedIn.as(CLERK)))
                .hasStatusOk();
        assertThat(mvc.post().uri("/test/form").param("title", "机密").with(SignedIn.as(CLERK)))
                .hasStatus(422);
        assertThat(mvc.get().uri("/test/form?q={q}", "机密★10年").with(SignedIn.as(CLERK)))
                .hasStatus(422);
    }

    @Test
    void aPasswordIsNobodysText() {
        assertThat(mvc.post().uri("/test/form").param("password", "机密★10年").with(SignedIn.as(CLERK)))
                .hasStatusOk();
    }

    @Test
    void everyTextOfAJsonBodyIsLookedAt() {
        for (String body : List.of(
                "{\"title\": \"机密★10年\"}",
                "{\"a\": [{\"b\": [\"ok\", \"\\u79d8\\u5bc6\\u26051\\u5e74\"]}]}",
                "{\"机密★\": 1}",
                "{\"text\": \"秘密\\n某某部文件\"}",
                "{\"broken\": \"机密★10年\"")) {
            assertThat(mvc.post()
                            .uri("/api/v1/test")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body)
                            .with(SignedIn.as(CLERK)))
                    .as(body)
                    .hasStatus(422)
                    .bodyJson()
                    .extractingPath("$.code")
                    .isEqualTo("files.marked");
        }
        assertThat(mvc.post()
                        .uri("/api/v1/test")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"title\": \"工作秘密\", \"n\": 3}")
                        .with(SignedIn.as(CLERK)))
                .hasStatusOk()
                .hasBodyTextEqualTo("工作秘密");
    }

    @Test
    void anUploadIsLookedAtEvenWhereTheRoomForgets() {
        assertThat(mvc.post()
                        .uri("/test/form")
                        .multipart()
                        .file(new MockMultipartFile("file", "台账.txt", "text/plain", bytes("绝密★长期")))
                        .with(SignedIn.as(CLERK)))
                .hasStatus(422);
        assertThat(mvc.post()
                        .uri("/test/form")
                        .multipart()
                        .file(new MockMultipartFile("file", "绝密★.txt", "text/plain", bytes("正文")))
                        .with(SignedIn.as(CLERK)))
                .hasStatus(422);
        assertThat(mvc.post()
                        .uri("/test/form")
                        .multipart()
                        .file(new MockMultipartFile("file", "", "application/octet-stream", new byte[0]))
                        .with(SignedIn.as(CLERK)))
                .hasStatusOk();
    }

    @Test
    void refusedAttemptsAreCountedWithoutContentForThoseWhoWatch() {
        int before = refusals();
        refused("files.marked", () -> files.requireUnmarked("秘密★1年"));
        refused("files.marked", () -> files.store("秘密★1年.txt", bytes("正文"), CLERK));
        refused("files.marked", () -> files.store("a.txt", bytes("秘密★" + new Random().nextInt(9) + "年"), CLERK));
        assertThat(refusals()).isEqualTo(before + 3);
        assertThat(mvc.get().uri("/secrecy-refusals").with(SignedIn.as(AUDITOR)))
                .hasStatusOk()
                .bodyText()
                .contains("<table class=\"sheet\">");
        assertThat(mvc.get().uri("/secrecy-refusals").with(SignedIn.as(CLERK))).hasStatus(403);
    }

    private int count() {
        return jdbc.sql("select count(*) from files.file").query(Integer.class).single();
    }

    private int refusals() {
        return jdbc.sql("select coalesce(sum(count), 0)::int from files.refusal_count")
                .query(Integer.class)
                .single();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void refused(String code, ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        BusinessException.class,
                        e -> assertThat(e.error().code()).isEqualTo(code));
    }

    /** A room that does nothing to protect itself. */
    @Controller
    @TestConfiguration(proxyBeanMethods = false)
    static class SomeRoom {

        @Autowired
        private FilesApi files;

        @GetMapping("/test/form")
        @ResponseBody
        String ask() {
            return "asked";
        }

        @PostMapping("/test/form")
        @ResponseBody
        String form() {
            return "reached";
        }

        @GetMapping("/test/files/{id}")
        View download(@PathVariable UUID id) {
            return files.download(id);
        }
    }

    @RestController
    @TestConfiguration(proxyBeanMethods = false)
    static class SomeApi {

        record Body(String title, int n) {}

        @PostMapping("/api/v1/test")
        String json(@RequestBody Body body) {
            return body.title();
        }
    }
}

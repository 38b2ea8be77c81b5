package org.luoshi.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luoshi.PostgresForTests;
import org.luoshi.SignedIn;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** What the auditor sees and takes away. */
@ApplicationModuleTest
@AutoConfigureMockMvc
@Import(PostgresForTests.class)
@TestPropertySource(properties = "luoshi.history.seal-every=1h")
class HistoryExportTests {

    private static final Actor AUDITOR = new Actor(UUID.randomUUID(), "审计员甲", List.of(), Set.of(Role.AUDITOR));
    private static final Actor ADMINISTRATOR =
            new Actor(UUID.randomUUID(), "管理员乙", List.of(), Set.of(Role.SYSTEM_ADMINISTRATOR));

    @Autowired
    HistoryApi history;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvcTester mvc;

    @TempDir
    Path folder;

    private final UUID scope = UUID.randomUUID();

    @BeforeEach
    void twoSealedLines() {
        for (String reason : List.of("外单位未到位 <b>", "quote \" and \\ and 𠮷")) {
            transaction.executeWithoutResult(status -> history.record(
                    new HistoryFact(scope, "ledger.item", scope, "granted", Map.of("days", 3), reason), ADMINISTRATOR));
        }
        history.seal();
    }

    @Test
    void aStrangerVerifiesTheExportWithNothingButTheFile() throws Exception {
        Path file = export();
        assertThat(verify(file)).startsWith("0").contains("Everything is as it was written.");
        String anchor = java.util.Objects.requireNonNull(history.verify().lastSeal());
        assertThat(verify(file, anchor)).startsWith("0");
        assertThat(verify(file, "00")).startsWith("1").contains("Not the fingerprint 00");
    }

    @Test
    void whoeverChangesTheExportIsFoundOut() throws Exception {
        Path file = export();
        assertThat(verify(changed(file, "lines.jsonl", text -> text.replace("外单位", "本单位"))))
                .startsWith("1")
                .contains("is not as it was when it was sealed");
        assertThat(verify(changed(file, "lines.jsonl", text -> text.substring(text.indexOf('\n') + 1))))
                .startsWith("1")
                .contains("is gone");
        assertThat(verify(changed(file, "seals.jsonl", text -> text.replaceFirst("\"count\":\\d+", "\"count\":9"))))
                .startsWith("1")
                .contains("was changed");
    }

    @Test
    void whatIsNoExportIsSaidToBeNone() throws Exception {
        Path text = Files.writeString(folder.resolve("x.zip"), "not a zip");
        assertThat(verify(text)).startsWith("2").contains("x.zip is not a history exported by Luoshi");
        assertThat(verify(folder.resolve("missing.zip"))).startsWith("2");
        assertThat(verify(changed(export(), "seals.jsonl", unused -> "{broken")))
                .startsWith("2");
    }

    @Test
    void theAuditorSeesFindsAndVerifies() {
        assertThat(mvc.get().uri("/history").param("object", scope.toString()).with(SignedIn.as(AUDITOR)))
                .hasStatusOk()
                .bodyText()
                .contains("管理员乙", "外单位未到位 &lt;b&gt;")
                .doesNotContain("外单位未到位 <b>");
        assertThat(mvc.get().uri("/history").param("day", "2020-01-01").with(SignedIn.as(AUDITOR)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("管理员乙");
        assertThat(mvc.get().uri("/history").param("object", "no id").with(SignedIn.as(AUDITOR)))
                .hasStatusOk();
        assertThat(mvc.get().uri("/history/verification").with(SignedIn.as(AUDITOR)))
                .hasStatusOk()
                .bodyText()
                .contains("light ok");
        assertThat(mvc.get().uri("/api/v1/history/verification").with(SignedIn.as(AUDITOR)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.intact")
                .isEqualTo(true);
    }

    @Test
    void nobodyElseSeesTheWholeHistory() {
        for (String address : List.of(
                "/history",
                "/history/verification",
                "/history/export",
                "/api/v1/history/verification",
                "/api/v1/history/export")) {
            assertThat(mvc.get().uri(address).with(SignedIn.as(ADMINISTRATOR)))
                    .as(address)
                    .hasStatus(403);
        }
    }

    private Path export() throws Exception {
        byte[] bytes = mvc.get()
                .uri("/history/export")
                .with(SignedIn.as(AUDITOR))
                .exchange()
                .getResponse()
                .getContentAsByteArray();
        return Files.write(folder.resolve("export.zip"), bytes);
    }

    private static String verify(Path file, String... anchor) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> arguments = new java.util.ArrayList<>(List.of(file.toString()));
        arguments.addAll(List.of(anchor));
        int code = OfflineVerifier.run(arguments, Locale.ENGLISH, new PrintStream(out, true, StandardCharsets.UTF_8));
        return code + " " + out.toString(StandardCharsets.UTF_8);
    }

    private Path changed(Path file, String entryName, UnaryOperator<String> change) throws IOException {
        Path copy = folder.resolve("changed.zip");
        try (ZipInputStream from = new ZipInputStream(Files.newInputStream(file));
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(copy))) {
            ZipEntry entry = from.getNextEntry();
            while (entry != null) {
                String text = new String(from.readAllBytes(), StandardCharsets.UTF_8);
                to.putNextEntry(new ZipEntry(entry.getName()));
                String written = entry.getName().equals(entryName) ? change.apply(text) : text;
                to.write(written.getBytes(StandardCharsets.UTF_8));
                entry = from.getNextEntry();
            }
        }
        return copy;
    }
}

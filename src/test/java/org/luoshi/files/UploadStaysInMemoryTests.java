package org.luoshi.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.luoshi.PostgresForTests;
import org.luoshi.history.HistoryApi;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** X-01 against a real server: an upload never touches the disk, neither when it passes nor when it is refused. */
@ApplicationModuleTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({PostgresForTests.class, UploadStaysInMemoryTests.Desk.class})
@TestPropertySource(properties = "server.tomcat.basedir=target/tomcat-of-upload-test")
class UploadStaysInMemoryTests {

    private static final Path TOMCAT = Path.of("target/tomcat-of-upload-test");

    @LocalServerPort
    private int port;

    @Autowired
    private Desk desk;

    @MockitoBean
    private HistoryApi history;

    @Test
    void noFileIsWrittenWhileAnUploadIsLookedAt() throws Exception {
        assertThat(upload("正文 ".repeat(400_000)).statusCode()).isEqualTo(200);
        assertThat(desk.written)
                .as("files written while the room had the upload")
                .isEmpty();
        assertThat(upload("机密★10年 " + "正文 ".repeat(400_000)).statusCode()).isEqualTo(422);
        assertThat(files()).as("files left behind").isEmpty();
    }

    private HttpResponse<String> upload(String text) throws IOException, InterruptedException {
        String boundary = UUID.randomUUID().toString();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
                        + "Content-Type: text/plain\r\n\r\n" + text + "\r\n--" + boundary + "--\r\n")
                .getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/test/upload"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Where Tomcat and Spring put parts that they do not keep in memory. */
    private static List<Path> files() throws IOException {
        if (!Files.exists(TOMCAT)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(TOMCAT)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @RestController
    @TestConfiguration(proxyBeanMethods = false)
    static class Desk {

        private final List<Path> written = new ArrayList<>();

        @PostMapping("/api/v1/test/upload")
        long upload(@RequestParam MultipartFile file) throws IOException {
            written.addAll(files());
            return file.getSize();
        }

        @Bean
        SecurityFilterChain open(HttpSecurity http) throws Exception {
            return http.csrf(csrf -> csrf.disable())
                    .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                    .build();
        }
    }
}

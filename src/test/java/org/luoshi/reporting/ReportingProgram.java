package org.luoshi.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.Regime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program at the real door that reports with somebody's token, or with none. JSON may be written with single quotes. */
final class ReportingProgram {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final @Nullable String token;

    ReportingProgram(int port, @Nullable String token) {
        this.port = port;
        this.token = token;
    }

    /** What came back. */
    record Answer(int status, HttpHeaders headers, String text) {

        JsonNode body() {
            return JSON.readTree(text);
        }

        JsonNode taken() {
            assertThat(status).as(text).isEqualTo(200);
            return body();
        }

        /** A problem detail with this code. */
        JsonNode refused(int expected, String code) {
            assertThat(status).as(text).isEqualTo(expected);
            assertThat(headers.firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(body().path("code").asString()).as(text).isEqualTo(code);
            assertThat(body().path("detail").asString()).as(text).isNotBlank().doesNotContain("{");
            return body().path("details");
        }

        /** One JSON in each line. */
        List<JsonNode> lines() {
            assertThat(status).as(text).isEqualTo(200);
            return text.lines().map(line -> JSON.readTree(line)).toList();
        }
    }

    static String path(Regime regime, Object period) {
        return "/api/v1/reporting/regimes/" + regime.key() + "/periods/" + period;
    }

    Answer get(String path) {
        return exchange(request(path).GET());
    }

    /** @param headers name, value, name, value … */
    Answer report(Regime regime, Object period, String json, String... headers) {
        return send(
                path(regime, period) + "/reports",
                "application/json",
                quoted(json).getBytes(UTF_8),
                headers);
    }

    Answer send(String path, String type, byte[] body, String... headers) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request = request.headers(headers);
        }
        return exchange(request);
    }

    static String quoted(String json) {
        return json.replace('\'', '"');
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept-Language", "zh-CN");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that works with somebody's personal token and reads what the API answers. */
public final class Program {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ROOT = "/api/v1/ledger";

    private final MockMvcTester mvc;
    private final @Nullable String token;

    public Program(MockMvcTester mvc, @Nullable String token) {
        this.mvc = mvc;
        this.token = token;
    }

    /** What came back: the status and the body, read only when asked for. */
    public record Answer(MvcTestResult result) {

        public int status() {
            return result.getResponse().getStatus();
        }

        public JsonNode body() {
            return JSON.readTree(result.getResponse().getContentAsByteArray());
        }

        public UUID id() {
            assertThat(status()).as(text()).isIn(200, 201);
            return UUID.fromString(body().get("id").asString());
        }

        public String text() {
            return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
        }

        public JsonNode ok() {
            assertThat(status()).as(text()).isEqualTo(200);
            return body();
        }

        public void done() {
            assertThat(status()).as(text()).isEqualTo(204);
        }

        /** A refusal is a problem detail with its code, whatever was asked for. */
        public JsonNode refused(int status, String code) {
            assertThat(status()).as(text()).isEqualTo(status);
            assertThat(result.getResponse().getContentType()).startsWith("application/problem+json");
            assertThat(body().get("code").asString()).as(text()).isEqualTo(code);
            assertThat(body().get("status").asInt()).isEqualTo(status);
            return body();
        }
    }

    public Answer get(String path) {
        return call(HttpMethod.GET, path, null, null);
    }

    public Answer post(String path, String json) {
        return call(HttpMethod.POST, path, json, null);
    }

    public Answer post(String path, String json, String idempotencyKey) {
        return call(HttpMethod.POST, path, json, idempotencyKey);
    }

    public Answer put(String path, String json) {
        return call(HttpMethod.PUT, path, json, null);
    }

    public Answer delete(String path) {
        return call(HttpMethod.DELETE, path, null, null);
    }

    /** @param path below the ledger's root, or the whole path when it begins with {@code /api} */
    public Answer call(HttpMethod method, String path, @Nullable String json, @Nullable String idempotencyKey) {
        var request = mvc.method(method).uri(path.startsWith("/api") ? path : ROOT + path);
        if (token != null) {
            request = request.header("Authorization", "Bearer " + token);
        }
        if (idempotencyKey != null) {
            request = request.header("Idempotency-Key", idempotencyKey);
        }
        if (json != null) {
            request = request.contentType(MediaType.APPLICATION_JSON).content(json.replace('\'', '"'));
        }
        return new Answer(request.exchange());
    }

    public Answer upload(String name, byte[] content) {
        return new Answer(mvc.post()
                .uri("/api/v1/files")
                .multipart()
                .file(new org.springframework.mock.web.MockMultipartFile("file", name, null, content))
                .header("Authorization", "Bearer " + token)
                .exchange());
    }

    /** A step of anything; more fields as they stand in JSON, each with a comma before it. */
    public Answer step(String path, String step, int version, String more) {
        return post(path + "/steps", "{'step':'%s','version':%d%s}".formatted(step, version, more));
    }

    /** A step of an item in the version that it has now. */
    public Answer step(UUID itemId, String step, String more) {
        return step("/items/" + itemId, step, version(itemId), more);
    }

    public int version(UUID itemId) {
        return item(itemId).at("/item/version").asInt();
    }

    public JsonNode item(UUID itemId) {
        return get("/items/" + itemId).ok();
    }

    /** One unit's part by its short name. */
    public JsonNode part(UUID itemId, String unit) {
        for (JsonNode part : item(itemId).get("units")) {
            if (part.get("unit").asString().equals(unit)
                    && !part.get("state").asString().equals("MOVED")) {
                return part;
            }
        }
        throw new AssertionError("no part of " + unit);
    }
}

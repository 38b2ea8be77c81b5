package org.luoshi.files.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.core.SecrecyGuard;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Looks at every text in every request body before a converter or a room sees it; a body is held whole, so it has a limit. */
@ControllerAdvice
class JsonGuard extends RequestBodyAdviceAdapter {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int LARGEST = 8 * 1024 * 1024;

    private final SecrecyGuard guard;

    JsonGuard(SecrecyGuard guard) {
        this.guard = guard;
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        byte[] body = message.getBody().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new MaxUploadSizeExceededException(LARGEST);
        }
        if (isJson(message.getHeaders().getContentType())) {
            checkJson(body);
        } else {
            guard.requireUnmarked(new String(body, StandardCharsets.UTF_8));
        }
        return new Kept(message.getHeaders(), body);
    }

    private static boolean isJson(@Nullable MediaType type) {
        return type == null
                || type.getSubtype().equals("json")
                || type.getSubtype().endsWith("+json");
    }

    private void checkJson(byte[] body) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    guard.requireUnmarked(parser.getString());
                } else if (token == JsonToken.PROPERTY_NAME) {
                    guard.requireNoMark(Objects.requireNonNull(parser.currentName()));
                }
            }
        } catch (JacksonException malformed) {
            // The converter refuses it right after with its own answer; nothing of it is kept. What a lenient reader
            // might make of it is looked at whole.
            guard.requireUnmarked(new String(body, StandardCharsets.UTF_8));
        }
    }

    private record Kept(HttpHeaders headers, byte[] body) implements HttpInputMessage {

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body);
        }
    }
}

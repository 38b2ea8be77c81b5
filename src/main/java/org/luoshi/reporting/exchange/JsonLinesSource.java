package org.luoshi.reporting.exchange;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luoshi.shared.BusinessException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** One report in each line, written as {@link SentReport} is. */
public final class JsonLinesSource implements BulkSource {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST_LINE = 256 * 1024;

    private final InputStream in;
    private final BulkMaker maker;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private long number;
    private boolean ended;

    /** Refused: nothing at all. */
    public JsonLinesSource(InputStream in, BulkMaker maker) throws IOException {
        this.in = new BufferedInputStream(in, 64 * 1024);
        this.maker = maker;
        this.in.mark(1);
        if (this.in.read() < 0) {
            throw ExchangeError.EMPTY.plain();
        }
        this.in.reset();
    }

    @Override
    public @Nullable BulkRow next() throws IOException {
        while (!ended) {
            boolean whole = readLine();
            String text = text();
            if (!whole || text == null || !text.isBlank()) {
                return whole && text != null ? row(text) : refused("letters");
            }
        }
        return null;
    }

    @Override
    public String encoding() {
        return StandardCharsets.UTF_8.name();
    }

    /** False where the line is far too long; the rest of it is skipped. */
    private boolean readLine() throws IOException {
        line.reset();
        number++;
        int c = in.read();
        while (c >= 0 && c != '\n') {
            if (line.size() <= LONGEST_LINE) {
                line.write(c);
            }
            c = in.read();
        }
        ended = c < 0;
        return line.size() <= LONGEST_LINE;
    }

    private @Nullable String text() {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString();
            return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private BulkRow row(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            return maker.row(number, new Line(parser).read());
        } catch (JacksonException malformed) {
            return refused("json");
        } catch (BusinessException refusal) {
            return BulkRow.refused(number, "", refusal);
        }
    }

    private BulkRow refused(String why) {
        return BulkRow.refused(number, "", wrong(why));
    }

    private static BusinessException wrong(String why) {
        return ExchangeError.ROW_WRONG.with(Map.of("why", "reporting.bulk-row-wrong." + why));
    }

    /** Reads one object; strict, because a misspelt name must not be swallowed. */
    private static final class Line {

        private final JsonParser parser;
        private final Map<String, String> texts = new HashMap<>();
        private Map<String, String> values = Map.of();
        private boolean zero;
        private boolean last = true;
        private int revision;

        Line(JsonParser parser) {
            this.parser = parser;
        }

        BulkMaker.Said read() {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw wrong("json");
            }
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
                String name = Objects.requireNonNullElse(parser.currentName(), "");
                take(name, parser.nextToken());
            }
            if (parser.nextToken() != null) {
                throw wrong("json");
            }
            return new BulkMaker.Said(
                    texts.getOrDefault("unit", "").strip(),
                    zero,
                    values,
                    texts.get("signer"),
                    revision,
                    texts.get("reason"),
                    last);
        }

        private void take(String name, JsonToken value) {
            switch (name) {
                case "unit", "signer", "reason" -> {
                    if (value != JsonToken.VALUE_NULL) {
                        texts.put(name, text(value));
                    }
                }
                case "zero" -> zero = truth(value);
                case "final" -> last = truth(value);
                case "revision" -> revision = revision(value);
                case "values" -> values = values(value);
                default -> throw wrong("name");
            }
        }

        private String text(JsonToken value) {
            if (value.isStructStart()) {
                throw wrong("json");
            }
            return parser.getString();
        }

        private static boolean truth(JsonToken value) {
            if (!value.isBoolean()) {
                throw wrong("truth");
            }
            return value == JsonToken.VALUE_TRUE;
        }

        private int revision(JsonToken value) {
            if (value != JsonToken.VALUE_NUMBER_INT) {
                throw wrong("revision");
            }
            return parser.getIntValue();
        }

        private Map<String, String> values(JsonToken start) {
            if (start == JsonToken.VALUE_NULL) {
                return Map.of();
            }
            if (start != JsonToken.START_OBJECT) {
                throw wrong("json");
            }
            Map<String, String> read = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String code = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value.isStructStart() || read.put(code, SentValues.written(parser, value)) != null) {
                    throw wrong("json");
                }
            }
            return read;
        }
    }
}

package org.luoshi.ledger.figures;

import java.util.HexFormat;
import java.util.List;
import org.luoshi.shared.SecretWord;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a bulletin's set as JSON that is always written the same way, and its SHA-256. */
@Component
class Freezer {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** A frozen set as it is kept. */
    record Frozen(String content, String evidence, String hash) {}

    Frozen freeze(FrozenContent content, List<FrozenFact> evidence) {
        String figures = JSON.writeValueAsString(content);
        String rows = JSON.writeValueAsString(evidence);
        return new Frozen(figures, rows, hash(figures, rows));
    }

    static String hash(String content, String evidence) {
        return HexFormat.of().formatHex(SecretWord.hash(content + "\n" + evidence));
    }

    FrozenContent content(String stored) {
        return JSON.readValue(stored, FrozenContent.class);
    }

    List<FrozenFact> evidence(String stored) {
        return JSON.readValue(stored, new TypeReference<List<FrozenFact>>() {});
    }

    String text(Object value) {
        return JSON.writeValueAsString(value);
    }

    <T> T read(String stored, TypeReference<T> type) {
        return JSON.readValue(stored, type);
    }
}

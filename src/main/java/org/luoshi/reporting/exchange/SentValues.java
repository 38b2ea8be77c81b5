package org.luoshi.reporting.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import org.luoshi.reporting.core.Incoming;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads the values of a report as they were written: 12, "12" and 1e5 stay what they are, null is "not known yet". */
final class SentValues extends ValueDeserializer<Map<String, String>> {

    @Override
    public Map<String, String> deserialize(JsonParser parser, DeserializationContext context) throws JacksonException {
        if (!parser.isExpectedStartObjectToken()) {
            return context.reportInputMismatch(Map.class, "An object is expected");
        }
        Map<String, String> values = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String code = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value.isStructStart() || values.put(code, written(parser, value)) != null) {
                return context.reportInputMismatch(Map.class, "One plain value for each field is expected");
            }
        }
        return values;
    }

    static String written(JsonParser parser, JsonToken value) {
        return value == JsonToken.VALUE_NULL ? Incoming.UNKNOWN : parser.getString();
    }
}

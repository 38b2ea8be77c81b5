package org.luoshi.reporting.core;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a report says, field by field. A field that is there with null is not known yet; one that is not there was not asked or not answered.
 *
 * @param zero the signed zero: every number is nought, and nothing else is said
 */
public record Figures(boolean zero, Map<String, @Nullable Object> values) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> VALUES = new TypeReference<>() {};

    public static final Figures ZERO = new Figures(true, Map.of());

    /** As it stands in the table; null there is zero. */
    public static Figures stored(@Nullable String json) {
        if (json == null) {
            return ZERO;
        }
        Map<String, @Nullable Object> values = JSON.readValue(json, VALUES);
        values.replaceAll((code, value) -> value instanceof Number number ? new BigDecimal(number.toString()) : value);
        return new Figures(false, values);
    }

    @Nullable
    String json() {
        return zero ? null : JSON.writeValueAsString(values);
    }

    public boolean isUnknown(String code) {
        return !zero && values.containsKey(code) && values.get(code) == null;
    }

    public boolean hasUnknown() {
        return values.values().stream().anyMatch(Objects::isNull);
    }

    /** The number of a field; null where it is unknown or was not said. */
    public @Nullable BigDecimal number(String code) {
        if (zero) {
            return BigDecimal.ZERO;
        }
        return values.get(code) instanceof BigDecimal number ? number : null;
    }

    /** All numbers that are known, for the rules. */
    Map<String, BigDecimal> numbers(ReportForm form) {
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        for (ReportField field : form.numbers()) {
            BigDecimal number = number(field.code());
            if (number != null) {
                numbers.put(field.code(), number);
            }
        }
        return numbers;
    }

    boolean says(Figures other) {
        return zero == other.zero
                && values.size() == other.values.size()
                && values.entrySet().stream()
                        .allMatch(value -> other.values.containsKey(value.getKey())
                                && same(value.getValue(), other.values.get(value.getKey())));
    }

    /** Whether something that was known before is said otherwise now. */
    boolean contradicts(Figures before) {
        if (before.zero || zero) {
            return before.zero != zero;
        }
        return before.values.entrySet().stream()
                .anyMatch(value -> value.getValue() != null && !same(value.getValue(), values.get(value.getKey())));
    }

    /** Whether both say the same to one field; unknown is not unsaid, and a zero says nought to numbers. */
    public boolean saysSame(ReportField field, Figures other) {
        String code = field.code();
        return isUnknown(code) == other.isUnknown(code)
                && (field.kind().isNumber()
                        ? same(number(code), other.number(code))
                        : same(values.get(code), other.values.get(code)));
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return one instanceof BigDecimal a && other instanceof BigDecimal b
                ? a.compareTo(b) == 0
                : Objects.equals(one, other);
    }
}

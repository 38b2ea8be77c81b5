package org.luoshi.reporting.filling;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.Figures;
import org.luoshi.reporting.core.Incoming;
import org.luoshi.reporting.core.ReportField;
import org.luoshi.reporting.core.ReportForm;

/**
 * A report as it was typed, letter by letter: {@code v.<code>} the value of a field, {@code u.<code>} that it is not known yet, {@code zero},
 * {@code signer}, {@code seen}, {@code reason}, {@code part} that more follows.
 */
public record TypedReport(Map<String, String> typed) {

    private static final int LONGEST = 2000;

    public static TypedReport empty(int seen) {
        return new TypedReport(Map.of("seen", Integer.toString(seen)));
    }

    /** What stands, to be followed up or corrected. */
    public static TypedReport of(ReportForm form, Figures figures, int seen) {
        Map<String, String> typed = new HashMap<>();
        typed.put("seen", Integer.toString(seen));
        for (ReportField field : form.fields()) {
            Object value = figures.values().get(field.code());
            if (figures.isUnknown(field.code())) {
                typed.put("u." + field.code(), "on");
            } else if (value instanceof Boolean yes) {
                typed.put("v." + field.code(), yes ? "YES" : "NO");
            } else if (value != null) {
                typed.put("v." + field.code(), value.toString());
            }
        }
        return new TypedReport(typed);
    }

    public boolean isZero() {
        return typed.containsKey("zero");
    }

    public String value(String code) {
        return typed.getOrDefault("v." + code, "");
    }

    public boolean isUnknown(String code) {
        return typed.containsKey("u." + code);
    }

    public String at(String name) {
        return typed.getOrDefault(name, "");
    }

    public int seen() {
        String seen = at("seen");
        return seen.matches("\\d{1,5}") ? Integer.parseInt(seen) : 0;
    }

    public boolean isLast() {
        return !typed.containsKey("part");
    }

    public @Nullable String reason() {
        return at("reason").isBlank() ? null : at("reason");
    }

    /** By code of field, as {@link Incoming} wants them. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        typed.forEach((name, value) -> {
            if (name.startsWith("v.") && !value.isBlank()) {
                values.putIfAbsent(name.substring(2), value);
            } else if (name.startsWith("u.")) {
                values.put(name.substring(2), Incoming.UNKNOWN);
            }
        });
        return values;
    }

    /** What may be kept as a draft: nothing longer than a person types. */
    Map<String, String> kept() {
        Map<String, String> kept = new LinkedHashMap<>();
        typed.forEach((name, value) -> {
            if ((name.startsWith("v.") || name.startsWith("u.") || name.equals("part")) && value.length() <= LONGEST) {
                kept.put(name, value);
            }
        });
        return kept;
    }
}

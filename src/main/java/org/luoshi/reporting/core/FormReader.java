package org.luoshi.reporting.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.springframework.stereotype.Component;

/** Reads what was typed into a form. */
@Component
public class FormReader {

    private final FilesApi files;

    FormReader(FilesApi files) {
        this.files = files;
    }

    /**
     * The figures of a report. Refused: a field that the form does not have, one that must be said and is left out, one that cannot be read
     * (each with {@code field}), zero together with figures, nothing at all. Text with a state-secret mark is refused too.
     */
    public Figures read(ReportForm form, boolean zero, Map<String, String> typed) {
        if (zero) {
            if (typed.values().stream().anyMatch(value -> !value.isBlank())) {
                throw ReportingError.ZERO_WITH_FIGURES.plain();
            }
            return Figures.ZERO;
        }
        refuseStrangers(form, typed);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (ReportField field : form.fields()) {
            String value = typed.getOrDefault(field.code(), "").strip();
            if (value.equals(Incoming.UNKNOWN) || value.equals("？")) {
                values.put(field.code(), null);
            } else if (!value.isEmpty()) {
                values.put(field.code(), read(field, value));
            } else if (field.required()) {
                throw ReportingError.FIELD_MISSING.with(Map.of("field", field.code(), "name", field.name()));
            }
        }
        if (values.isEmpty()) {
            throw ReportingError.NOTHING_SAID.plain();
        }
        return new Figures(false, values);
    }

    private Object read(ReportField field, String value) {
        Object read = FieldReader.read(field, value);
        if (field.kind() == FieldKind.TEXT) {
            files.requireUnmarked(value);
        }
        return read;
    }

    private static void refuseStrangers(ReportForm form, Map<String, String> typed) {
        Set<String> codes = form.fields().stream().map(ReportField::code).collect(Collectors.toSet());
        typed.keySet().stream()
                .filter(code -> !codes.contains(code))
                .findFirst()
                .ifPresent(code -> {
                    throw ReportingError.UNKNOWN_FIELD.with(Map.of("field", code));
                });
    }
}

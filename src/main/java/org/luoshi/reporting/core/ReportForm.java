package org.luoshi.reporting.core;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One issued version of a form; never changes. */
public record ReportForm(UUID formId, int number, String name, List<ReportField> fields, List<FormRule> rules) {

    /** The fields that are added up, in the order of the arrays of the totals. */
    public List<ReportField> numbers() {
        return fields.stream().filter(field -> field.kind().isNumber()).toList();
    }

    public Optional<ReportField> field(String code) {
        return fields.stream().filter(field -> field.code().equals(code)).findFirst();
    }
}

package org.luoshi.ledger.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.luoshi.ledger.core.ImportError;
import org.luoshi.ledger.core.ImportMeaning;
import org.luoshi.ledger.core.ImportTarget;
import org.springframework.util.MultiValueMap;

/** The mapping as it was typed. */
record ImportMappingForm(MultiValueMap<String, String> fields) {

    int version() {
        return number("version");
    }

    String sheet() {
        return field("sheet");
    }

    int headingRow() {
        return number("headingRow");
    }

    String title() {
        return field("title");
    }

    LocalDate reference() {
        try {
            return LocalDate.parse(field("reference"));
        } catch (DateTimeException noDay) {
            throw ImportError.REFERENCE_WRONG.with(Map.of("written", field("reference")));
        }
    }

    ImportTarget target() {
        return Arrays.stream(ImportTarget.values())
                .filter(target -> target.name().equals(field("target")))
                .findFirst()
                .orElse(ImportTarget.UNDER_WAY);
    }

    /** One for each column, those that were not on the page being ignored. */
    List<ImportMeaning> meanings(int columns) {
        return java.util.stream.IntStream.range(0, columns)
                .mapToObj(i -> meaning(field("column-" + i)))
                .toList();
    }

    private static ImportMeaning meaning(String name) {
        return Arrays.stream(ImportMeaning.values())
                .filter(meaning -> meaning.name().equals(name))
                .findFirst()
                .orElse(ImportMeaning.IGNORE);
    }

    private int number(String name) {
        String text = field(name);
        return text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
    }

    private String field(String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }
}

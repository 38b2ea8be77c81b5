package org.luoshi.organization.core;

import java.util.Map;

/**
 * What happens to one row.
 *
 * @param number as Excel shows it
 * @param textKey why, with {@code details}
 */
public record ImportLine(int number, String what, Kind kind, String textKey, Map<String, Object> details) {

    public enum Kind {
        NEW,
        KNOWN,
        ERROR
    }

    /** Name, value, name, value: as texts want their arguments. */
    public Object[] arguments() {
        return details.entrySet().stream()
                .flatMap(detail -> java.util.stream.Stream.of(detail.getKey(), detail.getValue()))
                .toArray();
    }
}

package org.luoshi.ledger.core;

import java.util.Map;
import java.util.stream.Stream;

/** What the dry run has to say about a row; its text is {@code ledger.import.row.<key>}. */
public record ImportMessage(Level level, String key, Map<String, String> arguments) {

    /** Only an error stands in the way of filing. */
    public enum Level {
        ERROR,
        WARNING,
        INFO
    }

    static ImportMessage error(String key, String... namesAndValues) {
        return new ImportMessage(Level.ERROR, key, map(namesAndValues));
    }

    static ImportMessage warning(String key, String... namesAndValues) {
        return new ImportMessage(Level.WARNING, key, map(namesAndValues));
    }

    static ImportMessage info(String key, String... namesAndValues) {
        return new ImportMessage(Level.INFO, key, map(namesAndValues));
    }

    public String textKey() {
        return "ledger.import.row." + key;
    }

    /** As name, value, name, value: what a text takes. */
    public Object[] namesAndValues() {
        return arguments.entrySet().stream()
                .flatMap(argument -> Stream.of(argument.getKey(), argument.getValue()))
                .toArray();
    }

    private static Map<String, String> map(String... namesAndValues) {
        return switch (namesAndValues.length) {
            case 0 -> Map.of();
            case 2 -> Map.of(namesAndValues[0], namesAndValues[1]);
            default -> Map.of(namesAndValues[0], namesAndValues[1], namesAndValues[2], namesAndValues[3]);
        };
    }
}

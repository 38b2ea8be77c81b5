package org.luoshi.documents.core;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.documents.DocumentError;
import org.luoshi.shared.BusinessException;

/** The values at one place of a template: those of the map that is being repeated, then those around it. */
final class Scope {

    static final String ANY = ".any";

    private final Map<?, ?> values;
    private final @Nullable Scope around;

    Scope(Map<?, ?> values, @Nullable Scope around) {
        this.values = values;
        this.around = around;
    }

    /** Whether a tag asks only if there is anything: {@code name.any}. */
    static boolean isQuestion(String tag) {
        return tag.endsWith(ANY);
    }

    /** A text, a list of scopes, or for {@code name.any} true or false. */
    Object get(String tag) {
        if (isQuestion(tag)) {
            return isThere(find(tag.substring(0, tag.length() - ANY.length())));
        }
        Object value = find(tag);
        if (value instanceof String text) {
            return writable(text);
        }
        return items(tag, value);
    }

    String text(String tag) {
        if (get(tag) instanceof String text) {
            return text;
        }
        throw wrongKind(tag);
    }

    List<Scope> list(String tag) {
        Object value = find(tag);
        if (value instanceof String) {
            throw wrongKind(tag);
        }
        return items(tag, value);
    }

    private List<Scope> items(String tag, Object value) {
        if (!(value instanceof List<?> items)) {
            throw new IllegalArgumentException("The value of " + tag + " is neither a text nor a list");
        }
        return items.stream()
                .map(item -> {
                    if (item instanceof Map<?, ?> map) {
                        return new Scope(map, this);
                    }
                    throw new IllegalArgumentException("The list " + tag + " holds something else than maps");
                })
                .toList();
    }

    private Object find(String name) {
        for (Scope scope = this; scope != null; scope = scope.around) {
            Object value = scope.values.get(name);
            if (value != null) {
                return value;
            }
        }
        throw DocumentError.MISSING_VALUE.with(Map.of("tag", name));
    }

    private static boolean isThere(Object value) {
        return value instanceof String text ? !text.isBlank() : !(value instanceof List<?> items && items.isEmpty());
    }

    private static BusinessException wrongKind(String tag) {
        return DocumentError.WRONG_KIND.with(Map.of("tag", tag));
    }

    /** Without what XML cannot hold: control characters and halves of characters. */
    private static String writable(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(Scope::isWritable)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isWritable(int character) {
        return character == '\n'
                || character == '\t'
                || character >= 0x20 && character < 0xD800
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000;
    }
}

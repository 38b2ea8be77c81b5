package org.luoshi.files.core;

/** Keeps the text, up to a length that any reader of it can bear. */
final class TextCollector implements TextSink {

    private static final int MOST_CHARACTERS = 20_000_000;

    private final StringBuilder all = new StringBuilder();

    @Override
    public void part(boolean isTop) {
        if (!all.isEmpty()) {
            all.append('\n');
        }
    }

    @Override
    public void line(String text) {
        if (all.length() + text.length() > MOST_CHARACTERS) {
            throw FileError.TOO_MUCH_TO_LOOK_AT.plain();
        }
        all.append(text).append('\n');
    }

    String text() {
        return all.toString();
    }
}

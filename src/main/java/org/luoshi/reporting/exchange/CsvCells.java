package org.luoshi.reporting.exchange;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a CSV one by one: quotes as in RFC 4180; comma, semicolon or tab, whichever the heading uses. */
final class CsvCells {

    private static final int LONGEST_CELL = 5000;
    private static final int MOST_CELLS = 1000;

    private final Reader in;
    private final char[] buffer = new char[32 * 1024];
    private final StringBuilder cell = new StringBuilder();
    private int filled;
    private int at;
    private char separator = ',';
    private boolean broken;

    CsvCells(Reader in) {
        this.in = in;
    }

    /** Whether the row that was read last was cut: a cell without end, or far too many of them. */
    boolean isBroken() {
        return broken;
    }

    /** The heading; decides about the separator. */
    @Nullable
    List<String> head() throws IOException {
        if (fill()) {
            separator = separatorOf(new String(buffer, 0, filled));
        }
        return next();
    }

    private static char separatorOf(String start) {
        String line = start.lines().findFirst().orElse("");
        long tabs = line.chars().filter(c -> c == '\t').count();
        long commas = line.chars().filter(c -> c == ',').count();
        long semicolons = line.chars().filter(c -> c == ';').count();
        if (tabs > commas && tabs > semicolons) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }

    /** The cells of the next row; null at the end. */
    @Nullable
    List<String> next() throws IOException {
        int c = read();
        if (c < 0) {
            return null;
        }
        broken = false;
        List<String> cells = new ArrayList<>();
        while (true) {
            c = c == '"' ? quoted() : plain(c);
            take(cells);
            if (c != separator) {
                return cells;
            }
            c = read();
        }
    }

    private void take(List<String> cells) {
        if (cells.size() < MOST_CELLS) {
            cells.add(cell.toString());
        } else {
            broken = true;
        }
        cell.setLength(0);
    }

    /** Reads up to the separator or the end of the row and returns which it was. */
    private int plain(int first) throws IOException {
        int c = first;
        while (c != separator && !isEnd(c)) {
            add(c);
            c = read();
        }
        return c == '\r' ? afterReturn() : c;
    }

    private int quoted() throws IOException {
        while (true) {
            int c = read();
            if (c < 0) {
                broken = true;
                return -1;
            }
            if (c == '"') {
                c = read();
                if (c != '"') {
                    return plain(c);
                }
            }
            add(c);
            if (broken && c == '\n') {
                return '\n';
            }
        }
    }

    private void add(int c) {
        if (cell.length() < LONGEST_CELL) {
            cell.append((char) c);
        } else {
            broken = true;
        }
    }

    private static boolean isEnd(int c) {
        return c < 0 || c == '\n' || c == '\r';
    }

    private int afterReturn() throws IOException {
        int c = read();
        if (c >= 0 && c != '\n') {
            at--;
        }
        return '\n';
    }

    private int read() throws IOException {
        return at < filled || fill() ? buffer[at++] : -1;
    }

    private boolean fill() throws IOException {
        filled = Math.max(0, in.read(buffer, 0, buffer.length));
        at = 0;
        return filled > 0;
    }
}

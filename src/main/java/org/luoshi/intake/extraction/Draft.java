package org.luoshi.intake.extraction;

import java.util.ArrayList;
import java.util.List;

/** An item that is being put together: pieces of lines, and what is said of whose it is. */
final class Draft {

    private final String reference;
    private final List<String> section;
    private final List<Part> parts;
    private Assignment assignment;

    Draft(String reference, List<String> section, List<Part> parts, Assignment assignment) {
        this.reference = reference;
        this.section = section;
        this.parts = List.copyOf(parts);
        this.assignment = assignment;
    }

    /** A piece of a line. */
    record Part(Line line, int from, int to) {
        boolean isSaid() {
            return from < to && Texts.isSaid(line.plain().substring(from, to));
        }
    }

    String reference() {
        return reference;
    }

    List<String> section() {
        return section;
    }

    List<Part> parts() {
        return parts;
    }

    Assignment assignment() {
        return assignment;
    }

    void add(Assignment more) {
        assignment = assignment.and(more);
    }

    Span span() {
        Part first = parts.get(0);
        Part last = parts.get(parts.size() - 1);
        return new Span(first.line().textStart(first.from()), last.line().textEnd(last.to()));
    }

    String plain() {
        StringBuilder plain = new StringBuilder();
        parts.forEach(part -> plain.append(part.line().plain(), part.from(), part.to()));
        return plain.toString();
    }

    String written() {
        List<String> written = new ArrayList<>();
        Line before = null;
        for (Part part : parts) {
            String text = part.line().written(part.from(), part.to()).strip();
            if (before == part.line() && !written.isEmpty()) {
                written.set(written.size() - 1, written.get(written.size() - 1) + text);
            } else if (!text.isEmpty()) {
                written.add(text);
            }
            before = part.line();
        }
        return String.join("\n", written);
    }
}

package org.luoshi.meetings.invitation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.luoshi.meetings.invitation.CalendarReply.Answer;

/**
 * Reads the one thing that is wanted from a calendar file: an answer to one appointment. Line by line and without ever expanding anything: what
 * repeats, is too large or nested too deep is refused.
 */
final class CalendarReplyReader {

    /** In bytes. */
    static final int LARGEST = 64 * 1024;

    private static final int DEEPEST = 4;
    private static final int MOST_PEOPLE = 20;
    private static final Set<String> REPEATING = Set.of("RRULE", "RDATE", "EXRULE", "EXDATE", "RECURRENCE-ID");

    private final Deque<String> open = new ArrayDeque<>();
    private final List<Answer> people = new ArrayList<>();
    private String method = "";
    private String uid = "";
    private String comment = "";
    private int sequence;
    private int events;

    private CalendarReplyReader() {}

    static CalendarReply read(String text) {
        if (text.length() > LARGEST || text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw InvitationError.REPLY_TOO_LARGE.with(Map.of("field", "reply", "kilobytes", LARGEST / 1024));
        }
        CalendarReplyReader reader = new CalendarReplyReader();
        unfolded(text).forEach(line -> reader.take(ContentLine.read(line)));
        return reader.reply();
    }

    /** Lines that go on in the next one, which then begins with a blank, become one. */
    private static List<String> unfolded(String text) {
        List<StringBuilder> lines = new ArrayList<>();
        for (String line : text.split("\r\n|\n|\r", -1)) {
            boolean goesOn = !lines.isEmpty() && (line.startsWith(" ") || line.startsWith("\t"));
            if (goesOn) {
                lines.get(lines.size() - 1).append(line, 1, line.length());
            } else if (!line.isBlank()) {
                lines.add(new StringBuilder(line));
            }
        }
        return lines.stream().map(StringBuilder::toString).toList();
    }

    private void take(ContentLine line) {
        if (line.name().equals("BEGIN")) {
            begin(line.value().toUpperCase(Locale.ROOT));
        } else if (line.name().equals("END")) {
            if (open.isEmpty() || !open.pop().equals(line.value().toUpperCase(Locale.ROOT))) {
                throw unreadable();
            }
        } else if (open.size() == 1) {
            if (line.name().equals("METHOD")) {
                method = line.value().toUpperCase(Locale.ROOT);
            }
        } else if (open.size() == 2 && "VEVENT".equals(open.peek())) {
            event(line);
        }
    }

    private void begin(String component) {
        if (open.size() >= DEEPEST || open.isEmpty() != component.equals("VCALENDAR")) {
            throw unreadable();
        }
        open.push(component);
        if (component.equals("VEVENT")) {
            events++;
            if (events > 1) {
                throw InvitationError.REPLY_RECURRENT.with(Map.of("field", "reply"));
            }
        }
    }

    private void event(ContentLine line) {
        if (REPEATING.contains(line.name())) {
            throw InvitationError.REPLY_RECURRENT.with(Map.of("field", "reply"));
        }
        switch (line.name()) {
            case "UID" -> uid = line.text();
            case "SEQUENCE" -> sequence = number(line.value());
            case "COMMENT" -> comment = line.text();
            case "ATTENDEE" -> people.add(person(line));
            default -> {
                // What else an appointment says is ours already.
            }
        }
        if (people.size() > MOST_PEOPLE) {
            throw unreadable();
        }
    }

    private static int number(String written) {
        if (!written.strip().matches("\\d{1,9}")) {
            throw unreadable();
        }
        return Integer.parseInt(written.strip());
    }

    private static Answer person(ContentLine line) {
        String delegatedTo = line.parameters().get("DELEGATED-TO");
        if (delegatedTo != null && delegatedTo.contains(",")) {
            throw unreadable();
        }
        return new Answer(
                line.parameters().getOrDefault("CN", "").strip(),
                address(line.value()),
                line.parameters().getOrDefault("PARTSTAT", "NEEDS-ACTION").toUpperCase(Locale.ROOT),
                delegatedTo == null ? null : address(delegatedTo),
                line.parameters().containsKey("DELEGATED-FROM"));
    }

    private static String address(String written) {
        String address = written.strip().toLowerCase(Locale.ROOT);
        return address.startsWith("mailto:") ? address.substring("mailto:".length()) : address;
    }

    private CalendarReply reply() {
        if (!open.isEmpty() || events == 0 || uid.isEmpty() || people.isEmpty()) {
            throw unreadable();
        }
        if (!method.equals("REPLY")) {
            throw InvitationError.REPLY_NO_REPLY.with(Map.of("field", "reply"));
        }
        return new CalendarReply(uid, sequence, people, comment);
    }

    private static RuntimeException unreadable() {
        return InvitationError.REPLY_UNREADABLE.with(Map.of("field", "reply"));
    }

    /** {@code NAME;PARAMETER="value":value}. */
    private record ContentLine(String name, Map<String, String> parameters, String value) {

        static ContentLine read(String line) {
            int colon = end(line, 0, ':');
            if (colon < 0) {
                throw unreadable();
            }
            Map<String, String> parameters = new HashMap<>();
            int from = end(line, 0, ';');
            String name = line.substring(0, from < 0 || from > colon ? colon : from);
            while (from >= 0 && from < colon) {
                int next = end(line, from + 1, ';');
                int until = next < 0 || next > colon ? colon : next;
                put(parameters, line.substring(from + 1, until));
                from = next;
            }
            return new ContentLine(name.strip().toUpperCase(Locale.ROOT), parameters, line.substring(colon + 1));
        }

        private static void put(Map<String, String> parameters, String written) {
            int equals = written.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        written.substring(0, equals).strip().toUpperCase(Locale.ROOT),
                        written.substring(equals + 1).replace("\"", ""));
            }
        }

        /** Where the sign stands next outside quotes; -1 for nowhere. */
        private static int end(String line, int from, char sign) {
            boolean quoted = false;
            for (int i = from; i < line.length(); i++) {
                char at = line.charAt(i);
                if (at == '"') {
                    quoted = !quoted;
                } else if (at == sign && !quoted) {
                    return i;
                }
            }
            return -1;
        }

        String text() {
            return value.replace("\\n", "\n")
                    .replace("\\N", "\n")
                    .replace("\\,", ",")
                    .replace("\\;", ";")
                    .replace("\\\\", "\\")
                    .strip();
        }
    }
}

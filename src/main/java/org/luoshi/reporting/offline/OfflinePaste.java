package org.luoshi.reporting.offline;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.luoshi.shared.BusinessException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the answer that the web form made: the JSON of its file, or the text to be copied, {@code [luoshi:…]}, which survives what mail programs
 * do to lines.
 */
final class OfflinePaste {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BEGIN = "[luoshi:";
    private static final int LONGEST = 500_000;

    private OfflinePaste() {}

    static OfflineAnswer read(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1).strip() : text.strip();
        if (plain.length() > LONGEST) {
            throw OfflineError.UNREADABLE.plain();
        }
        if (plain.startsWith("<")) {
            throw OfflineError.FORM_ITSELF.plain();
        }
        try {
            return answer(JSON.readTree(plain.startsWith("{") ? plain : unwrapped(plain)));
        } catch (JacksonException damaged) {
            throw plain.contains(BEGIN) || plain.startsWith("{")
                    ? OfflineError.COPIED_PARTLY.plain()
                    : OfflineError.UNREADABLE.plain();
        }
    }

    /** Whatever a mail says before and after it, and the marks it puts before each line. */
    private static String unwrapped(String text) {
        int begin = text.indexOf(BEGIN);
        if (begin < 0) {
            throw OfflineError.UNREADABLE.plain();
        }
        int end = text.indexOf(']', begin);
        if (end < 0) {
            throw OfflineError.COPIED_PARTLY.plain();
        }
        String packed = text.substring(begin + BEGIN.length(), end).replaceAll("[\\s>]", "");
        try {
            return new String(Base64.getDecoder().decode(packed), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException damaged) {
            throw OfflineError.COPIED_PARTLY.plain();
        }
    }

    private static OfflineAnswer answer(JsonNode answer) {
        if (!answer.path("luoshi").asString("").equals(OfflineMarks.FORM)) {
            throw OfflineError.UNREADABLE.plain();
        }
        Map<String, String> typed = new HashMap<>();
        TreeSet<String> asked = new TreeSet<>();
        answer.path("fields").forEach(code -> asked.add(text(code)));
        answer.path("values")
                .properties()
                .forEach(value -> typed.put(OfflineMarks.VALUE + value.getKey(), text(value.getValue())));
        answer.path("unknown").forEach(code -> unknown(text(code), typed));
        for (String name : new String[] {OfflineMarks.SIGNER, OfflineMarks.TELEPHONE, OfflineMarks.REASON}) {
            typed.put(name, text(answer.path(name)));
        }
        for (String name : new String[] {OfflineMarks.ZERO, OfflineMarks.PART}) {
            if (answer.path(name).asBoolean(false)) {
                typed.put(name, "on");
            }
        }
        return new OfflineAnswer(text(answer.path("token")), asked, typed);
    }

    private static void unknown(String code, Map<String, String> typed) {
        String value = typed.getOrDefault(OfflineMarks.VALUE + code, "");
        if (!value.isBlank()) {
            throw OfflineError.BOTH.with(Map.of("name", code, "typed", value));
        }
        typed.put(OfflineMarks.UNKNOWN + code, "on");
    }

    private static String text(JsonNode node) {
        if (node.isContainer()) {
            throw damaged();
        }
        return node.isMissingNode() || node.isNull() ? "" : node.asString("");
    }

    private static BusinessException damaged() {
        return OfflineError.UNREADABLE.plain();
    }
}

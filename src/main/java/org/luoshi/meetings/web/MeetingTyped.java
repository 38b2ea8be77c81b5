package org.luoshi.meetings.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.MeetingError;
import org.luoshi.platform.Page;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.springframework.http.HttpStatus;

/** Reads what was typed into the forms of meetings; what cannot be read is refused with the name of its field. */
final class MeetingTyped {

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2199;

    private MeetingTyped() {}

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    static LocalDate day(String field, @Nullable String typed) {
        String text = required(field, typed);
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException unreadable) {
            throw MeetingError.DAY_UNREADABLE.with(Map.of("field", field, "date", text));
        }
        throw MeetingError.DAY_UNREADABLE.with(Map.of("field", field, "date", text));
    }

    static @Nullable LocalDate dayOrNull(String field, @Nullable String typed) {
        return text(typed).isEmpty() ? null : day(field, typed);
    }

    static LocalTime time(String field, @Nullable String typed) {
        String text = required(field, typed);
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException unreadable) {
            throw MeetingError.TIME_UNREADABLE.with(Map.of("field", field, "time", text));
        }
    }

    /** A day and a time of the office's zone. */
    static Instant instant(
            String dayField, @Nullable String day, String timeField, @Nullable String time, ZoneId zone) {
        return day(dayField, day).atTime(time(timeField, time)).atZone(zone).toInstant();
    }

    static int number(String field, @Nullable String typed, int least, int most) {
        String text = required(field, typed);
        int number = text.matches("\\d{1,7}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw MeetingError.NUMBER_UNREADABLE.with(Map.of("field", field, "least", least, "most", most));
        }
        return number;
    }

    static @Nullable Integer numberOrNull(String field, @Nullable String typed, int least, int most) {
        return text(typed).isEmpty() ? null : number(field, typed, least, most);
    }

    static <E extends Enum<E>> E choice(String field, Class<E> type, @Nullable String typed) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> MeetingError.CHOICE_UNKNOWN.with(Map.of("field", field)));
    }

    static UUID id(String field, @Nullable String typed) {
        try {
            return UUID.fromString(required(field, typed));
        } catch (IllegalArgumentException noId) {
            throw MeetingError.CHOICE_UNKNOWN.with(Map.of("field", field));
        }
    }

    /** Texts between line ends, commas and 、. */
    static List<String> several(@Nullable String typed) {
        return Arrays.stream(text(typed).split("[\\n\\r、，,;；]+"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /** 0 for what is no version, so that it is a conflict and no fault. */
    static int version(@Nullable String typed) {
        return typed != null && typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
    }

    static boolean ticked(@Nullable String typed) {
        return typed != null && !typed.isBlank();
    }

    private static String required(String field, @Nullable String typed) {
        String text = text(typed);
        if (text.isEmpty()) {
            throw MeetingError.FIELD_MISSING.with(Map.of("field", field));
        }
        return text;
    }

    /** The same refusal, said beside this field. */
    static BusinessException atField(String field, BusinessException refusal) {
        Map<String, Object> details = new HashMap<>(refusal.details());
        details.put("field", field);
        return new BusinessException(refusal.error(), details);
    }

    /** The reason beside the field it is about, or above the form. */
    static Map<String, String> errors(Page page, BusinessException refusal) {
        String field = refusal.details().get("field") instanceof String name ? name : "";
        return Map.of(field, page.reason(refusal));
    }

    /** What is not there or not allowed is no matter of the form: it goes on to the page for that. */
    static void passOn(BusinessException refusal) {
        ErrorCode.Kind kind = refusal.error().kind();
        if (kind == ErrorCode.Kind.NOT_FOUND || kind == ErrorCode.Kind.FORBIDDEN) {
            throw refusal;
        }
    }

    static HttpStatus status(BusinessException refusal) {
        return refusal.error().kind() == ErrorCode.Kind.CONFLICT
                ? HttpStatus.CONFLICT
                : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}

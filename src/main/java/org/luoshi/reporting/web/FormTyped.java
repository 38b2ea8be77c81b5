package org.luoshi.reporting.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Page;
import org.luoshi.reporting.forms.FormError;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.springframework.http.HttpStatus;

/** Reads what was typed into the forms of reporting; what cannot be read is refused with the name of its field. */
final class FormTyped {

    private FormTyped() {}

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    static LocalDate day(String field, @Nullable String typed) {
        try {
            String text = required(field, typed);
            if (!text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                throw unreadable(field);
            }
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw unreadable(field);
        }
    }

    static LocalTime time(String field, @Nullable String typed) {
        try {
            return LocalTime.parse(required(field, typed));
        } catch (DateTimeException e) {
            throw unreadable(field);
        }
    }

    static int number(String field, @Nullable String typed, int least, int most) {
        String text = required(field, typed);
        int number = text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw unreadable(field);
        }
        return number;
    }

    static @Nullable BigDecimal decimal(String field, @Nullable String typed) {
        String text = text(typed);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("-?\\d{1,13}(\\.\\d{1,4})?")) {
            throw unreadable(field);
        }
        return new BigDecimal(text);
    }

    static <E extends Enum<E>> E choice(String field, Class<E> type, @Nullable String typed) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> unreadable(field));
    }

    static UUID id(String field, @Nullable String typed) {
        try {
            return UUID.fromString(required(field, typed));
        } catch (IllegalArgumentException e) {
            throw unreadable(field);
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
        return switch (refusal.error().kind()) {
            case CONFLICT -> HttpStatus.CONFLICT;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    private static String required(String field, @Nullable String typed) {
        if (text(typed).isEmpty()) {
            throw FormError.MISSING.with(Map.of("field", field));
        }
        return text(typed);
    }

    private static BusinessException unreadable(String field) {
        return FormError.UNREADABLE.with(Map.of("field", field, "most", ""));
    }
}

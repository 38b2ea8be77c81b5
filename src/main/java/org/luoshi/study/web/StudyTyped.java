package org.luoshi.study.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Page;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.luoshi.study.core.StudyError;
import org.springframework.http.HttpStatus;

/** Reads what was typed into the forms of study; what cannot be read is refused with the name of its field. */
final class StudyTyped {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private StudyTyped() {}

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    static LocalDate day(String field, String typed) {
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                throw StudyError.DAY_UNREADABLE.with(Map.of("field", field, "date", typed));
            }
            return day;
        } catch (DateTimeException unreadable) {
            throw StudyError.DAY_UNREADABLE.with(Map.of("field", field, "date", typed));
        }
    }

    static LocalTime time(String field, String typed) {
        try {
            return LocalTime.parse(typed.strip());
        } catch (DateTimeException unreadable) {
            throw StudyError.TIME_UNREADABLE.with(Map.of("field", field, "time", typed));
        }
    }

    static int number(String field, String typed, int least, int most) {
        String digits = typed.strip();
        int number = digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : -1;
        if (number < least || number > most) {
            throw StudyError.NUMBER_UNREADABLE.with(Map.of("field", field, "least", least, "most", most));
        }
        return number;
    }

    /** A number above zero with at most two decimals. */
    static BigDecimal amount(String field, String typed) {
        String written = typed.strip();
        boolean isNumber = written.matches("\\d{1,4}(\\.\\d{1,2})?");
        if (!isNumber || new BigDecimal(written).signum() == 0) {
            throw StudyError.AMOUNT_UNREADABLE.with(Map.of("field", field, "amount", typed));
        }
        return new BigDecimal(written);
    }

    static @Nullable Integer yearOrNull(String field, String typed) {
        return typed.isBlank() ? null : number(field, typed, FIRST_YEAR, LAST_YEAR);
    }

    /** 0 for what is no version, so that it is a conflict and no fault. */
    static int version(String typed) {
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
    }

    static @Nullable UUID idOrNull(String field, String typed) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(typed.strip());
        } catch (IllegalArgumentException noId) {
            throw StudyError.CHOICE_UNKNOWN.with(Map.of("field", field));
        }
    }

    /** The reason beside the field it is about, or above the form. */
    static Map<String, String> errors(Page page, BusinessException refusal) {
        String field = refusal.details().get("field") instanceof String name ? name : "";
        return Map.of(field, page.reason(refusal));
    }

    /** As {@link #errors}; what is wrong with a file stands beside its field. */
    static Map<String, String> fileErrors(Page page, BusinessException refusal) {
        return refusal.error().code().startsWith("files.")
                ? Map.of("file", page.reason(refusal))
                : errors(page, refusal);
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

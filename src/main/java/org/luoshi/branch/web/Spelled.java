package org.luoshi.branch.web;

import static org.luoshi.branch.core.BranchError.DAY_UNREADABLE;
import static org.luoshi.branch.core.PeopleError.AMOUNT_UNREADABLE;
import static org.luoshi.branch.core.PeopleError.INCOMPLETE;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.springframework.http.HttpStatus;

/** What a field of a form spells: days, ids and sums out of strings, refused with the name of the field where there is nothing. */
final class Spelled {

    private Spelled() {}

    /** Empty where the form did not send it. */
    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    static LocalDate day(String field, String text) {
        LocalDate day = dayOrNull(text);
        if (day == null) {
            throw INCOMPLETE.with(Map.of("field", field));
        }
        return day;
    }

    static @Nullable LocalDate dayOrNull(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException noDay) {
            throw DAY_UNREADABLE.with(Map.of("date", text));
        }
    }

    static UUID id(String field, String text) {
        UUID id = idOrNull(field, text);
        if (id == null) {
            throw INCOMPLETE.with(Map.of("field", field));
        }
        return id;
    }

    static @Nullable UUID idOrNull(String field, String text) {
        try {
            return text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw INCOMPLETE.with(Map.of("field", field));
        }
    }

    /** One of these constants; refused where it is none. */
    static <E extends Enum<E>> E one(Class<E> type, String field, String text) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw INCOMPLETE.with(Map.of("field", field));
    }

    /** Yuan with two decimals at most. */
    static BigDecimal yuan(String text) {
        String sum = text.strip();
        if (!sum.matches("\\d{1,8}(\\.\\d{1,2})?")) {
            throw AMOUNT_UNREADABLE.plain();
        }
        return new BigDecimal(sum);
    }

    static HttpStatus statusOf(BusinessException refusal) {
        return refusal.error().kind() == ErrorCode.Kind.CONFLICT
                ? HttpStatus.CONFLICT
                : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    /** What is not there, or not for them, is no mistake in a form: the page of errors says it. */
    static BusinessException unlessAboutTheForm(BusinessException refusal) {
        ErrorCode.Kind kind = refusal.error().kind();
        if (kind == ErrorCode.Kind.NOT_FOUND || kind == ErrorCode.Kind.FORBIDDEN) {
            throw refusal;
        }
        return refusal;
    }
}

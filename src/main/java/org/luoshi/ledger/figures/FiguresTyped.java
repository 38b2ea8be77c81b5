package org.luoshi.ledger.figures;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Page;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.springframework.http.HttpStatus;

/** Reads what was typed, and says what was wrong beside its field. */
final class FiguresTyped {

    private FiguresTyped() {}

    static Map<String, String> errors(Page page, BusinessException refusal) {
        String field = refusal.details().get("field") instanceof String name ? name : "";
        return Map.of(field, page.reason(refusal));
    }

    /** What is not there or not allowed is no matter of a form. */
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

    static String words(String field, @Nullable String typed, int most) {
        String words = FiguresForm.text(typed);
        if (words.isEmpty()) {
            throw FiguresError.FIELD_MISSING.with(Map.of("field", field));
        }
        return atMost(field, words, most);
    }

    static String atMost(String field, String words, int most) {
        if (words.codePointCount(0, words.length()) > most) {
            throw FiguresError.TOO_LONG.with(Map.of("field", field, "most", most));
        }
        return words;
    }

    static int offset(String typed) {
        return typed.matches("\\d{1,7}") ? Integer.parseInt(typed) : 0;
    }

    static int version(@Nullable String typed) {
        return typed != null && typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : -1;
    }

    static BigDecimal number(String field, String typed) {
        if (!typed.matches("-?\\d{1,4}(\\.\\d{1,2})?")) {
            throw FiguresError.NUMBER.with(Map.of("field", field, "value", typed));
        }
        return new BigDecimal(typed);
    }
}

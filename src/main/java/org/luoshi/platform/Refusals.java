package org.luoshi.platform;

import java.util.Locale;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.springframework.http.HttpStatus;

/** How a "the rules say no" is told: status and text. */
final class Refusals {

    private Refusals() {}

    static String text(Texts texts, Locale locale, BusinessException refusal) {
        Object[] arguments = refusal.details().entrySet().stream()
                .flatMap(detail -> java.util.stream.Stream.of(detail.getKey(), detail.getValue()))
                .toArray();
        return texts.get(locale, refusal.error().code(), arguments);
    }

    static HttpStatus statusOf(ErrorCode.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case RULE_VIOLATED -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
        };
    }
}

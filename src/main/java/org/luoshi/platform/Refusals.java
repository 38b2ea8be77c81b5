package org.luoshi.platform;

import java.sql.SQLException;
import java.util.Locale;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;

/** How a "the rules say no" is told: status and text. */
final class Refusals {

    private Refusals() {}

    static String text(Texts texts, Locale locale, BusinessException refusal) {
        return texts.reason(locale, refusal.error().code(), refusal.details());
    }

    /** True where the disk under the database is full (SQLSTATE 53100): nothing is broken, but nothing can be written. */
    static boolean isDiskFull(Throwable fault) {
        return hasState(fault, "53100");
    }

    /** True where a value cannot be one (SQLSTATE class 22): a NUL in a text, a 30 February in a cursor. */
    static boolean isBadValue(Throwable fault) {
        return hasState(fault, "22");
    }

    /** Nothing is wrong with what was asked: the database does not answer just now. */
    static boolean isDatabaseAway(Throwable fault) {
        return fault instanceof CannotCreateTransactionException || fault instanceof DataAccessResourceFailureException;
    }

    private static boolean hasState(Throwable fault, String beginning) {
        Throwable cause = fault;
        while (cause != null) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith(beginning)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    static HttpStatus statusOf(ErrorCode.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case RULE_VIOLATED -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}

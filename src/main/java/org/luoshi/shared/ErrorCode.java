package org.luoshi.shared;

import java.util.Map;

/** A stable, documented reason why the rules say no. The code is part of the JSON API and of the message bundles. */
public interface ErrorCode {

    String code();

    Kind kind();

    /** The refusal with the values its text names: {@code "{number} is closed"} wants {@code number}. */
    default BusinessException with(Map<String, Object> details) {
        return new BusinessException(this, details);
    }

    default BusinessException plain() {
        return with(Map.of());
    }

    /** What sort of no it is; decides the HTTP status. */
    enum Kind {
        NOT_FOUND,
        RULE_VIOLATED,
        CONFLICT,
        FORBIDDEN,
        TOO_LARGE,
        /** Nothing is wrong with what was asked; later it may work as it is. */
        UNAVAILABLE
    }
}

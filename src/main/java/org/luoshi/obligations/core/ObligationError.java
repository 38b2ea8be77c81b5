package org.luoshi.obligations.core;

import org.luoshi.shared.ErrorCode;

/** Why the spine says no. */
public enum ObligationError implements ErrorCode {
    UNKNOWN("obligations.unknown", Kind.NOT_FOUND),
    UNKNOWN_STATE("obligations.unknown-state", Kind.RULE_VIOLATED);

    private final String code;
    private final Kind kind;

    ObligationError(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

package org.luoshi.administration.core;

import org.luoshi.shared.ErrorCode;

/** Why the set-up says no. */
public enum SetUpError implements ErrorCode {
    LINK_REFUSED("administration.set-up.link-refused", Kind.FORBIDDEN),
    ALREADY_DONE("administration.set-up.already-done", Kind.CONFLICT),
    NO_DEMONSTRATION("administration.set-up.no-demonstration", Kind.NOT_FOUND),
    UNKNOWN_DIVISION("administration.set-up.unknown-division", Kind.RULE_VIOLATED);

    private final String code;
    private final Kind kind;

    SetUpError(String code, Kind kind) {
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

package org.luoshi.notices.core;

import org.luoshi.shared.ErrorCode;

/** Why this room says no. */
public enum NoticeError implements ErrorCode {
    UNKNOWN("notices.unknown", Kind.NOT_FOUND),
    NOT_YOURS("notices.not-yours", Kind.FORBIDDEN),
    OFFICE_ONLY("notices.office-only", Kind.FORBIDDEN);

    private final String code;
    private final Kind kind;

    NoticeError(String code, Kind kind) {
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

package org.luoshi.history.core;

import org.luoshi.shared.ErrorCode;

/** Why history says no. */
public enum HistoryError implements ErrorCode {
    AUDITORS_ONLY("history.auditors-only", Kind.FORBIDDEN);

    private final String code;
    private final Kind kind;

    HistoryError(String code, Kind kind) {
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

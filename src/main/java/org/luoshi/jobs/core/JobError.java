package org.luoshi.jobs.core;

import org.luoshi.shared.ErrorCode;

/** Why work cannot be looked at or started. */
public enum JobError implements ErrorCode {
    UNKNOWN("jobs.unknown", Kind.NOT_FOUND),
    TOO_MUCH_WAITING("jobs.too-much-waiting", Kind.CONFLICT),
    WITHOUT_FILE("jobs.without-file", Kind.NOT_FOUND);

    private final String code;
    private final Kind kind;

    JobError(String code, Kind kind) {
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

package org.luoshi.reporting.review;

import org.luoshi.shared.ErrorCode;

/** Why what is personal in an ended regime cannot be deleted, or kept longer, as it was asked for. */
public enum EndingError implements ErrorCode {
    NOT_YOURS("reporting.ending-not-yours", Kind.FORBIDDEN),
    NOT_ENDED("reporting.ending-not-ended", Kind.RULE_VIOLATED),
    NOT_DUE("reporting.ending-not-due", Kind.RULE_VIOLATED),
    NOT_ASKED("reporting.ending-not-asked", Kind.CONFLICT),
    ASKED_ALREADY("reporting.ending-asked-already", Kind.CONFLICT),
    SECOND_EYES("reporting.ending-second-eyes", Kind.FORBIDDEN),
    ERASED_ALREADY("reporting.ending-erased-already", Kind.CONFLICT),
    REASON_MISSING("reporting.ending-reason-missing", Kind.RULE_VIOLATED),
    DAYS_WRONG("reporting.ending-days-wrong", Kind.RULE_VIOLATED);

    private final String code;
    private final Kind kind;

    EndingError(String code, Kind kind) {
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

package org.luoshi.meetings.preparation;

import org.luoshi.shared.ErrorCode;

/** Why preparation says no. */
public enum PreparationError implements ErrorCode {
    UNKNOWN("meetings.preparation.unknown", Kind.NOT_FOUND),
    NOT_YOURS("meetings.preparation.not-yours", Kind.FORBIDDEN),
    CHANGED_MEANWHILE("meetings.preparation.changed-meanwhile", Kind.CONFLICT),
    NOT_OPEN("meetings.preparation.not-open", Kind.CONFLICT),
    NOT_DROPPABLE("meetings.preparation.not-droppable", Kind.RULE_VIOLATED),
    NOT_ONE_OF_US("meetings.preparation.not-one-of-us", Kind.RULE_VIOLATED),
    END_BEFORE_START("meetings.preparation.end-before-start", Kind.RULE_VIOLATED),
    ALREADY_AWAY("meetings.preparation.already-away", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    PreparationError(String code, Kind kind) {
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

package org.luoshi.worktime.core;

import org.luoshi.shared.ErrorCode;

/** Why the working calendar says no. */
public enum WorktimeError implements ErrorCode {
    LIMIT_OUT_OF_RANGE("worktime.limit-out-of-range", Kind.RULE_VIOLATED),
    START_UNREADABLE("worktime.start-unreadable", Kind.RULE_VIOLATED),
    YEAR_OUT_OF_RANGE("worktime.year-out-of-range", Kind.RULE_VIOLATED),
    NOT_YOURS("worktime.not-yours", Kind.FORBIDDEN),
    DAY_EXISTS("worktime.day-exists", Kind.CONFLICT),
    NO_SUCH_DAY("worktime.no-such-day", Kind.NOT_FOUND),
    CHANGED_MEANWHILE("worktime.changed-meanwhile", Kind.CONFLICT),
    ANNOUNCEMENT_UNREADABLE("worktime.announcement-unreadable", Kind.RULE_VIOLATED),
    HOURS_UNREADABLE("worktime.hours-unreadable", Kind.RULE_VIOLATED);

    private final String code;
    private final Kind kind;

    WorktimeError(String code, Kind kind) {
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

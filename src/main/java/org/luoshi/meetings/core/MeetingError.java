package org.luoshi.meetings.core;

import org.luoshi.shared.ErrorCode;

/** Why the core of meetings says no. */
public enum MeetingError implements ErrorCode {
    UNKNOWN("meetings.unknown", Kind.NOT_FOUND),
    NOT_YOURS("meetings.not-yours", Kind.FORBIDDEN),
    CHANGED_MEANWHILE("meetings.changed-meanwhile", Kind.CONFLICT),
    NOT_IN_THIS_STATE("meetings.not-in-this-state", Kind.CONFLICT),
    FIELD_MISSING("meetings.field-missing", Kind.RULE_VIOLATED),
    TEXT_TOO_LONG("meetings.text-too-long", Kind.RULE_VIOLATED),
    CHOICE_UNKNOWN("meetings.choice-unknown", Kind.RULE_VIOLATED),
    DAY_UNREADABLE("meetings.day-unreadable", Kind.RULE_VIOLATED),
    TIME_UNREADABLE("meetings.time-unreadable", Kind.RULE_VIOLATED),
    NUMBER_UNREADABLE("meetings.number-unreadable", Kind.RULE_VIOLATED),
    END_BEFORE_START("meetings.end-before-start", Kind.RULE_VIOLATED),
    IN_THE_PAST("meetings.in-the-past", Kind.RULE_VIOLATED),
    TOO_FAR_AHEAD("meetings.too-far-ahead", Kind.RULE_VIOLATED),
    NOTHING_MOVES("meetings.nothing-moves", Kind.RULE_VIOLATED),
    NOT_YET("meetings.not-yet", Kind.RULE_VIOLATED),
    SOMEBODY_ELSE("meetings.somebody-else", Kind.FORBIDDEN),
    RULE_MUST("meetings.rule-must", Kind.RULE_VIOLATED),
    REASON_WANTED("meetings.reason-wanted", Kind.RULE_VIOLATED),
    NOT_INTO_ITSELF("meetings.not-into-itself", Kind.RULE_VIOLATED),
    TWO_CHAIRS("meetings.two-chairs", Kind.RULE_VIOLATED),
    KIND_THERE("meetings.kind-there", Kind.CONFLICT),
    KIND_ENDED("meetings.kind-ended", Kind.RULE_VIOLATED);

    private final String code;
    private final Kind kind;

    MeetingError(String code, Kind kind) {
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

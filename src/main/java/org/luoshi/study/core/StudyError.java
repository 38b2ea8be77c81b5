package org.luoshi.study.core;

import org.luoshi.shared.ErrorCode;

/** Why study says no. */
public enum StudyError implements ErrorCode {
    UNKNOWN("study.unknown", Kind.NOT_FOUND),
    NOT_YOURS("study.not-yours", Kind.FORBIDDEN),
    CHANGED_MEANWHILE("study.changed-meanwhile", Kind.CONFLICT),
    FIELD_MISSING("study.field-missing", Kind.RULE_VIOLATED),
    CHOICE_UNKNOWN("study.choice-unknown", Kind.RULE_VIOLATED),
    DAY_UNREADABLE("study.day-unreadable", Kind.RULE_VIOLATED),
    TIME_UNREADABLE("study.time-unreadable", Kind.RULE_VIOLATED),
    DAY_AHEAD("study.day-ahead", Kind.RULE_VIOLATED),
    DAY_TOO_EARLY("study.day-too-early", Kind.RULE_VIOLATED),
    AMOUNT_UNREADABLE("study.amount-unreadable", Kind.RULE_VIOLATED),
    UNIT_UNKNOWN("study.unit-unknown", Kind.RULE_VIOLATED),
    NUMBER_UNREADABLE("study.number-unreadable", Kind.RULE_VIOLATED),
    ALREADY_NOTED("study.already-noted", Kind.CONFLICT),
    PLAN_NOT_EMPTY("study.plan-not-empty", Kind.CONFLICT),
    NOTHING_TO_COPY("study.nothing-to-copy", Kind.RULE_VIOLATED),
    NOTHING_TO_PROPOSE("study.nothing-to-propose", Kind.RULE_VIOLATED),
    IN_CALENDAR("study.in-calendar", Kind.CONFLICT),
    NOT_MISSED("study.not-missed", Kind.RULE_VIOLATED),
    UNKNOWN_ITEM("study.unknown-item", Kind.RULE_VIOLATED),
    HEADINGS_MISSING("study.headings-missing", Kind.RULE_VIOLATED),
    NOTHING_TO_TAKE("study.nothing-to-take", Kind.RULE_VIOLATED);

    private final String code;
    private final Kind kind;

    StudyError(String code, Kind kind) {
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

package org.luoshi.meetings.after;

import org.luoshi.shared.ErrorCode;

/** Why minutes say no. */
public enum MinutesError implements ErrorCode {
    NOT_WRITTEN("meetings.minutes.not-written", Kind.NOT_FOUND),
    NOT_YOURS("meetings.minutes.not-yours", Kind.FORBIDDEN),
    CHANGED_MEANWHILE("meetings.minutes.changed-meanwhile", Kind.CONFLICT),
    SIGNED("meetings.minutes.signed-already", Kind.CONFLICT),
    NOT_SIGNED("meetings.minutes.not-signed", Kind.CONFLICT),
    FILED("meetings.minutes.filed-already", Kind.CONFLICT),
    NOT_HELD("meetings.minutes.not-held", Kind.RULE_VIOLATED),
    OBJECTED("meetings.minutes.objected", Kind.RULE_VIOLATED),
    SOMEBODY_ELSE("meetings.minutes.somebody-else", Kind.FORBIDDEN),
    NO_LEAD("meetings.minutes.no-lead", Kind.RULE_VIOLATED),
    LEAD_IS_CO("meetings.minutes.lead-is-co", Kind.RULE_VIOLATED),
    NOTHING_TO_HAND("meetings.minutes.nothing-to-hand", Kind.RULE_VIOLATED),
    UNIT_UNCLEAR("meetings.minutes.unit-unclear", Kind.RULE_VIOLATED),
    NOBODY("meetings.minutes.nobody", Kind.RULE_VIOLATED);

    private final String code;
    private final Kind kind;

    MinutesError(String code, Kind kind) {
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

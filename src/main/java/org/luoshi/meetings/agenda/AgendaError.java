package org.luoshi.meetings.agenda;

import org.luoshi.shared.ErrorCode;

/** Why the agenda says no. */
public enum AgendaError implements ErrorCode {
    UNKNOWN("meetings.agenda.unknown", Kind.NOT_FOUND),
    NOT_ASKED("meetings.agenda.not-asked", Kind.FORBIDDEN),
    CHANGED_MEANWHILE("meetings.agenda.changed-meanwhile", Kind.CONFLICT),
    UNIT_UNCLEAR("meetings.agenda.unit-unclear", Kind.RULE_VIOLATED),
    DUE_TOO_LATE("meetings.agenda.due-too-late", Kind.RULE_VIOLATED);

    private final String code;
    private final Kind kind;

    AgendaError(String code, Kind kind) {
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

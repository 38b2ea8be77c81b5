package org.luoshi.intake.core;

import org.luoshi.shared.ErrorCode;

/** Why a paper cannot be taken in. */
public enum IntakeError implements ErrorCode {
    UNKNOWN("intake.unknown", Kind.NOT_FOUND),
    NOT_YOURS("intake.not-yours", Kind.FORBIDDEN),
    NOTHING_GIVEN("intake.nothing-given", Kind.RULE_VIOLATED),
    CHANGED_MEANWHILE("intake.changed-meanwhile", Kind.CONFLICT),
    ALREADY_FILED("intake.already-filed", Kind.CONFLICT),
    FILED_BEFORE("intake.filed-before", Kind.CONFLICT),
    NO_SUCH_ITEM("intake.no-such-item", Kind.NOT_FOUND),
    NO_SUCH_SENTENCE("intake.no-such-sentence", Kind.NOT_FOUND),
    NOT_A_PLACE("intake.not-a-place", Kind.RULE_VIOLATED),
    NOTHING_TO_JOIN("intake.nothing-to-join", Kind.RULE_VIOLATED),
    TASK_MISSING("intake.task-missing", Kind.RULE_VIOLATED),
    TASK_TOO_LONG("intake.task-too-long", Kind.RULE_VIOLATED),
    DATE_WRONG("intake.date-wrong", Kind.RULE_VIOLATED),
    REASON_MISSING("intake.reason-missing", Kind.RULE_VIOLATED),
    UNKNOWN_COVER("intake.unknown-cover", Kind.RULE_VIOLATED),
    TITLE_MISSING("intake.title-missing", Kind.RULE_VIOLATED),
    NOTHING_TO_FILE("intake.nothing-to-file", Kind.RULE_VIOLATED),
    NAMES_UNDECIDED("intake.names-undecided", Kind.RULE_VIOLATED);

    private final String code;
    private final Kind kind;

    IntakeError(String code, Kind kind) {
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

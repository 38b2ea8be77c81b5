package org.luoshi.reporting.forms;

import org.luoshi.shared.ErrorCode;

/** Why the dictionary, a form or a regime cannot be as it was typed. */
public enum FormError implements ErrorCode {
    UNKNOWN("reporting.form-unknown", Kind.NOT_FOUND),
    NOT_YOURS("reporting.forms-not-yours", Kind.FORBIDDEN),
    CHANGED_MEANWHILE("reporting.forms-changed", Kind.CONFLICT),
    MISSING("reporting.form-missing", Kind.RULE_VIOLATED),
    UNREADABLE("reporting.form-unreadable", Kind.RULE_VIOLATED),
    CODE_WRONG("reporting.field-code-wrong", Kind.RULE_VIOLATED),
    CODE_TAKEN("reporting.field-code-taken", Kind.RULE_VIOLATED),
    CODE_FIXED("reporting.field-code-fixed", Kind.RULE_VIOLATED),
    CHOICES_MISSING("reporting.field-choices-missing", Kind.RULE_VIOLATED),
    LEAST_ABOVE_MOST("reporting.field-least-above-most", Kind.RULE_VIOLATED),
    FIELD_WITHDRAWN("reporting.field-withdrawn", Kind.RULE_VIOLATED),
    NO_FIELDS("reporting.form-no-fields", Kind.RULE_VIOLATED),
    NO_DRAFT("reporting.form-no-draft", Kind.CONFLICT),
    DRAFT_EXISTS("reporting.form-draft-exists", Kind.CONFLICT),
    NOT_ISSUED("reporting.form-not-issued", Kind.RULE_VIOLATED),
    END_BEFORE_START("reporting.regime-end-before-start", Kind.RULE_VIOLATED),
    BEGINS_IN_PAST("reporting.regime-begins-in-past", Kind.RULE_VIOLATED),
    END_PASSED("reporting.regime-end-passed", Kind.RULE_VIOLATED),
    TOO_LONG("reporting.regime-too-long", Kind.RULE_VIOLATED),
    HEAVIER_VERSION("reporting.regime-heavier-version", Kind.RULE_VIOLATED),
    NOT_ASKED("reporting.regime-not-asked", Kind.RULE_VIOLATED),
    LAST_FIELD("reporting.form-last-field", Kind.RULE_VIOLATED),
    NOBODY_ASKED("reporting.regime-nobody-asked", Kind.RULE_VIOLATED),
    UNIT_UNKNOWN("reporting.regime-unit-unknown", Kind.RULE_VIOLATED),
    GATE_CLOSED("reporting.regime-gate-closed", Kind.RULE_VIOLATED),
    SECOND_EYES("reporting.regime-second-eyes", Kind.FORBIDDEN),
    NOT_NOW("reporting.regime-not-now", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    FormError(String code, Kind kind) {
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

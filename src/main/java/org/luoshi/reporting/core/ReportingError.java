package org.luoshi.reporting.core;

import org.luoshi.shared.ErrorCode;

/** Why reporting says no. */
public enum ReportingError implements ErrorCode {
    UNKNOWN_REGIME("reporting.unknown-regime", Kind.NOT_FOUND),
    UNKNOWN_PLACE("reporting.unknown-place", Kind.NOT_FOUND),
    UNKNOWN_FORM("reporting.unknown-form", Kind.NOT_FOUND),
    NOT_YOURS("reporting.not-yours", Kind.FORBIDDEN),
    NOT_ASKED("reporting.not-asked", Kind.RULE_VIOLATED),
    NO_SUCH_PERIOD("reporting.no-such-period", Kind.RULE_VIOLATED),
    NOT_OPEN_YET("reporting.not-open-yet", Kind.RULE_VIOLATED),
    AFTER_THE_END("reporting.after-the-end", Kind.RULE_VIOLATED),
    ERASED("reporting.erased", Kind.RULE_VIOLATED),
    PLACE_ENDED("reporting.place-ended", Kind.RULE_VIOLATED),
    EXEMPT("reporting.exempt", Kind.RULE_VIOLATED),
    NO_SIGNER("reporting.no-signer", Kind.RULE_VIOLATED),
    UNKNOWN_FIELD("reporting.unknown-field", Kind.RULE_VIOLATED),
    ZERO_WITH_FIGURES("reporting.zero-with-figures", Kind.RULE_VIOLATED),
    NOTHING_SAID("reporting.nothing-said", Kind.RULE_VIOLATED),
    FIELD_MISSING("reporting.field-missing", Kind.RULE_VIOLATED),
    FIELD_WRONG("reporting.field-wrong", Kind.RULE_VIOLATED),
    RULE_BROKEN("reporting.rule-broken", Kind.RULE_VIOLATED),
    ALREADY_REPORTED("reporting.already-reported", Kind.CONFLICT),
    CHANGED_MEANWHILE("reporting.changed-meanwhile", Kind.CONFLICT),
    REASON_MISSING("reporting.reason-missing", Kind.RULE_VIOLATED),
    UNSHOWABLE("reporting.unshowable", Kind.RULE_VIOLATED),
    TOO_LONG("reporting.too-long", Kind.RULE_VIOLATED),
    EXPRESSION_WRONG("reporting.expression-wrong", Kind.RULE_VIOLATED),
    NOT_WRITTEN("reporting.not-written", Kind.RULE_VIOLATED),
    DATABASE_AWAY("reporting.database-away", Kind.UNAVAILABLE);

    private final String code;
    private final Kind kind;

    ReportingError(String code, Kind kind) {
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

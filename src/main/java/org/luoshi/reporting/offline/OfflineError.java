package org.luoshi.reporting.offline;

import org.luoshi.shared.ErrorCode;

/** Why an off-line form is not made or its answer not taken. */
public enum OfflineError implements ErrorCode {
    NO_FILE("reporting.offline-no-file", Kind.RULE_VIOLATED),
    UNREADABLE("reporting.offline-unreadable", Kind.RULE_VIOLATED),
    FORM_ITSELF("reporting.offline-form-itself", Kind.RULE_VIOLATED),
    COPIED_PARTLY("reporting.offline-copied-partly", Kind.RULE_VIOLATED),
    CHANGED("reporting.offline-changed", Kind.RULE_VIOLATED),
    NOT_TICKED("reporting.offline-not-ticked", Kind.RULE_VIOLATED),
    BOTH("reporting.offline-both", Kind.RULE_VIOLATED),
    UNKNOWN("reporting.offline-unknown", Kind.RULE_VIOLATED),
    TOO_MANY_TRIES("reporting.offline-too-many-tries", Kind.RULE_VIOLATED),
    USED("reporting.offline-used", Kind.CONFLICT),
    REPLACED("reporting.offline-replaced", Kind.RULE_VIOLATED),
    EXPIRED("reporting.offline-expired", Kind.RULE_VIOLATED),
    UNIT_ENDED("reporting.offline-unit-ended", Kind.RULE_VIOLATED),
    FORM_CHANGED("reporting.offline-form-changed", Kind.RULE_VIOLATED),
    OTHER_ROUND("reporting.offline-other-round", Kind.RULE_VIOLATED),
    NOTHING_CHOSEN("reporting.offline-nothing-chosen", Kind.RULE_VIOLATED),
    TOO_MANY("reporting.offline-too-many", Kind.RULE_VIOLATED),
    CLOSED("reporting.offline-closed", Kind.RULE_VIOLATED),
    MADE_MEANWHILE("reporting.offline-made-meanwhile", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    OfflineError(String code, Kind kind) {
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

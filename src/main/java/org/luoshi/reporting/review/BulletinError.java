package org.luoshi.reporting.review;

import org.luoshi.shared.ErrorCode;

/** Why a bulletin or an erratum cannot be as it was asked for. */
public enum BulletinError implements ErrorCode {
    UNKNOWN("reporting.bulletin-unknown", Kind.NOT_FOUND),
    NOT_YOURS("reporting.bulletin-not-yours", Kind.FORBIDDEN),
    MISSING("reporting.bulletin-missing", Kind.RULE_VIOLATED),
    TOO_LONG("reporting.bulletin-too-long", Kind.RULE_VIOLATED),
    PLACE_UNKNOWN("reporting.bulletin-place-unknown", Kind.RULE_VIOLATED),
    NO_ROUND("reporting.bulletin-no-round", Kind.RULE_VIOLATED),
    ISSUED_ALREADY("reporting.bulletin-issued-already", Kind.CONFLICT),
    NOT_ISSUED("reporting.bulletin-not-issued", Kind.RULE_VIOLATED),
    NOTHING_CHANGED("reporting.bulletin-nothing-changed", Kind.RULE_VIOLATED);

    private final String code;
    private final Kind kind;

    BulletinError(String code, Kind kind) {
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

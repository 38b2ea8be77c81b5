package org.luoshi.reporting.filling;

import org.luoshi.shared.ErrorCode;

/** Why a link does not open, is not made, or a contact is not noted. */
public enum LinkError implements ErrorCode {
    UNKNOWN("reporting.link.unknown", Kind.NOT_FOUND),
    TOO_MANY_TRIES("reporting.link.too-many-tries", Kind.NOT_FOUND),
    EXPIRED("reporting.link.expired", Kind.NOT_FOUND),
    REVOKED("reporting.link.revoked", Kind.NOT_FOUND),
    REGIME_ENDED("reporting.link.regime-ended", Kind.NOT_FOUND),
    UNIT_ENDED("reporting.link.unit-ended", Kind.NOT_FOUND),
    PERIOD_CLOSED("reporting.link.period-closed", Kind.NOT_FOUND),
    NOTHING_CHOSEN("reporting.link.nothing-chosen", Kind.RULE_VIOLATED),
    TOO_MANY("reporting.link.too-many", Kind.RULE_VIOLATED),
    BAD_END("reporting.link.bad-end", Kind.RULE_VIOLATED),
    MADE_MEANWHILE("reporting.link.made-meanwhile", Kind.CONFLICT),
    NAME_WRONG("reporting.contact.name-wrong", Kind.RULE_VIOLATED),
    TELEPHONE_WRONG("reporting.contact.telephone-wrong", Kind.RULE_VIOLATED);

    private final String code;
    private final Kind kind;

    LinkError(String code, Kind kind) {
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

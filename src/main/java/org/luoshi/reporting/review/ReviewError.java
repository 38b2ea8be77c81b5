package org.luoshi.reporting.review;

import org.luoshi.shared.ErrorCode;

/** Why a review, a bulletin, an erratum or the end of a regime cannot be as it was asked for. */
public enum ReviewError implements ErrorCode {
    NOT_YOURS("reporting.review-not-yours", Kind.FORBIDDEN),
    OWN_REPORT("reporting.review-own-report", Kind.FORBIDDEN),
    NOTHING_THERE("reporting.review-nothing-there", Kind.RULE_VIOLATED),
    REVISED_MEANWHILE("reporting.review-revised-meanwhile", Kind.CONFLICT),
    WORDS_MISSING("reporting.review-words-missing", Kind.RULE_VIOLATED),
    TOO_LONG("reporting.review-too-long", Kind.RULE_VIOLATED),
    ERASED("reporting.review-erased", Kind.RULE_VIOLATED);

    private final String code;
    private final Kind kind;

    ReviewError(String code, Kind kind) {
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

package org.luoshi.reporting.exchange;

import org.luoshi.shared.ErrorCode;

/** Why an upload or a file is refused. */
public enum ExchangeError implements ErrorCode {
    EMPTY("reporting.bulk-empty", Kind.RULE_VIOLATED),
    NO_UNIT_COLUMN("reporting.bulk-no-unit-column", Kind.RULE_VIOLATED),
    UNKNOWN_COLUMN("reporting.bulk-unknown-column", Kind.RULE_VIOLATED),
    COLUMN_TWICE("reporting.bulk-column-twice", Kind.RULE_VIOLATED),
    ENCODING("reporting.bulk-encoding", Kind.RULE_VIOLATED),
    CUT("reporting.bulk-cut", Kind.RULE_VIOLATED),
    NOT_GZIP("reporting.bulk-not-gzip", Kind.RULE_VIOLATED),
    ROW_WITHOUT_UNIT("reporting.bulk-row-without-unit", Kind.RULE_VIOLATED),
    ROW_WRONG("reporting.bulk-row-wrong", Kind.RULE_VIOLATED),
    UNKNOWN_UPLOAD("reporting.unknown-upload", Kind.NOT_FOUND),
    EXPORTS_BUSY("reporting.exports-busy", Kind.UNAVAILABLE),
    NO_FILE("reporting.upload.no-file", Kind.RULE_VIOLATED),
    TOO_MANY_UPLOADS("reporting.upload.too-many", Kind.UNAVAILABLE);

    private final String code;
    private final Kind kind;

    ExchangeError(String code, Kind kind) {
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

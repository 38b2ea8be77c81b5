package org.luoshi.reporting.exchange;

import org.luoshi.shared.ErrorCode;

/** Why an upload, an export or a file that was filled off line is refused. */
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
    FILE_KIND("reporting.upload-file-kind", Kind.RULE_VIOLATED),
    OFFLINE_UNREADABLE("reporting.offline-unreadable", Kind.RULE_VIOLATED),
    OFFLINE_UNKNOWN("reporting.offline-unknown", Kind.RULE_VIOLATED),
    OFFLINE_EXPIRED("reporting.offline-expired", Kind.RULE_VIOLATED),
    OFFLINE_USED("reporting.offline-used", Kind.CONFLICT),
    OFFLINE_CHANGED("reporting.offline-changed", Kind.RULE_VIOLATED),
    OFFLINE_NOT_TICKED("reporting.offline-not-ticked", Kind.RULE_VIOLATED);

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

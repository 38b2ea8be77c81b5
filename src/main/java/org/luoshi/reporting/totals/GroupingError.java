package org.luoshi.reporting.totals;

import org.luoshi.shared.ErrorCode;

/** Why groupings say no. */
public enum GroupingError implements ErrorCode {
    UNKNOWN("reporting.grouping.unknown", Kind.NOT_FOUND),
    NOT_YOURS("reporting.grouping.not-yours", Kind.FORBIDDEN),
    FIELD_MISSING("reporting.grouping.field-missing", Kind.RULE_VIOLATED),
    TOO_LONG("reporting.grouping.too-long", Kind.RULE_VIOLATED),
    NAME_TAKEN("reporting.grouping.name-taken", Kind.CONFLICT),
    CHANGED_MEANWHILE("reporting.grouping.changed-meanwhile", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    GroupingError(String code, Kind kind) {
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

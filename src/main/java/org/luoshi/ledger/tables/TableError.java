package org.luoshi.ledger.tables;

import org.luoshi.shared.ErrorCode;

/** Why a list does not go out, or does not come back. */
public enum TableError implements ErrorCode {
    UNKNOWN("ledger.tables.unknown", Kind.NOT_FOUND),
    UNKNOWN_COLUMN("ledger.tables.unknown-column", Kind.RULE_VIOLATED),
    NOT_OURS("ledger.tables.not-ours", Kind.RULE_VIOLATED),
    COLUMN_TWICE("ledger.tables.column-twice", Kind.RULE_VIOLATED),
    NOTHING_BELOW("ledger.tables.nothing-below", Kind.RULE_VIOLATED),
    TOO_MANY_CHANGES("ledger.tables.too-many-changes", Kind.TOO_LARGE),
    CHANGED_MEANWHILE("ledger.tables.changed-meanwhile", Kind.CONFLICT),
    RUNNING("ledger.tables.running", Kind.CONFLICT),
    ALREADY_APPLIED("ledger.tables.already-applied", Kind.CONFLICT),
    ROWS_UNDECIDED("ledger.tables.rows-undecided", Kind.RULE_VIOLATED),
    NOTHING_TO_CHANGE("ledger.tables.nothing-to-change", Kind.RULE_VIOLATED),
    ROW_REFUSED("ledger.tables.row-refused", Kind.RULE_VIOLATED),

    ID_NOT_ONE("ledger.tables.id-not-one", Kind.RULE_VIOLATED),
    ID_TWICE("ledger.tables.id-twice", Kind.RULE_VIOLATED),
    ID_UNKNOWN("ledger.tables.id-unknown", Kind.RULE_VIOLATED),
    ONLY_TO_READ("ledger.tables.only-to-read", Kind.RULE_VIOLATED),
    NOT_EMPTY("ledger.tables.not-empty", Kind.RULE_VIOLATED),
    TOO_LONG("ledger.tables.too-long", Kind.RULE_VIOLATED),
    TOO_MANY_POINTS("ledger.tables.too-many-points", Kind.RULE_VIOLATED),
    ONLY_DRAFTS("ledger.tables.only-drafts", Kind.RULE_VIOLATED),
    ENDED("ledger.tables.ended", Kind.RULE_VIOLATED),
    LIMIT_NEEDS_REASON("ledger.tables.limit-needs-reason", Kind.RULE_VIOLATED),
    LIMIT_NOT_ISSUED("ledger.tables.limit-not-issued", Kind.RULE_VIOLATED),
    LIMIT_NOT_REMOVED("ledger.tables.limit-not-removed", Kind.RULE_VIOLATED),
    REQUEST_OPEN("ledger.tables.request-open", Kind.RULE_VIOLATED),
    NOT_A_DAY("ledger.tables.not-a-day", Kind.RULE_VIOLATED),
    DAY_WITHOUT_YEAR("ledger.tables.day-without-year", Kind.RULE_VIOLATED),
    NOT_A_CYCLE("ledger.tables.not-a-cycle", Kind.RULE_VIOLATED),
    PARENT_BELOW("ledger.tables.parent-below", Kind.RULE_VIOLATED),
    DUTY_WITHOUT_UNIT("ledger.tables.duty-without-unit", Kind.RULE_VIOLATED),
    NO_OFFICER("ledger.tables.no-officer", Kind.RULE_VIOLATED),
    NEW_WITHOUT_TITLE("ledger.tables.new-without-title", Kind.RULE_VIOLATED),
    NEW_IS_KNOWN("ledger.tables.new-is-known", Kind.RULE_VIOLATED),
    NEW_TWICE("ledger.tables.new-twice", Kind.RULE_VIOLATED);

    private final String code;
    private final Kind kind;

    TableError(String code, Kind kind) {
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

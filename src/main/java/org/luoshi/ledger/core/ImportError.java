package org.luoshi.ledger.core;

import org.luoshi.shared.ErrorCode;

/** Why a table cannot be brought in. */
public enum ImportError implements ErrorCode {
    UNKNOWN("ledger.import.unknown", Kind.NOT_FOUND),
    FILE_MISSING("ledger.import.file-missing", Kind.RULE_VIOLATED),
    ONLY_HEADINGS("ledger.import.only-headings", Kind.RULE_VIOLATED),
    HEADING_ROW_OUTSIDE("ledger.import.heading-row-outside", Kind.RULE_VIOLATED),
    NO_TITLE_COLUMN("ledger.import.no-title-column", Kind.RULE_VIOLATED),
    TITLE_WRONG("ledger.import.title-wrong", Kind.RULE_VIOLATED),
    REFERENCE_WRONG("ledger.import.reference-wrong", Kind.RULE_VIOLATED),
    ROWS_WITH_ERRORS("ledger.import.rows-with-errors", Kind.RULE_VIOLATED),
    NOTHING_TO_FILE("ledger.import.nothing-to-file", Kind.RULE_VIOLATED),
    FILED_BEFORE("ledger.import.filed-before", Kind.CONFLICT),
    ALREADY_FILED("ledger.import.already-filed", Kind.CONFLICT),
    RUNNING("ledger.import.running", Kind.CONFLICT),
    CHANGED_MEANWHILE("ledger.import.changed-meanwhile", Kind.CONFLICT),
    APPROVAL_NEEDED("ledger.import.approval-needed", Kind.RULE_VIOLATED);

    private final String code;
    private final Kind kind;

    ImportError(String code, Kind kind) {
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

package org.luoshi.spreadsheets;

import org.luoshi.shared.ErrorCode;

/** Why a workbook cannot be read or written. */
public enum SpreadsheetError implements ErrorCode {
    EMPTY_FILE("spreadsheets.empty-file", Kind.RULE_VIOLATED),
    EMPTY_SHEET("spreadsheets.empty-sheet", Kind.RULE_VIOLATED),
    NOT_EXCEL("spreadsheets.not-excel", Kind.RULE_VIOLATED),
    OTHER_DOCUMENT("spreadsheets.other-document", Kind.RULE_VIOLATED),
    ENCRYPTED("spreadsheets.encrypted", Kind.RULE_VIOLATED),
    BROKEN("spreadsheets.broken", Kind.RULE_VIOLATED),
    BOMB("spreadsheets.bomb", Kind.TOO_LARGE),
    TOO_MANY_ROWS("spreadsheets.too-many-rows", Kind.TOO_LARGE),
    TOO_WIDE("spreadsheets.too-wide", Kind.TOO_LARGE),
    OLD_FORMAT_TOO_LARGE("spreadsheets.old-format-too-large", Kind.TOO_LARGE),
    NO_SUCH_SHEET("spreadsheets.no-such-sheet", Kind.NOT_FOUND);

    private final String code;
    private final Kind kind;

    SpreadsheetError(String code, Kind kind) {
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

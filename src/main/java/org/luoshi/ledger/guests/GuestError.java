package org.luoshi.ledger.guests;

import org.luoshi.shared.ErrorCode;

/** Why a link or a returned workbook is not made or not taken. */
public enum GuestError implements ErrorCode {
    UNKNOWN("ledger.guests.unknown", Kind.NOT_FOUND),
    TOO_MANY_TRIES("ledger.guests.too-many-tries", Kind.NOT_FOUND),
    EXPIRED("ledger.guests.expired", Kind.NOT_FOUND),
    REVOKED("ledger.guests.revoked", Kind.NOT_FOUND),
    NO_LONGER("ledger.guests.no-longer", Kind.NOT_FOUND),
    ENDED("ledger.guests.ended", Kind.NOT_FOUND),
    NOT_YOURS("ledger.guests.not-yours", Kind.FORBIDDEN),
    BAD_END("ledger.guests.bad-end", Kind.RULE_VIOLATED),
    NAME_WRONG("ledger.guests.name-wrong", Kind.RULE_VIOLATED),
    TELEPHONE_WRONG("ledger.guests.telephone-wrong", Kind.RULE_VIOLATED),
    KIND_MISSING("ledger.guests.kind-missing", Kind.RULE_VIOLATED),
    WORDS_MISSING("ledger.guests.words-missing", Kind.RULE_VIOLATED),
    TOO_LONG("ledger.guests.too-long", Kind.RULE_VIOLATED),
    TOO_MANY_FILES("ledger.guests.too-many-files", Kind.RULE_VIOLATED),
    FILES_FULL("ledger.guests.files-full", Kind.RULE_VIOLATED),
    TOO_MANY_REPORTS("ledger.guests.too-many-reports", Kind.RULE_VIOLATED),
    SIGN_FIRST("ledger.guests.sign-first", Kind.RULE_VIOLATED),
    FILE_WANTED("ledger.guests.file-wanted", Kind.RULE_VIOLATED),
    NOTHING_CHOSEN("ledger.guests.nothing-chosen", Kind.RULE_VIOLATED),
    OTHER_UNIT("ledger.guests.other-unit", Kind.RULE_VIOLATED),
    NO_FILE("ledger.guests.no-file", Kind.RULE_VIOLATED),
    UNREADABLE("ledger.guests.unreadable", Kind.RULE_VIOLATED),
    TOO_MANY_FORMS("ledger.guests.too-many-forms", Kind.RULE_VIOLATED),
    CHANGED("ledger.guests.changed", Kind.RULE_VIOLATED),
    NOTHING_FILLED("ledger.guests.nothing-filled", Kind.RULE_VIOLATED),
    ANSWER_WRONG("ledger.guests.answer-wrong", Kind.RULE_VIOLATED),
    USED("ledger.guests.used", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    GuestError(String code, Kind kind) {
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

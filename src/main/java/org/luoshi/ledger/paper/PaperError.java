package org.luoshi.ledger.paper;

import org.luoshi.shared.ErrorCode;

/** Why a sheet is not printed. */
enum PaperError implements ErrorCode {
    NOTHING_CHOSEN("ledger.paper.nothing-chosen", Kind.RULE_VIOLATED),
    ONLY_TICKED("ledger.paper.only-ticked", Kind.RULE_VIOLATED),
    TOO_MANY("ledger.paper.too-many", Kind.RULE_VIOLATED),
    NOT_ISSUED("ledger.paper.not-issued", Kind.RULE_VIOLATED),
    NO_RESULT("ledger.paper.no-result", Kind.RULE_VIOLATED),
    NO_NOTICE("ledger.paper.no-notice", Kind.RULE_VIOLATED),
    MIXED("ledger.paper.mixed", Kind.RULE_VIOLATED),
    NO_SUCH_NOTICE("ledger.paper.no-such-notice", Kind.RULE_VIOLATED),
    NO_FILE("ledger.paper.no-file", Kind.RULE_VIOLATED),
    NO_COLOUR("ledger.paper.no-colour", Kind.RULE_VIOLATED),
    NO_DAYS("ledger.paper.no-days", Kind.RULE_VIOLATED),
    NOT_FOR_YOU("ledger.paper.not-for-you", Kind.FORBIDDEN);

    private final String code;
    private final Kind kind;

    PaperError(String code, Kind kind) {
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

package org.luoshi.ledger.bulk;

import org.luoshi.shared.ErrorCode;

/** Refusals of a bulk step as a whole. */
public enum BulkError implements ErrorCode {
    NOTHING_CHOSEN("ledger.bulk.nothing-chosen", Kind.RULE_VIOLATED),
    TOO_MANY("ledger.bulk.too-many", Kind.RULE_VIOLATED),
    WORDS_MISSING("ledger.bulk.words-missing", Kind.RULE_VIOLATED),
    DATE_MISSING("ledger.bulk.date-missing", Kind.RULE_VIOLATED),
    OFFICER_MISSING("ledger.bulk.officer-missing", Kind.RULE_VIOLATED),
    NOBODY_TO_URGE("ledger.bulk.nobody-to-urge", Kind.RULE_VIOLATED),
    NOTHING_TO_GRANT("ledger.bulk.nothing-to-grant", Kind.RULE_VIOLATED),
    LABEL_TOO_LONG("ledger.bulk.label-too-long", Kind.RULE_VIOLATED),
    NOT_YOURS("ledger.bulk.not-yours", Kind.FORBIDDEN),
    UNKNOWN("ledger.bulk.unknown", Kind.NOT_FOUND);

    private final String code;
    private final Kind kind;

    BulkError(String code, Kind kind) {
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

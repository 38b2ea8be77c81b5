package org.luoshi.ledger.views;

import org.luoshi.shared.ErrorCode;

/** Refusals of saved views. */
public enum SavedViewError implements ErrorCode {
    NAME("ledger.views.name", Kind.RULE_VIOLATED),
    TOO_LONG("ledger.views.too-long", Kind.RULE_VIOLATED),
    TOO_MANY("ledger.views.too-many", Kind.RULE_VIOLATED),
    UNKNOWN("ledger.views.unknown", Kind.NOT_FOUND);

    private final String code;
    private final Kind kind;

    SavedViewError(String code, Kind kind) {
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

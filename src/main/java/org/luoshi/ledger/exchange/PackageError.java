package org.luoshi.ledger.exchange;

import org.luoshi.shared.ErrorCode;

/** Why a package is not made, not taken, or a partner is not registered. */
public enum PackageError implements ErrorCode {
    UNKNOWN("ledger.packages.unknown", Kind.NOT_FOUND),
    NOT_YOURS("ledger.packages.not-yours", Kind.FORBIDDEN),
    NO_FILE("ledger.packages.no-file", Kind.RULE_VIOLATED),
    TOO_LARGE("ledger.packages.too-large", Kind.TOO_LARGE),
    NOT_A_PACKAGE("ledger.packages.not-a-package", Kind.RULE_VIOLATED),
    BAD_ENTRY("ledger.packages.bad-entry", Kind.RULE_VIOLATED),
    BOMB("ledger.packages.bomb", Kind.TOO_LARGE),
    NEWER_FORMAT("ledger.packages.newer-format", Kind.RULE_VIOLATED),
    UNKNOWN_SIGNER("ledger.packages.unknown-signer", Kind.FORBIDDEN),
    PARTNER_INACTIVE("ledger.packages.partner-inactive", Kind.FORBIDDEN),
    BAD_SIGNATURE("ledger.packages.bad-signature", Kind.FORBIDDEN),
    WRONG_ADDRESSEE("ledger.packages.wrong-addressee", Kind.RULE_VIOLATED),
    REPLAYED("ledger.packages.replayed", Kind.CONFLICT),
    FILES_DIFFER("ledger.packages.files-differ", Kind.RULE_VIOLATED),
    CONTENT_WRONG("ledger.packages.content-wrong", Kind.RULE_VIOLATED),
    UNKNOWN_PART("ledger.packages.unknown-part", Kind.RULE_VIOLATED),
    UNKNOWN_REPLY("ledger.packages.unknown-reply", Kind.RULE_VIOLATED),
    TOO_MANY_TRIES("ledger.packages.too-many-tries", Kind.FORBIDDEN),
    ALREADY_DECIDED("ledger.packages.already-decided", Kind.CONFLICT),
    REASON_MISSING("ledger.packages.reason-missing", Kind.RULE_VIOLATED),
    KEY_WRONG("ledger.packages.key-wrong", Kind.RULE_VIOLATED),
    KEY_IS_OWN("ledger.packages.key-is-own", Kind.RULE_VIOLATED),
    KEY_KNOWN("ledger.packages.key-known", Kind.RULE_VIOLATED),
    NAME_MISSING("ledger.packages.name-missing", Kind.RULE_VIOLATED),
    ADDRESS_WRONG("ledger.packages.address-wrong", Kind.RULE_VIOLATED),
    UNIT_UNKNOWN("ledger.packages.unit-unknown", Kind.RULE_VIOLATED),
    UNIT_TAKEN("ledger.packages.unit-taken", Kind.RULE_VIOLATED),
    COMPARED_WITH_MISSING("ledger.packages.compared-with-missing", Kind.RULE_VIOLATED),
    CHANGED_MEANWHILE("ledger.packages.changed-meanwhile", Kind.CONFLICT),
    NO_PARTNER("ledger.packages.no-partner", Kind.RULE_VIOLATED),
    REPLACED("ledger.packages.replaced", Kind.RULE_VIOLATED),
    NO_ADDRESS("ledger.packages.no-address", Kind.RULE_VIOLATED),
    NOT_WITH_UNIT("ledger.packages.not-with-unit", Kind.RULE_VIOLATED),
    NOT_FROM_PARTNER("ledger.packages.not-from-partner", Kind.RULE_VIOLATED),
    NOT_ACCEPTED("ledger.packages.not-accepted", Kind.RULE_VIOLATED),
    ALREADY_REPORTED("ledger.packages.already-reported", Kind.RULE_VIOLATED),
    WORDS_MISSING("ledger.packages.words-missing", Kind.RULE_VIOLATED);

    private final String code;
    private final Kind kind;

    PackageError(String code, Kind kind) {
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

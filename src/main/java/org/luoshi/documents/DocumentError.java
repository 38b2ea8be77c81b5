package org.luoshi.documents;

import org.luoshi.shared.ErrorCode;

/** Why a template cannot be filled. */
public enum DocumentError implements ErrorCode {
    NOT_WORD("documents.not-word", Kind.RULE_VIOLATED),
    UNKNOWN_TAG("documents.unknown-tag", Kind.RULE_VIOLATED),
    MISSING_VALUE("documents.missing-value", Kind.RULE_VIOLATED),
    WRONG_KIND("documents.wrong-kind", Kind.RULE_VIOLATED),
    OPEN_SECTION("documents.open-section", Kind.RULE_VIOLATED),
    OUT_OF_REACH("documents.out-of-reach", Kind.RULE_VIOLATED),
    TEMPLATE_TOO_LARGE("documents.template-too-large", Kind.RULE_VIOLATED),
    MACRO("documents.macro", Kind.RULE_VIOLATED),
    BOMB("documents.bomb", Kind.RULE_VIOLATED),
    EXTERNAL("documents.external", Kind.RULE_VIOLATED),
    NO_TAG("documents.no-tag", Kind.RULE_VIOLATED),
    UNKNOWN_VERSION("documents.unknown-version", Kind.NOT_FOUND);

    private final String code;
    private final Kind kind;

    DocumentError(String code, Kind kind) {
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

package org.luoshi.files.core;

import org.luoshi.shared.ErrorCode;

/** Why a file or a text is not taken. */
public enum FileError implements ErrorCode {
    UNKNOWN("files.unknown", Kind.NOT_FOUND),
    EMPTY("files.empty", Kind.RULE_VIOLATED),
    TOO_LARGE("files.too-large", Kind.TOO_LARGE),
    NAME_MISSING("files.name-missing", Kind.RULE_VIOLATED),
    NAME_TOO_LONG("files.name-too-long", Kind.RULE_VIOLATED),
    TYPE_NOT_ACCEPTED("files.type-not-accepted", Kind.RULE_VIOLATED),
    ARCHIVE("files.archive", Kind.RULE_VIOLATED),
    NAME_CONTRADICTS_CONTENT("files.name-contradicts-content", Kind.RULE_VIOLATED),
    ENCRYPTED("files.encrypted", Kind.RULE_VIOLATED),
    BOMB("files.bomb", Kind.RULE_VIOLATED),
    DAMAGED("files.damaged", Kind.RULE_VIOLATED),
    TOO_MUCH_TO_LOOK_AT("files.too-much-to-look-at", Kind.RULE_VIOLATED),
    MARKED("files.marked", Kind.RULE_VIOLATED),
    NOT_YOURS("files.not-yours", Kind.FORBIDDEN);

    private final String code;
    private final Kind kind;

    FileError(String code, Kind kind) {
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

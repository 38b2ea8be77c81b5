package org.luoshi.mailbox.core;

import org.luoshi.shared.ErrorCode;

/** Why this room says no. */
public enum MailboxError implements ErrorCode {
    NOT_YOURS("mailbox.not-yours", Kind.FORBIDDEN);

    private final String code;
    private final Kind kind;

    MailboxError(String code, Kind kind) {
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

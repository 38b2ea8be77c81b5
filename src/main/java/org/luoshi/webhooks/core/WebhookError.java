package org.luoshi.webhooks.core;

import org.luoshi.shared.ErrorCode;

/** Why this room says no. */
public enum WebhookError implements ErrorCode {
    UNKNOWN("webhooks.unknown", Kind.NOT_FOUND),
    NOT_YOURS("webhooks.not-yours", Kind.FORBIDDEN),
    NAME_MISSING("webhooks.name-missing", Kind.RULE_VIOLATED),
    TYPES_MISSING("webhooks.types-missing", Kind.RULE_VIOLATED),
    UNKNOWN_TYPE("webhooks.unknown-type", Kind.RULE_VIOLATED),
    BAD_ADDRESS("webhooks.bad-address", Kind.RULE_VIOLATED),
    HOST_NOT_ALLOWED("webhooks.host-not-allowed", Kind.RULE_VIOLATED),
    HTTPS_ONLY("webhooks.https-only", Kind.RULE_VIOLATED),
    HOST_UNKNOWN("webhooks.host-unknown", Kind.RULE_VIOLATED),
    INNER_ADDRESS("webhooks.inner-address", Kind.RULE_VIOLATED),
    BAD_HOST("webhooks.bad-host", Kind.RULE_VIOLATED),
    BAD_NETWORK("webhooks.bad-network", Kind.RULE_VIOLATED),
    SECRET_UNREADABLE("webhooks.secret-unreadable", Kind.UNAVAILABLE);

    private final String code;
    private final Kind kind;

    WebhookError(String code, Kind kind) {
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

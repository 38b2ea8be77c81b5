package org.luoshi.access.core;

import org.luoshi.shared.ErrorCode;

/** Why this room says no. */
public enum AccessError implements ErrorCode {
    UNKNOWN_PERSON("access.unknown-person", Kind.NOT_FOUND),
    UNKNOWN_POST("access.unknown-post", Kind.NOT_FOUND),
    UNKNOWN_ACCOUNT("access.unknown-account", Kind.NOT_FOUND),
    UNKNOWN_TOKEN("access.unknown-token", Kind.NOT_FOUND),
    NOT_YOURS("access.not-yours", Kind.FORBIDDEN),
    LOGIN_TAKEN("access.login-taken", Kind.RULE_VIOLATED),
    LOGIN_WRONG("access.login-wrong", Kind.RULE_VIOLATED),
    ACCOUNT_EXISTS("access.account-exists", Kind.RULE_VIOLATED),
    CHANGED_MEANWHILE("access.changed-meanwhile", Kind.CONFLICT),
    PASSWORD_SHORT("access.password-short", Kind.RULE_VIOLATED),
    PASSWORD_LONG("access.password-long", Kind.RULE_VIOLATED),
    PASSWORD_SIMPLE("access.password-simple", Kind.RULE_VIOLATED),
    PASSWORD_IS_LOGIN("access.password-is-login", Kind.RULE_VIOLATED),
    PASSWORD_SAME("access.password-same", Kind.RULE_VIOLATED),
    PASSWORD_WRONG("access.password-wrong", Kind.RULE_VIOLATED),
    PASSWORD_REPEAT("access.password-repeat", Kind.RULE_VIOLATED),
    ROLE_FOR_POSTS("access.role-for-posts", Kind.RULE_VIOLATED),
    ROLE_FOR_PEOPLE("access.role-for-people", Kind.RULE_VIOLATED),
    ADMINISTRATOR_TWICE("access.administrator-twice", Kind.RULE_VIOLATED),
    ADMINISTRATOR_ON_POST("access.administrator-on-post", Kind.RULE_VIOLATED),
    POST_OF_ADMINISTRATOR("access.post-of-administrator", Kind.RULE_VIOLATED),
    LAST_ADMINISTRATOR("access.last-administrator", Kind.RULE_VIOLATED),
    TOKEN_END("access.token-end", Kind.RULE_VIOLATED);

    private final String code;
    private final Kind kind;

    AccessError(String code, Kind kind) {
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

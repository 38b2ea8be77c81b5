package org.luoshi.organization.core;

import org.luoshi.shared.ErrorCode;

/** Why units, posts and people cannot be changed that way. */
public enum OrganizationError implements ErrorCode {
    UNKNOWN_UNIT("organization.unknown-unit", Kind.NOT_FOUND),
    UNKNOWN_POST("organization.unknown-post", Kind.NOT_FOUND),
    UNKNOWN_PERSON("organization.unknown-person", Kind.NOT_FOUND),
    UNKNOWN_NAME("organization.unknown-name", Kind.RULE_VIOLATED),
    PERSON_UNCLEAR("organization.person-unclear", Kind.RULE_VIOLATED),
    UNIT_UNCLEAR("organization.unit-unclear", Kind.RULE_VIOLATED),
    SUCCESSOR_MISSING("organization.successor-missing", Kind.RULE_VIOLATED),
    UNKNOWN_IMPORT("organization.unknown-import", Kind.NOT_FOUND),
    NOT_YOURS("organization.not-yours", Kind.FORBIDDEN),
    CHANGED_MEANWHILE("organization.changed-meanwhile", Kind.CONFLICT),
    NAME_TAKEN("organization.name-taken", Kind.RULE_VIOLATED),
    CODE_TAKEN("organization.code-taken", Kind.RULE_VIOLATED),
    OFFICE_EXISTS("organization.office-exists", Kind.RULE_VIOLATED),
    ENDED("organization.ended", Kind.RULE_VIOLATED),
    END_BEFORE_START("organization.end-before-start", Kind.RULE_VIOLATED),
    HAS_SUB_UNITS("organization.has-sub-units", Kind.RULE_VIOLATED),
    BELOW_ITSELF("organization.below-itself", Kind.RULE_VIOLATED),
    MERGED_WITH_ITSELF("organization.merged-with-itself", Kind.RULE_VIOLATED),
    MERGE_IN_FUTURE("organization.merge-in-future", Kind.RULE_VIOLATED),
    POST_ENDED("organization.post-ended", Kind.RULE_VIOLATED),
    PERSON_LEFT("organization.person-left", Kind.RULE_VIOLATED),
    LATER_HOLDER("organization.later-holder", Kind.RULE_VIOLATED),
    NOT_THE_HOLDER("organization.not-the-holder", Kind.RULE_VIOLATED),
    SUCCESSOR_IS_SAME("organization.successor-is-same", Kind.RULE_VIOLATED),
    AREAS_NOT_GZIP("organization.areas-not-gzip", Kind.RULE_VIOLATED),
    AREAS_REFUSED("organization.areas-refused", Kind.RULE_VIOLATED),
    IMPORT_BAD_EMAIL("organization.import-bad-email", Kind.RULE_VIOLATED),
    IMPORT_BAD_ORDER("organization.import-bad-order", Kind.RULE_VIOLATED),
    IMPORT_CIRCLE("organization.import-circle", Kind.RULE_VIOLATED),
    IMPORT_WITHOUT_UNIT("organization.import-without-unit", Kind.RULE_VIOLATED),
    IMPORT_HAS_ERRORS("organization.import-has-errors", Kind.RULE_VIOLATED),
    IMPORT_WITHOUT_NAMES("organization.import-without-names", Kind.RULE_VIOLATED);

    private final String code;
    private final Kind kind;

    OrganizationError(String code, Kind kind) {
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

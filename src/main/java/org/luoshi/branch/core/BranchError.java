package org.luoshi.branch.core;

import org.luoshi.shared.ErrorCode;

/** Why branch life says no. */
public enum BranchError implements ErrorCode {
    UNKNOWN("branch.unknown", Kind.NOT_FOUND),
    NOT_YOURS("branch.not-yours", Kind.FORBIDDEN),
    CHANGED_MEANWHILE("branch.changed-meanwhile", Kind.CONFLICT),
    FIELD_MISSING("branch.field-missing", Kind.RULE_VIOLATED),
    DAY_UNREADABLE("branch.day-unreadable", Kind.RULE_VIOLATED),
    DAY_AHEAD("branch.day-ahead", Kind.RULE_VIOLATED),
    DAY_BEFORE("branch.day-before", Kind.RULE_VIOLATED),
    HOURS_UNREADABLE("branch.hours-unreadable", Kind.RULE_VIOLATED),
    END_BEFORE_START("branch.end-before-start", Kind.RULE_VIOLATED),
    NO_BRANCH("branch.no-branch", Kind.NOT_FOUND),
    UNKNOWN_UNIT("branch.unknown-unit", Kind.RULE_VIOLATED),
    UNKNOWN_PERSON("branch.unknown-person", Kind.RULE_VIOLATED),
    NOT_A_MEMBER("branch.not-a-member", Kind.RULE_VIOLATED),
    ALREADY_MEMBER("branch.already-member", Kind.CONFLICT),
    NO_COMMITTEE_YET("branch.no-committee-yet", Kind.RULE_VIOLATED),
    NOT_POSSIBLE_NOW("branch.not-possible-now", Kind.CONFLICT),
    NOT_HELD_YET("branch.not-held-yet", Kind.RULE_VIOLATED),
    NOBODY_THERE("branch.nobody-there", Kind.RULE_VIOLATED),
    TALK_OF_TWO("branch.talk-of-two", Kind.RULE_VIOLATED),
    MUST_CANNOT_BE_EXCUSED("branch.must-cannot-be-excused", Kind.RULE_VIOLATED),
    VOTES_DO_NOT_ADD_UP("branch.votes-do-not-add-up", Kind.RULE_VIOLATED),
    NO_QUORUM("branch.no-quorum", Kind.RULE_VIOLATED),
    NOT_ENTITLED("branch.not-entitled", Kind.RULE_VIOLATED),
    TOO_MANY_EXCELLENT("branch.too-many-excellent", Kind.RULE_VIOLATED),
    KIND_TWICE("branch.kind-twice", Kind.CONFLICT),
    UNKNOWN_ITEM("branch.unknown-item", Kind.RULE_VIOLATED);

    private final String code;
    private final Kind kind;

    BranchError(String code, Kind kind) {
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

package org.luoshi.ledger.core;

import org.luoshi.shared.ErrorCode;

/** Why the ledger says no. */
public enum LedgerError implements ErrorCode {
    UNKNOWN("ledger.unknown", Kind.NOT_FOUND),
    NOT_YOURS("ledger.not-yours", Kind.FORBIDDEN),
    STEP_NOT_POSSIBLE("ledger.step-not-possible", Kind.RULE_VIOLATED),
    CHANGED_MEANWHILE("ledger.changed-meanwhile", Kind.CONFLICT),
    FIELD_MISSING("ledger.field-missing", Kind.RULE_VIOLATED),
    UNKNOWN_UNIT("ledger.unknown-unit", Kind.RULE_VIOLATED),
    UNIT_NOT_EXACT("ledger.unit-not-exact", Kind.RULE_VIOLATED),
    NOT_A_DATE("ledger.not-a-date", Kind.RULE_VIOLATED),
    UNIT_ENDED("ledger.unit-ended", Kind.RULE_VIOLATED),
    UNKNOWN_PERSON("ledger.unknown-person", Kind.RULE_VIOLATED),
    UNKNOWN_FILE("ledger.unknown-file", Kind.RULE_VIOLATED),
    UNKNOWN_POINT("ledger.unknown-point", Kind.RULE_VIOLATED),
    CURSOR("ledger.cursor", Kind.RULE_VIOLATED),
    UNKNOWN_ITEM("ledger.unknown-item", Kind.RULE_VIOLATED),
    SAME_ITEM("ledger.same-item", Kind.RULE_VIOLATED),
    PARENT_ENDED("ledger.tables.parent-ended", Kind.RULE_VIOLATED),
    SOURCE_TITLE_LENGTH("ledger.source-title-length", Kind.RULE_VIOLATED),
    SOURCE_BODY_MISSING("ledger.source-body-missing", Kind.RULE_VIOLATED),
    SOURCE_BODY_LENGTH("ledger.source-body-length", Kind.RULE_VIOLATED),
    PAPER_ITEM("ledger.paper-item", Kind.RULE_VIOLATED),
    REQUIREMENTS("ledger.requirements", Kind.RULE_VIOLATED),
    TEXT_TOO_LONG("ledger.text-too-long", Kind.RULE_VIOLATED),
    TITLE_LENGTH("ledger.title-length", Kind.RULE_VIOLATED),
    NAME_MISSING("ledger.name-missing", Kind.RULE_VIOLATED),
    NO_LEAD("ledger.no-lead", Kind.RULE_VIOLATED),
    UNIT_TWICE("ledger.unit-twice", Kind.RULE_VIOLATED),
    DUE_IN_PAST("ledger.due-in-past", Kind.RULE_VIOLATED),
    APPROVAL_NEEDED("ledger.approval-needed", Kind.RULE_VIOLATED),
    SECOND_PERSON_NEEDED("ledger.second-person-needed", Kind.RULE_VIOLATED),
    CLAUSE_OVERLAPS("ledger.clause-overlaps", Kind.RULE_VIOLATED),
    CLAUSE_OUTSIDE("ledger.clause-outside", Kind.RULE_VIOLATED),
    CLAUSE_IN_USE("ledger.clause-in-use", Kind.RULE_VIOLATED),
    ALREADY_TRIAGED("ledger.already-triaged", Kind.RULE_VIOLATED),
    DISPUTE_WINDOW_OVER("ledger.dispute-window-over", Kind.RULE_VIOLATED),
    LEAD_CANNOT_BE_WAIVED("ledger.lead-cannot-be-waived", Kind.RULE_VIOLATED),
    COORDINATION_OPEN("ledger.coordination-open", Kind.RULE_VIOLATED),
    NO_COORDINATION("ledger.no-coordination", Kind.RULE_VIOLATED),
    NOT_SIGNED_YET("ledger.not-signed-yet", Kind.RULE_VIOLATED),
    EMPTY_FEEDBACK("ledger.empty-feedback", Kind.RULE_VIOLATED),
    ZERO_NEEDS_REASON("ledger.zero-needs-reason", Kind.RULE_VIOLATED),
    FINAL_STANDS_ALONE("ledger.final-stands-alone", Kind.RULE_VIOLATED),
    FINAL_UNDER_REVIEW("ledger.final-under-review", Kind.RULE_VIOLATED),
    OTHER_UNITS_ITEM("ledger.other-units-item", Kind.RULE_VIOLATED),
    EXTENSION_TOO_LATE("ledger.extension-too-late", Kind.RULE_VIOLATED),
    EXTENSION_NOT_LATER("ledger.extension-not-later", Kind.RULE_VIOLATED),
    EXTENSION_WITHOUT_DUE("ledger.extension-without-due", Kind.RULE_VIOLATED),
    REQUEST_OPEN("ledger.request-open", Kind.RULE_VIOLATED),
    NOT_YET_THERE("ledger.not-yet-there", Kind.NOT_FOUND),
    AS_OF_TO_COME("ledger.as-of-to-come", Kind.RULE_VIOLATED),
    AS_OF_TOO_EARLY("ledger.as-of-too-early", Kind.RULE_VIOLATED),
    CYCLE_NEEDED("ledger.cycle-needed", Kind.RULE_VIOLATED),
    CYCLE_DAY("ledger.cycle-day", Kind.RULE_VIOLATED),
    ENDING_NEEDED("ledger.ending-needed", Kind.RULE_VIOLATED),
    EVIDENCE_MISSING("ledger.evidence-missing", Kind.RULE_VIOLATED),
    UNITS_NOT_SETTLED("ledger.units-not-settled", Kind.RULE_VIOLATED),
    CHILDREN_OPEN("ledger.children-open", Kind.RULE_VIOLATED),
    FEEDBACK_WAITING("ledger.feedback-waiting", Kind.RULE_VIOLATED),
    REVISIT_WAITING("ledger.revisit-waiting", Kind.RULE_VIOLATED),
    NOTICE_LEVEL("ledger.notice-level", Kind.RULE_VIOLATED),
    NOTICE_HIGHEST("ledger.notice-highest", Kind.RULE_VIOLATED),
    LEVEL_UNUSED("ledger.paper.level-unused", Kind.RULE_VIOLATED),
    LEVEL_NEEDED("ledger.paper.level-needed", Kind.RULE_VIOLATED),
    LEVEL_TEXT("ledger.paper.level-text", Kind.RULE_VIOLATED),
    URGED_RECENTLY("ledger.urged-recently", Kind.RULE_VIOLATED),
    LOAD_WANTS_REASON("ledger.load-wants-reason", Kind.RULE_VIOLATED),
    UNKNOWN_KIND("ledger.unknown-kind", Kind.RULE_VIOLATED),
    BASIS_MISSING("ledger.guests.basis-missing", Kind.RULE_VIOLATED),
    TOLD_BY_MISSING("ledger.guests.told-by-missing", Kind.RULE_VIOLATED),
    TOLD_ON_WRONG("ledger.guests.told-on-wrong", Kind.RULE_VIOLATED),
    SETTING_OUT_OF_RANGE("ledger.setting-out-of-range", Kind.RULE_VIOLATED);

    private final String code;
    private final Kind kind;

    LedgerError(String code, Kind kind) {
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

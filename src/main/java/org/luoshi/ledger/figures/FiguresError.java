package org.luoshi.ledger.figures;

import org.luoshi.shared.ErrorCode;

/** Why figures, bulletins and assessments say no. */
public enum FiguresError implements ErrorCode {
    PERIOD("ledger.figures.period-wrong", Kind.RULE_VIOLATED),
    CHOICE("ledger.figures.choice-unknown", Kind.RULE_VIOLATED),
    NO_PAST("ledger.figures.as-of-future", Kind.RULE_VIOLATED),
    UNKNOWN("ledger.figures.unknown", Kind.NOT_FOUND),
    NOT_YOURS("ledger.figures.not-yours", Kind.FORBIDDEN),
    FIELD_MISSING("ledger.figures.field-missing", Kind.RULE_VIOLATED),
    TOO_LONG("ledger.figures.too-long", Kind.RULE_VIOLATED),
    NO_GROUPING("ledger.figures.no-grouping", Kind.RULE_VIOLATED),
    TOO_MANY_ROWS("ledger.figures.too-many-rows", Kind.TOO_LARGE),
    SECOND_PERSON("ledger.figures.second-person", Kind.RULE_VIOLATED),
    ISSUED_ALREADY("ledger.figures.issued-already", Kind.CONFLICT),
    NOT_ISSUED("ledger.figures.not-issued", Kind.RULE_VIOLATED),
    CORRECTED_ALREADY("ledger.figures.corrected-already", Kind.CONFLICT),
    CHANGED_MEANWHILE("ledger.figures.changed-meanwhile", Kind.CONFLICT),
    SWITCHED_OFF("ledger.figures.assessment-off", Kind.RULE_VIOLATED),
    NUMBER("ledger.figures.number-wrong", Kind.RULE_VIOLATED),
    RULES_VALID_FROM("ledger.figures.rules-valid-from", Kind.RULE_VIOLATED),
    NO_SUCH_EVENT("ledger.figures.no-such-event", Kind.NOT_FOUND),
    OBJECTION_TOO_LATE("ledger.figures.objection-too-late", Kind.RULE_VIOLATED),
    OBJECTED_ALREADY("ledger.figures.objected-already", Kind.CONFLICT),
    ANSWERED_ALREADY("ledger.figures.answered-already", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    FiguresError(String code, Kind kind) {
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

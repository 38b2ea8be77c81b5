package org.luoshi.branch.core;

import org.luoshi.shared.ErrorCode;

/** Why transfers, recruiting, dues and care say no. */
public enum PeopleError implements ErrorCode {
    INCOMPLETE("branch.people.incomplete", Kind.RULE_VIOLATED),
    PERSON_UNCLEAR("branch.people.person-unclear", Kind.RULE_VIOLATED),
    LETTER_TOO_LONG("branch.people.letter-too-long", Kind.RULE_VIOLATED),
    ON_ITS_WAY("branch.people.on-its-way", Kind.CONFLICT),
    TRANSFER_ENDED("branch.people.transfer-ended", Kind.CONFLICT),
    SAME_BRANCH("branch.people.same-branch", Kind.RULE_VIOLATED),
    AWAY_ALREADY("branch.people.away-already", Kind.CONFLICT),
    RECRUIT_ALREADY("branch.people.recruit-already", Kind.CONFLICT),
    STEP_NOT_OPEN("branch.people.step-not-open", Kind.CONFLICT),
    MONTH_PAID("branch.people.month-paid", Kind.CONFLICT),
    PERIOD_UNREADABLE("branch.people.period-unreadable", Kind.RULE_VIOLATED),
    AMOUNT_UNREADABLE("branch.people.amount-unreadable", Kind.RULE_VIOLATED),
    AMOUNT_NOT_OF_BAND("branch.people.amount-not-of-band", Kind.RULE_VIOLATED),
    AMOUNT_NOT_AS_GRANTED("branch.people.amount-not-as-granted", Kind.RULE_VIOLATED),
    EXEMPT("branch.people.exempt", Kind.RULE_VIOLATED),
    NOT_LARGE("branch.people.not-large", Kind.RULE_VIOLATED),
    NO_RATES("branch.people.no-rates", Kind.RULE_VIOLATED);

    private final String code;
    private final Kind kind;

    PeopleError(String code, Kind kind) {
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

package org.luoshi.ledger.core;

/** Numbers with a rule behind them that offices set differently; defaults from domain/supervision.md. */
public enum LedgerSetting {
    /** Working hours in which a unit signs (1.2: the same day is the strictest found). */
    SIGN_WORKING_HOURS(7, 1, 200),
    /** Working days in which a unit may say "not our duty" (1.2). */
    DISPUTE_WORKING_DAYS(1, 0, 30),
    /** Working days to the first feedback (1.2: 3 days); 0: none is asked. */
    FIRST_FEEDBACK_WORKING_DAYS(3, 0, 60),
    /** Working days before the limit at which the light turns yellow (1.6). */
    YELLOW_WORKING_DAYS(3, 0, 30),
    /** Calendar days without activity after which an item without date turns yellow (1.6). */
    SILENCE_DAYS(30, 1, 366),
    /** Working days before the limit at which the house reminds the unit (1.5); 0: it does not. */
    REMIND_BEFORE_WORKING_DAYS(3, 0, 30),
    /** 1: the house reminds the unit on the day of the limit; 0: it does not. */
    REMIND_ON_THE_DAY(1, 0, 1),
    /** The house reminds again each time so many working days have passed since the limit; 0: it does not. */
    REMIND_AFTER_WORKING_DAYS(3, 0, 30),
    /** Working days in which the office looks at a feedback. */
    REVIEW_WORKING_DAYS(2, 1, 30),
    /** Working days in which a request is decided (1.4). */
    DECISION_WORKING_DAYS(3, 1, 30),
    /** Working days to answer again after a feedback was returned. */
    REDO_WORKING_DAYS(3, 1, 60),
    /** Calendar days after striking off at which the return visit is due (1.1). */
    REVISIT_AFTER_DAYS(60, 1, 720),
    /** Share of struck-off items that are visited again, in percent (section 2, 9); 100: all. */
    REVISIT_PERCENT(20, 0, 100),
    /** Open items of a unit above which sending one more wants a reason (section 2, 1; no source gives a number); 0: none is set. */
    UNIT_OPEN_CEILING(0, 0, 2000),
    /** Calendar days in which a unit may object to an event of its assessment (1.7: 30, to be confirmed); 0: no limit. */
    OBJECTION_DAYS(30, 0, 366);

    private final int standard;
    private final int least;
    private final int most;

    LedgerSetting(int standard, int least, int most) {
        this.standard = standard;
        this.least = least;
        this.most = most;
    }

    public int standard() {
        return standard;
    }

    public int least() {
        return least;
    }

    public int most() {
        return most;
    }
}

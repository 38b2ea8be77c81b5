package org.luoshi.branch.core;

import java.time.Period;

/**
 * Limits that no shipped rule states: they are this product's own settings, all in this one place, and an office that has a rule of its own changes
 * them here.
 */
public final class PeopleLimits {

    /** How long a letter of introduction may be valid. M-03 is local practice (confidence C) and therefore no shipped rule. */
    public static final int LETTER_DAYS = 90;

    /** How long before a time limit ends the secretary's desk shows it. */
    static final Period AHEAD = Period.ofDays(30);

    /** How long it stays on record that somebody applied and stopped; then it is deleted. */
    static final Period KEEP_ENDED_RECRUIT = Period.ofYears(1);

    /** How long a closed case of care is kept; then it is deleted. */
    static final Period KEEP_CARE = Period.ofYears(1);

    /** How long something that happened is a reason to suggest a talk. */
    static final Period TALK_HINT = Period.ofMonths(3);

    private PeopleLimits() {}
}

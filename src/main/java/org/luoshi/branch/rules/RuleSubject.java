package org.luoshi.branch.rules;

/** Whom a rule asks. */
public enum RuleSubject {
    BRANCH,
    COMMITTEE,
    GROUP,
    PERSON,
    MEETING
}

package org.luoshi.branch.rules;

/** What a rule of a pack can count. A pack names them in any case; the codes are those of the register of activities. */
public enum ActivityKind {
    MEMBERS_MEETING,
    COMMITTEE_MEETING,
    GROUP_MEETING,
    LECTURE,
    THEME_DAY,
    LIFE_MEETING,
    APPRAISAL,
    TALK,
    VISIT,
    WARNING_EDUCATION,
    RECITAL,
    ON_SITE,
    YOUTH_CLASS,
    GROUP_STUDY,
    CENTRE_GROUP_STUDY,
    COURSE,
    WORK_REPORT
}

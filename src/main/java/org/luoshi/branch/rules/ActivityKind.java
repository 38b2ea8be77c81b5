package org.luoshi.branch.rules;

import java.util.Arrays;

/** The kinds of activity that every branch knows; an office adds its own beside them. */
public enum ActivityKind {
    THEME_DAY(false, true),
    MEMBERS_MEETING(false, false),
    COMMITTEE_MEETING(false, false),
    GROUP_MEETING(false, false),
    LECTURE(false, true),
    LIFE_MEETING(true, false),
    APPRAISAL(true, false),
    TALK(false, false),
    VISIT(false, false),
    WARNING_EDUCATION(false, true),
    RECITAL(false, true),
    ON_SITE(false, true),
    YOUTH_CLASS(false, true),
    GROUP_STUDY(false, true),
    CENTRE_GROUP_STUDY(false, true),
    COURSE(false, true),
    WORK_REPORT(false, false);

    private final boolean inGroups;
    private final boolean study;

    ActivityKind(boolean inGroups, boolean study) {
        this.inGroups = inGroups;
        this.study = study;
    }

    /** True where one held in a group meets the duty of the branch too (P-27, P-29). */
    public boolean mayBeInGroups() {
        return inGroups;
    }

    /** True where its hours are class hours (E-05). */
    public boolean isStudy() {
        return study;
    }

    public static boolean mayBeInGroups(String code) {
        return Arrays.stream(values())
                .anyMatch(kind -> kind.inGroups && kind.name().equals(code));
    }
}

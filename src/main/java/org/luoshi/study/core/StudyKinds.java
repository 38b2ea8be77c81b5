package org.luoshi.study.core;

/** Codes of kinds of activity that the plan knows by name; all others are as the branch has them. */
final class StudyKinds {

    static final String LECTURE = "LECTURE";
    static final String YOUTH_CLASS = "YOUTH_CLASS";

    private StudyKinds() {}
}

package org.luoshi.meetings.venue;

/** What a site of a video meeting is called about, in the order of the days. */
public enum CallStep {
    TEST_1,
    TEST_2,
    REHEARSAL,
    RESERVE_LINE,
    SIGN_IN
}

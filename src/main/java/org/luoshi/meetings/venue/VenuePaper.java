package org.luoshi.meetings.venue;

/** What is printed for a meeting: cards for people, sign-in sheets for units, the handbook. */
public enum VenuePaper {
    CARD,
    SHEET,
    HANDBOOK
}

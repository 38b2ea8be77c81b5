package org.luoshi.meetings.venue;

/** What can be booked for a meeting: one room, and as many lines as it needs. */
public enum FacilityKind {
    ROOM,
    LINE
}

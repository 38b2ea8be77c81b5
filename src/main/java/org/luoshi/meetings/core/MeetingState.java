package org.luoshi.meetings.core;

/** Where a meeting stands; computed from what has happened to it. */
public enum MeetingState {
    DRAFT("soon"),
    SUBMITTED("soon"),
    PLANNED("ok"),
    HELD("done"),
    CANCELLED("done"),
    MERGED("done");

    private final String light;

    MeetingState(String light) {
        this.light = light;
    }

    /** The light a page shows beside its name. */
    public String light() {
        return light;
    }

    /** True while it is still to come about. */
    public boolean isOpen() {
        return this == DRAFT || this == SUBMITTED || this == PLANNED;
    }
}

package org.luoshi.meetings.core;

/** The lists of meetings that people ask for. */
public enum MeetingView {
    UPCOMING("m.starts_at >= :today and m.submitted_at is not null and m.held_at is null and " + Alive.SQL, true),
    TO_APPROVE("m.submitted_at is not null and m.approved_at is null and " + Alive.SQL, true),
    DRAFTS("m.submitted_at is null and " + Alive.SQL, true),
    UNRECORDED("m.approved_at is not null and m.held_at is null and m.ends_at < :now and " + Alive.SQL, true),
    HELD("m.held_at is not null", false),
    ENDED("(m.cancelled_at is not null or m.merged_into is not null)", false),
    ALL("true", false);

    private final String condition;
    private final boolean soonestFirst;

    MeetingView(String condition, boolean soonestFirst) {
        this.condition = condition;
        this.soonestFirst = soonestFirst;
    }

    String condition() {
        return condition;
    }

    boolean isSoonestFirst() {
        return soonestFirst;
    }

    /** Neither called off nor merged. */
    private static final class Alive {
        static final String SQL = "m.cancelled_at is null and m.merged_into is null";
    }
}

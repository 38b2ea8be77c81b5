package org.luoshi.meetings.core;

import java.util.EnumSet;
import java.util.Set;

/** What can be done to a meeting, and in which states: one table for rules, buttons and tests. */
public enum MeetingStep {
    CHANGE(MeetingState.DRAFT),
    SUBMIT(MeetingState.DRAFT),
    APPROVE(MeetingState.SUBMITTED),
    RETURN(MeetingState.SUBMITTED),
    MOVE(MeetingState.PLANNED),
    PREPARE(MeetingState.PLANNED),
    MERGE(MeetingState.PLANNED),
    CANCEL(MeetingState.DRAFT, MeetingState.SUBMITTED, MeetingState.PLANNED),
    HOLD(MeetingState.PLANNED),
    RECORD(MeetingState.PLANNED, MeetingState.HELD);

    private final Set<MeetingState> from;

    MeetingStep(MeetingState first, MeetingState... others) {
        this.from = EnumSet.of(first, others);
    }

    public boolean isOpenIn(MeetingState state) {
        return from.contains(state);
    }
}

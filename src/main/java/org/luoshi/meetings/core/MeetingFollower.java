package org.luoshi.meetings.core;

import org.luoshi.shared.Actor;

/** Implemented by the parts of this room: what of theirs follows when a meeting changes. Called in the transaction of the change. */
public interface MeetingFollower {

    /** It was approved: preparation can begin. */
    default void approved(Meeting meeting, Actor actor) {}

    /** Time, place, chair or audience are other ones now. */
    default void moved(Meeting before, Meeting after, MoveMeeting move, Actor actor) {}

    /** It will not be held. */
    default void cancelled(Meeting meeting, String reason, Actor actor) {}

    /** It is held together with another one. {@link #cancelled} is not called. */
    default void merged(Meeting from, Meeting into, Actor actor) {}

    /** It was held. */
    default void held(Meeting meeting, Actor actor) {}
}

package org.luoshi.meetings.preparation;

import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingFollower;
import org.luoshi.meetings.core.MoveMeeting;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Tasks come with an approved meeting, move with it and end with it; so does everything that reminds of them. */
@Component
class PreparationFollower implements MeetingFollower {

    private final PreparationService service;
    private final TaskDuties duties;

    PreparationFollower(PreparationService service, TaskDuties duties) {
        this.service = service;
        this.duties = duties;
    }

    @Override
    public void approved(Meeting meeting, Actor actor) {
        service.layDown(meeting);
    }

    @Override
    public void moved(Meeting before, Meeting after, MoveMeeting move, Actor actor) {
        duties.settle(after, move.reason());
    }

    @Override
    public void cancelled(Meeting meeting, String reason, Actor actor) {
        duties.releaseAll(meeting, reason);
    }

    @Override
    public void merged(Meeting from, Meeting into, Actor actor) {
        duties.releaseAll(from, into.title());
    }

    @Override
    public void held(Meeting meeting, Actor actor) {
        duties.releaseAll(meeting, meeting.title());
    }
}

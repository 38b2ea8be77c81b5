package org.luoshi.meetings.invitation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.meetings.core.Attendees;
import org.luoshi.meetings.core.InvitedUnit;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingFollower;
import org.luoshi.meetings.core.MoveMeeting;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** A changed meeting gives its notice a new version; one that is called off or held with another one asks nobody for anything any more. */
@Component
class InvitationFollower implements MeetingFollower {

    private final MeetingNoticeService service;
    private final MeetingNoticeStore notices;
    private final InvitationMerger merger;
    private final InvitationDesk desk;
    private final Attendees attendees;

    InvitationFollower(
            MeetingNoticeService service,
            MeetingNoticeStore notices,
            InvitationMerger merger,
            InvitationDesk desk,
            Attendees attendees) {
        this.service = service;
        this.notices = notices;
        this.merger = merger;
        this.desk = desk;
        this.attendees = attendees;
    }

    @Override
    public void moved(Meeting before, Meeting after, MoveMeeting move, Actor actor) {
        service.follow(after, move.reason(), actor);
    }

    @Override
    public void cancelled(Meeting meeting, String reason, Actor actor) {
        desk.releaseAll(meeting.id(), reason);
        notices.newest(meeting.id())
                .ifPresent(newest -> desk.tell(
                        newest, "cancelled", Map.of("reason", reason), units(meeting), service.people(meeting), actor));
    }

    @Override
    public void merged(Meeting from, Meeting into, Actor actor) {
        merger.merge(from, into, actor);
    }

    @Override
    public void held(Meeting meeting, Actor actor) {
        desk.releaseAll(meeting.id(), meeting.title());
    }

    private List<UUID> units(Meeting meeting) {
        return attendees.invited(meeting.id()).stream().map(InvitedUnit::unitId).toList();
    }
}

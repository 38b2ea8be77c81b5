package org.luoshi.meetings.invitation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.luoshi.meetings.core.Attendees;
import org.luoshi.meetings.core.InvitedUnit;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.core.MeetingStore;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.stereotype.Component;

/** Who answers for a unit: its liaison or head, or whoever prepares the meeting on its behalf. */
@Component
class ReceiptRights {

    private static final List<Role> ANSWER = List.of(Role.UNIT_LIAISON, Role.UNIT_HEAD);

    private final MeetingRights rights;
    private final MeetingStore meetings;
    private final Attendees attendees;

    ReceiptRights(MeetingRights rights, MeetingStore meetings, Attendees attendees) {
        this.rights = rights;
        this.meetings = meetings;
        this.attendees = attendees;
    }

    static boolean ofUnit(UUID unitId, Actor actor) {
        return ANSWER.stream().anyMatch(role -> actor.unitsAs(role).contains(unitId));
    }

    static boolean mayAnswer(Meeting meeting, UUID unitId, Actor actor) {
        return ofUnit(unitId, actor) || MeetingRights.mayPrepare(meeting, actor);
    }

    /** Those who may see what a unit has answered: whoever is in it, and who sees all. */
    static boolean maySee(Meeting meeting, UUID unitId, Actor actor) {
        return actor.unitIds().contains(unitId)
                || MeetingRights.seesAll(actor)
                || MeetingRights.mayPrepare(meeting, actor);
    }

    Optional<InvitedUnit> invited(UUID meetingId, UUID unitId) {
        return attendees.invited(meetingId).stream()
                .filter(one -> one.unitId().equals(unitId))
                .findFirst();
    }

    /** The meeting, locked, for somebody who may answer for this unit now; why not is said plainly. */
    Meeting forAnswer(UUID meetingId, UUID unitId, Actor actor) {
        rights.visible(meetingId, actor);
        Meeting meeting = meetings.lock(meetingId);
        if (invited(meetingId, unitId).isEmpty()) {
            throw InvitationError.NOT_INVITED.with(Map.of("title", meeting.title()));
        }
        if (!mayAnswer(meeting, unitId, actor)) {
            throw InvitationError.NOT_YOUR_UNIT.plain();
        }
        requireOpen(meeting);
        return meeting;
    }

    private void requireOpen(Meeting meeting) {
        switch (meeting.state()) {
            case CANCELLED -> throw InvitationError.MEETING_CANCELLED.with(Map.of("title", meeting.title()));
            case MERGED ->
                throw InvitationError.MEETING_MERGED.with(Map.of("title", meeting.title(), "into", into(meeting)));
            case HELD -> throw InvitationError.MEETING_HELD.with(Map.of("title", meeting.title()));
            case DRAFT, SUBMITTED, PLANNED -> {
                if (meeting.noticed() == 0) {
                    throw InvitationError.NO_NOTICE.with(Map.of("title", meeting.title()));
                }
            }
        }
    }

    private String into(Meeting meeting) {
        UUID into = meeting.mergedInto();
        return into == null ? "" : meetings.find(into).map(Meeting::title).orElse("");
    }
}

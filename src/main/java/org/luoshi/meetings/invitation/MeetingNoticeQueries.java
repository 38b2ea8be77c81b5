package org.luoshi.meetings.invitation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.luoshi.meetings.core.Attendees;
import org.luoshi.meetings.core.InvitedUnit;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads notices and invited units for somebody who may see the meeting. */
@Component
@Transactional(readOnly = true)
public class MeetingNoticeQueries {

    private final MeetingRights rights;
    private final MeetingNoticeStore store;
    private final Attendees attendees;
    private final OrganizationApi organization;

    MeetingNoticeQueries(
            MeetingRights rights, MeetingNoticeStore store, Attendees attendees, OrganizationApi organization) {
        this.rights = rights;
        this.store = store;
        this.attendees = attendees;
        this.organization = organization;
    }

    /** Newest first. */
    public List<MeetingNotice> of(UUID meetingId, Actor viewer) {
        rights.visible(meetingId, viewer);
        return store.of(meetingId);
    }

    public Optional<MeetingNotice> newest(UUID meetingId, Actor viewer) {
        rights.visible(meetingId, viewer);
        return store.newest(meetingId);
    }

    /** That version. */
    public MeetingNotice require(UUID meetingId, int number, Actor viewer) {
        return of(meetingId, viewer).stream()
                .filter(notice -> notice.number() == number)
                .findFirst()
                .orElseThrow(() -> InvitationError.NOTICE_UNKNOWN.with(Map.of("number", number)));
    }

    /** In the official order. */
    public List<InvitedLine> invited(UUID meetingId, Actor viewer) {
        rights.visible(meetingId, viewer);
        List<InvitedUnit> invited = attendees.invited(meetingId);
        Map<UUID, InvitedUnit> byUnit = new HashMap<>();
        invited.forEach(one -> byUnit.put(one.unitId(), one));
        List<InvitedLine> lines = new ArrayList<>();
        for (Unit unit : organization.inOfficialOrder(byUnit.keySet())) {
            InvitedUnit one = byUnit.get(unit.id());
            if (one != null) {
                lines.add(new InvitedLine(unit, one.seats(), one.who()));
            }
        }
        return lines;
    }

    /**
     * A unit with its quota.
     *
     * @param who whom it should send, in words; empty where it is free
     */
    public record InvitedLine(Unit unit, int seats, String who) {}
}

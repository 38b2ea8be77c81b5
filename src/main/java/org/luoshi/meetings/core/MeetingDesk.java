package org.luoshi.meetings.core;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.luoshi.access.AccessApi;
import org.luoshi.notices.NewNotice;
import org.luoshi.notices.NoticesApi;
import org.luoshi.obligations.NewObligation;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.worktime.Limit;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.stereotype.Component;

/** What a proposal puts on other people's desks: an approval that the director owes, an answer of which its proposer hears. */
@Component
class MeetingDesk {

    /** A proposal is answered within so many working days. Ours. */
    private static final int DAYS_TO_ANSWER = 2;

    private static final String SOURCE = "meetings.proposal";

    private final ObligationsApi obligations;
    private final NoticesApi notices;
    private final AccessApi access;
    private final WorktimeApi worktime;
    private final Clock clock;

    MeetingDesk(ObligationsApi obligations, NoticesApi notices, AccessApi access, WorktimeApi worktime, Clock clock) {
        this.obligations = obligations;
        this.notices = notices;
        this.access = access;
        this.worktime = worktime;
        this.clock = clock;
    }

    /** Where the director submitted it, the leader of the office answers; else the director. */
    void askForApproval(Meeting meeting, Actor submitter) {
        Role role = submitter.has(Role.OFFICE_DIRECTOR) ? Role.OFFICE_LEADER : Role.OFFICE_DIRECTOR;
        for (UUID unit : unitsOf(role)) {
            obligations.owe(new NewObligation(
                    deskId(meeting, unit),
                    SOURCE,
                    meeting.id(),
                    unit,
                    role,
                    null,
                    "approve-meeting",
                    meeting.title(),
                    address(meeting),
                    worktime.due(clock.instant(), Limit.workingDays(DAYS_TO_ANSWER))
                            .due()));
        }
    }

    private Set<UUID> unitsOf(Role role) {
        Set<UUID> units = new TreeSet<>();
        access.holders(role).forEach(person -> units.addAll(access.actor(person).unitsAs(role)));
        return units;
    }

    /** Approved, returned or called off: nobody owes an answer any more. */
    void answered(Meeting meeting, Actor actor) {
        Set<UUID> units = unitsOf(Role.OFFICE_DIRECTOR);
        units.addAll(unitsOf(Role.OFFICE_LEADER));
        List<UUID> asked = units.stream().map(unit -> deskId(meeting, unit)).toList();
        List<UUID> owed = obligations.find(asked).stream().map(one -> one.id()).toList();
        obligations.meet(owed, SOURCE, meeting.id(), clock.instant(), actor);
    }

    void tellReturned(Meeting meeting, String reason) {
        UUID to = meeting.submittedBy() == null ? meeting.proposedBy() : meeting.submittedBy();
        notices.tell(new NewNotice(
                List.of(to),
                "meetings.notice.returned",
                Map.of("title", meeting.title(), "reason", reason),
                address(meeting),
                meeting.id(),
                "meeting-returned"));
    }

    /** A new one for each time it is submitted, so that an answer given is not taken for the next one. */
    private static UUID deskId(Meeting meeting, UUID unit) {
        String key = SOURCE + meeting.id() + unit + meeting.submittedAt();
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String address(Meeting meeting) {
        return "/meetings/" + meeting.id();
    }
}

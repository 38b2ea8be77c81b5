package org.luoshi.meetings.invitation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.meetings.core.Attendees;
import org.luoshi.meetings.core.InvitedUnit;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingError;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.core.MeetingStep;
import org.luoshi.meetings.core.MeetingWords;
import org.luoshi.meetings.core.NewMeeting;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.organization.WrittenUnits;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which units are asked to send how many people, and whom. */
@Service
@Transactional
public class InviteeService {

    /** Of one unit. */
    public static final int MOST_SEATS = 3_000;

    private static final int NAMED = 5;

    private final MeetingRights rights;
    private final Attendees attendees;
    private final MeetingNoticeStore notices;
    private final ReceiptStore receipts;
    private final InvitationDesk desk;
    private final OrganizationApi organization;
    private final FilesApi files;
    private final HistoryApi history;

    InviteeService(
            MeetingRights rights,
            Attendees attendees,
            MeetingNoticeStore notices,
            ReceiptStore receipts,
            InvitationDesk desk,
            OrganizationApi organization,
            FilesApi files,
            HistoryApi history) {
        this.rights = rights;
        this.attendees = attendees;
        this.notices = notices;
        this.receipts = receipts;
        this.desk = desk;
        this.organization = organization;
        this.files = files;
        this.history = history;
    }

    /** Units as they were typed, with 、 between them; refused where one of the names is not certain. */
    public void invite(UUID meetingId, String typed, int seats, String who, Actor actor) {
        WrittenUnits written = organization.writtenUnits(typed);
        if (!written.isClear()) {
            throw InvitationError.UNITS_UNCLEAR.with(Map.of(
                    "field",
                    "units",
                    "names",
                    String.join("、", written.unclear().keySet())));
        }
        invite(meetingId, written.units().stream().map(Unit::id).toList(), seats, who, actor);
    }

    /** Invites these units, each with so many seats; one that is there already gets these seats. After a notice they are told at once. */
    public void invite(UUID meetingId, Collection<UUID> units, int seats, String who, Actor actor) {
        Meeting meeting = rights.forStep(meetingId, MeetingStep.PREPARE, actor);
        if (units.isEmpty()) {
            throw MeetingError.FIELD_MISSING.with(Map.of("field", "units"));
        }
        if (seats < 1 || seats > MOST_SEATS) {
            throw MeetingError.NUMBER_UNREADABLE.with(Map.of("field", "seats", "least", 1, "most", MOST_SEATS));
        }
        String words = MeetingWords.optional("who", who, NewMeeting.LONGEST_LINE);
        files.requireUnmarked(words);
        Map<UUID, Unit> known = organization.units(units);
        if (!known.keySet().containsAll(units)) {
            throw MeetingError.CHOICE_UNKNOWN.with(Map.of("field", "units"));
        }
        List<UUID> before =
                attendees.invited(meetingId).stream().map(InvitedUnit::unitId).toList();
        units.forEach(unit -> attendees.invite(new InvitedUnit(meetingId, unit, seats, words)));
        tellNew(meeting, units.stream().filter(unit -> !before.contains(unit)).toList(), actor);
        record(meeting, "invited", named(known.values()), Map.of("count", units.size(), "seats", seats), actor);
    }

    private void tellNew(Meeting meeting, List<UUID> units, Actor actor) {
        Optional<MeetingNotice> newest = notices.newest(meeting.id());
        if (newest.isEmpty() || units.isEmpty()) {
            return;
        }
        desk.owe(meeting, newest.get(), units);
        desk.tell(newest.get(), "invited", Map.of(), units, List.of(), actor);
    }

    /** Asks a unit no more: with its receipt, the people it named are gone. */
    public void uninvite(UUID meetingId, UUID unitId, Actor actor) {
        Meeting meeting = rights.forStep(meetingId, MeetingStep.PREPARE, actor);
        if (attendees.invited(meetingId).stream().noneMatch(one -> one.unitId().equals(unitId))) {
            return;
        }
        receipts.namedBy(meetingId, unitId).forEach(attendees::remove);
        notices.newest(meetingId)
                .ifPresent(newest -> desk.tell(newest, "uninvited", Map.of(), List.of(unitId), List.of(), actor));
        attendees.uninvite(meetingId, unitId);
        desk.release(meetingId, unitId, meeting.title());
        record(meeting, "uninvited", named(organization.units(List.of(unitId)).values()), Map.of(), actor);
    }

    private static String named(Collection<Unit> units) {
        String names = units.stream().limit(NAMED).map(Unit::shortName).collect(Collectors.joining("、"));
        return units.size() > NAMED ? names + "…" : names;
    }

    private void record(Meeting meeting, String action, String units, Map<String, Object> more, Actor actor) {
        Map<String, Object> details = new HashMap<>(more);
        details.put("units", units);
        history.record(
                new HistoryFact(meeting.id(), "meetings.invitation", meeting.id(), action, details, null), actor);
    }
}

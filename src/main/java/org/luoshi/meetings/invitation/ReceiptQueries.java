package org.luoshi.meetings.invitation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.Attendee;
import org.luoshi.meetings.core.Attendees;
import org.luoshi.meetings.core.InvitedUnit;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingError;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.organization.Unit;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads receipts: for the office all of them, for a unit its own. */
@Component
@Transactional(readOnly = true)
public class ReceiptQueries {

    private final MeetingRights rights;
    private final ReceiptRights receiptRights;
    private final Attendees attendees;
    private final MeetingNoticeStore notices;
    private final ReceiptStore store;
    private final ReceiptPeople people;
    private final InvitationDesk desk;
    private final OrganizationApi organization;

    ReceiptQueries(
            MeetingRights rights,
            ReceiptRights receiptRights,
            Attendees attendees,
            MeetingNoticeStore notices,
            ReceiptStore store,
            ReceiptPeople people,
            InvitationDesk desk,
            OrganizationApi organization) {
        this.rights = rights;
        this.receiptRights = receiptRights;
        this.attendees = attendees;
        this.notices = notices;
        this.store = store;
        this.people = people;
        this.desk = desk;
        this.organization = organization;
    }

    /** What a unit's receipt page shows. */
    public record UnitReceipt(
            Meeting meeting, ReceiptLine line, @Nullable MeetingNotice notice, boolean mayAnswer, boolean ownUnit) {}

    /** The receipt of a unit; to whoever is neither in it nor of the office it does not exist. */
    public UnitReceipt of(UUID meetingId, UUID unitId, Actor viewer) {
        Meeting meeting = rights.visible(meetingId, viewer);
        InvitedUnit invited = receiptRights
                .invited(meetingId, unitId)
                .filter(one -> ReceiptRights.maySee(meeting, unitId, viewer))
                .orElseThrow(() -> InvitationError.NOT_INVITED.with(Map.of("title", meeting.title())));
        MeetingNotice newest = notices.newest(meetingId).orElse(null);
        MeetingReceipt receipt = store.find(meetingId, unitId).orElse(null);
        Unit unit = organization.unit(unitId).orElseThrow(MeetingError.UNKNOWN::plain);
        return new UnitReceipt(
                meeting,
                new ReceiptLine(
                        unit,
                        invited.seats(),
                        invited.who(),
                        ReceiptState.of(receipt, newest),
                        receipt,
                        people.of(meetingId, unitId),
                        isLate(newest),
                        null),
                newest,
                ReceiptRights.mayAnswer(meeting, unitId, viewer),
                ReceiptRights.ofUnit(unitId, viewer));
    }

    /** The unit of the viewer that is invited; the first in the official order where there are more. */
    public Optional<UUID> ownUnit(UUID meetingId, Actor viewer) {
        rights.visible(meetingId, viewer);
        Set<UUID> own = viewer.unitIds();
        List<UUID> invited = attendees.invited(meetingId).stream()
                .map(InvitedUnit::unitId)
                .filter(own::contains)
                .toList();
        return organization.inOfficialOrder(invited).stream().map(Unit::id).findFirst();
    }

    /** All units, those first who have said nothing; of one state in the official order. For whoever prepares or reads all. */
    public List<ReceiptLine> lines(UUID meetingId, Actor viewer) {
        Meeting meeting = rights.visible(meetingId, viewer);
        if (!MeetingRights.seesAll(viewer) && !MeetingRights.mayPrepare(meeting, viewer)) {
            throw MeetingError.NOT_YOURS.plain();
        }
        MeetingNotice newest = notices.newest(meetingId).orElse(null);
        Map<UUID, InvitedUnit> invited =
                attendees.invited(meetingId).stream().collect(Collectors.toMap(InvitedUnit::unitId, one -> one));
        Map<UUID, MeetingReceipt> receipts =
                store.of(meetingId).stream().collect(Collectors.toMap(MeetingReceipt::unitId, one -> one));
        Map<UUID, List<Attendee>> named = named(meetingId);
        Map<UUID, List<Person>> contacts = desk.peopleOf(invited.keySet());
        List<ReceiptLine> lines = new ArrayList<>();
        for (Unit unit : organization.inOfficialOrder(invited.keySet())) {
            InvitedUnit one = invited.get(unit.id());
            if (one != null) {
                MeetingReceipt receipt = receipts.get(unit.id());
                lines.add(new ReceiptLine(
                        unit,
                        one.seats(),
                        one.who(),
                        ReceiptState.of(receipt, newest),
                        receipt,
                        named.getOrDefault(unit.id(), List.of()),
                        isLate(newest),
                        contacts.getOrDefault(unit.id(), List.of()).stream()
                                .findFirst()
                                .orElse(null)));
            }
        }
        lines.sort(Comparator.comparing(ReceiptLine::state));
        return lines;
    }

    private boolean isLate(@Nullable MeetingNotice newest) {
        return newest != null && newest.due().isBefore(desk.now());
    }

    private Map<UUID, List<Attendee>> named(UUID meetingId) {
        Set<UUID> named = Set.copyOf(store.named(meetingId));
        Map<UUID, List<Attendee>> byUnit = new HashMap<>();
        for (Attendee attendee : attendees.of(meetingId)) {
            UUID unit = attendee.unitId();
            if (unit != null && named.contains(attendee.id())) {
                byUnit.computeIfAbsent(unit, key -> new ArrayList<>()).add(attendee);
            }
        }
        return byUnit;
    }
}

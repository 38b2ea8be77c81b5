package org.luoshi.meetings.invitation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.luoshi.meetings.core.Attendees;
import org.luoshi.meetings.core.InvitedUnit;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings the units, receipts and people of one meeting over to another. The units stay noted at the old one too, so that they still find out
 * there where it went; nothing of it is counted.
 */
@Component
class InvitationMerger {

    private final JdbcClient jdbc;
    private final Attendees attendees;
    private final ReceiptStore receipts;
    private final MeetingNoticeStore notices;
    private final MeetingNoticeService service;
    private final InvitationDesk desk;

    InvitationMerger(
            JdbcClient jdbc,
            Attendees attendees,
            ReceiptStore receipts,
            MeetingNoticeStore notices,
            MeetingNoticeService service,
            InvitationDesk desk) {
        this.jdbc = jdbc;
        this.attendees = attendees;
        this.receipts = receipts;
        this.notices = notices;
        this.service = service;
        this.desk = desk;
    }

    void merge(Meeting from, Meeting into, Actor actor) {
        Collection<UUID> people = service.people(from);
        Optional<MeetingNotice> last = notices.newest(from.id());
        List<InvitedUnit> units = attendees.invited(from.id());
        moveUnits(units, into);
        List<MeetingReceipt> receipts = this.receipts.of(from.id());
        Map<UUID, List<UUID>> named = named(from, receipts);
        receipts.forEach(receipt -> this.receipts.remove(from.id(), receipt.unitId()));
        Map<UUID, UUID> kept = movePeople(from, into);
        desk.releaseAll(from.id(), from.title());
        notices.newest(into.id()).or(() -> last).ifPresent(words -> {
            MeetingNotice newest = noticeOf(into, from, words.wordsOf(), actor);
            receipts.forEach(receipt -> moveReceipt(into, receipt, newest, named, kept, from.title()));
            requireSeats(into);
        });
        last.ifPresent(notice -> desk.tell(
                notice,
                "merged",
                Map.of("into", into.title(), "intoAt", into.startsAt().toString()),
                units.stream().map(InvitedUnit::unitId).toList(),
                people,
                actor));
    }

    /** A unit that is asked by both keeps the larger number of seats. */
    private void moveUnits(List<InvitedUnit> units, Meeting into) {
        Map<UUID, InvitedUnit> there = new HashMap<>();
        attendees.invited(into.id()).forEach(one -> there.put(one.unitId(), one));
        for (InvitedUnit unit : units) {
            InvitedUnit other = there.get(unit.unitId());
            attendees.invite(
                    other == null
                            ? new InvitedUnit(into.id(), unit.unitId(), unit.seats(), unit.who())
                            : new InvitedUnit(
                                    into.id(),
                                    unit.unitId(),
                                    Math.max(unit.seats(), other.seats()),
                                    other.who().isEmpty() ? unit.who() : other.who()));
        }
    }

    private Map<UUID, List<UUID>> named(Meeting from, List<MeetingReceipt> receipts) {
        Map<UUID, List<UUID>> named = new HashMap<>();
        receipts.forEach(receipt -> named.put(receipt.unitId(), this.receipts.namedBy(from.id(), receipt.unitId())));
        return named;
    }

    /** Whoever is at the other meeting already is not put down twice; says which attendee stands for which of the old ones. */
    private Map<UUID, UUID> movePeople(Meeting from, Meeting into) {
        Map<UUID, UUID> kept = new HashMap<>();
        jdbc.sql("""
                select a.id as old, b.id as other from meetings.attendee a
                join meetings.attendee b on b.meeting_id = :into and b.unit_id is not distinct from a.unit_id
                    and (b.person_id = a.person_id or b.name = a.name)
                where a.meeting_id = :from
                """).param("from", from.id()).param("into", into.id()).query(row -> {
            kept.put(row.getObject("old", UUID.class), row.getObject("other", UUID.class));
        });
        kept.keySet().forEach(attendees::remove);
        jdbc.sql("update meetings.attendee set meeting_id = :into where meeting_id = :from")
                .param("from", from.id())
                .param("into", into.id())
                .update();
        return kept;
    }

    /** The other meeting's next version, which also those get who come over; its words are those of the old notice where it had none. */
    private MeetingNotice noticeOf(Meeting into, Meeting from, NoticeWords words, Actor actor) {
        return service.issue(
                into,
                new NoticeWords(
                        words.agenda(),
                        words.dress(),
                        words.materials(),
                        words.contact(),
                        words.telephone(),
                        words.words(),
                        into.noticed() == 0 ? null : words.reportBy(),
                        false),
                from.title(),
                actor);
    }

    private void moveReceipt(
            Meeting into,
            MeetingReceipt receipt,
            MeetingNotice newest,
            Map<UUID, List<UUID>> named,
            Map<UUID, UUID> kept,
            String reason) {
        UUID unit = receipt.unitId();
        Optional<MeetingReceipt> there = receipts.find(into.id(), unit);
        if (there.isEmpty() || receipt.coming() && !there.get().coming()) {
            receipts.put(new MeetingReceipt(
                    into.id(),
                    unit,
                    newest.number(),
                    true,
                    receipt.coming(),
                    receipt.reason(),
                    receipt.onBehalf(),
                    receipt.answeredBy(),
                    receipt.answeredAt()));
            desk.oweAgain(into, newest, List.of(unit), reason);
        }
        receipts.name(
                into.id(),
                unit,
                named.getOrDefault(unit, List.of()).stream()
                        .map(id -> kept.getOrDefault(id, id))
                        .toList());
    }

    /** Both meetings' people of one unit have a seat. */
    private void requireSeats(Meeting into) {
        jdbc.sql("""
                update meetings.invited_unit i set seats = named.count
                from (select unit_id, cast(count(*) as int) as count from meetings.receipt_name where meeting_id = :into group by unit_id)
                    named
                where i.meeting_id = :into and i.unit_id = named.unit_id and i.seats < named.count
                """).param("into", into.id()).update();
    }
}

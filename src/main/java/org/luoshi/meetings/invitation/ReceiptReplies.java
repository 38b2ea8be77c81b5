package org.luoshi.meetings.invitation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.Attendee;
import org.luoshi.meetings.core.Attendees;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.invitation.CalendarReply.Answer;
import org.luoshi.meetings.invitation.ReceiptService.Standing;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Fills receipts from what calendar programs answer. The receipt stays the truth; the calendar file is a courtesy. */
@Service
@Transactional
public class ReceiptReplies {

    private final MeetingRights rights;
    private final ReceiptRights receiptRights;
    private final ReceiptService service;
    private final ReceiptStore store;
    private final ReceiptPeople people;
    private final MeetingNoticeStore notices;
    private final Attendees attendees;
    private final OrganizationApi organization;

    ReceiptReplies(
            MeetingRights rights,
            ReceiptRights receiptRights,
            ReceiptService service,
            ReceiptStore store,
            ReceiptPeople people,
            MeetingNoticeStore notices,
            Attendees attendees,
            OrganizationApi organization) {
        this.rights = rights;
        this.receiptRights = receiptRights;
        this.service = service;
        this.store = store;
        this.people = people;
        this.notices = notices;
        this.attendees = attendees;
        this.organization = organization;
    }

    /**
     * Takes a reply and says for which unit.
     *
     * @param unitId whose receipt it fills; null to find it by who answers
     * @param reason what is kept as the reason where the reply gives none
     */
    public UUID take(UUID meetingId, @Nullable UUID unitId, String text, String reason, Actor actor) {
        CalendarReply reply = CalendarReplyReader.read(text);
        Meeting meeting = rights.visible(meetingId, actor);
        if (!reply.uid().equals(InvitationCalendar.uid(meeting.id()))) {
            throw InvitationError.REPLY_OTHER_MEETING.with(Map.of("field", "reply", "title", meeting.title()));
        }
        Answer answer = reply.people().stream()
                .filter(one -> !one.isDelegate())
                .findFirst()
                .orElse(reply.people().get(0));
        Optional<Attendee> known = attendee(meetingId, answer);
        UUID unit = unitId != null ? unitId : known.map(Attendee::unitId).orElse(null);
        if (unit == null) {
            throw InvitationError.REPLY_FROM_UNKNOWN.with(Map.of("field", "unit", "name", answer.nameOrAddress()));
        }
        meeting = receiptRights.forAnswer(meetingId, unit, actor);
        String words = reply.comment().isEmpty() ? reason : reply.comment();
        String name = known.map(Attendee::name).orElseGet(() -> nameOf(answer));
        List<NamedPerson> named =
                people.of(meetingId, unit).stream().map(NamedPerson::of).toList();
        List<NamedPerson> after = after(named, name, answer, reply, words, seats(meetingId, unit));
        Standing standing = standing(meeting, unit, reply, after.size());
        service.write(
                meeting, unit, new ReceiptAnswer(standing.number(), !after.isEmpty(), words, after), standing, actor);
        return unit;
    }

    private int seats(UUID meetingId, UUID unit) {
        return receiptRights.invited(meetingId, unit).orElseThrow().seats();
    }

    /** Who answers, by the address of somebody known here, else by a name that only one of them has. */
    private Optional<Attendee> attendee(UUID meetingId, Answer answer) {
        Set<UUID> named = new HashSet<>(store.named(meetingId));
        List<Attendee> all = attendees.of(meetingId).stream()
                .filter(one -> named.contains(one.id()))
                .toList();
        Map<UUID, Person> known = organization.people(
                all.stream().map(Attendee::personId).filter(id -> id != null).toList());
        Optional<Attendee> byAddress = all.stream()
                .filter(one -> one.personId() != null && answer.address().equals(address(known.get(one.personId()))))
                .findFirst();
        List<Attendee> byName =
                all.stream().filter(one -> one.name().equals(answer.name())).toList();
        return byAddress.isPresent() || byName.size() != 1 ? byAddress : Optional.of(byName.get(0));
    }

    private static String address(@Nullable Person person) {
        return person == null || person.email() == null
                ? ""
                : person.email().strip().toLowerCase(Locale.ROOT);
    }

    private static String nameOf(Answer answer) {
        return answer.nameOrAddress();
    }

    private static List<NamedPerson> after(
            List<NamedPerson> before, String name, Answer answer, CalendarReply reply, String words, int seats) {
        List<NamedPerson> after = new ArrayList<>(before);
        int at = before.stream().map(NamedPerson::name).toList().indexOf(name);
        switch (answer.participation()) {
            case "ACCEPTED" -> {
                if (at < 0) {
                    after.add(new NamedPerson(name, "", "", RankClass.OTHER, "", ""));
                }
            }
            case "DECLINED" -> {
                if (at < 0 && (seats > 1 || !before.isEmpty())) {
                    throw InvitationError.REPLY_FROM_UNKNOWN.with(Map.of("field", "reply", "name", name));
                }
                if (at >= 0) {
                    after.remove(at);
                }
            }
            case "DELEGATED" -> {
                NamedPerson substitute = substitute(name, answer, reply, words, at < 0 ? null : before.get(at));
                if (at < 0) {
                    after.add(substitute);
                } else {
                    after.set(at, substitute);
                }
            }
            default -> throw InvitationError.REPLY_UNDECIDED.with(Map.of("field", "reply", "name", name));
        }
        return after;
    }

    private static NamedPerson substitute(
            String name, Answer answer, CalendarReply reply, String words, @Nullable NamedPerson original) {
        String to = answer.delegatedTo();
        if (to == null || to.isBlank()) {
            throw InvitationError.REPLY_UNREADABLE.with(Map.of("field", "reply"));
        }
        if (original != null && !original.insteadOf().isEmpty()) {
            throw InvitationError.SUBSTITUTE_OF_SUBSTITUTE.with(
                    Map.of("field", "reply", "substitute", name, "original", original.insteadOf()));
        }
        String substitute = reply.people().stream()
                .filter(one -> one.address().equals(to))
                .map(Answer::nameOrAddress)
                .findFirst()
                .orElse(to);
        return new NamedPerson(substitute, "", "", RankClass.OTHER, name, words);
    }

    /** A reply to an older invitation has to be confirmed; one of several people does not confirm for the others. */
    private Standing standing(Meeting meeting, UUID unit, CalendarReply reply, int named) {
        int answered = notices.of(meeting.id()).stream()
                .filter(notice -> notice.sequence() <= reply.sequence())
                .mapToInt(MeetingNotice::number)
                .max()
                .orElse(1);
        Optional<MeetingReceipt> before = store.find(meeting.id(), unit);
        if (before.isEmpty() || named <= 1) {
            return new Standing(answered, false);
        }
        return new Standing(
                Math.min(answered, before.get().noticeNumber()), before.get().stale());
    }
}

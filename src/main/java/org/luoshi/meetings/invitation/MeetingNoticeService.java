package org.luoshi.meetings.invitation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.meetings.core.Attendee;
import org.luoshi.meetings.core.Attendees;
import org.luoshi.meetings.core.InvitedUnit;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.core.MeetingService;
import org.luoshi.meetings.core.MeetingStep;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.shared.Actor;
import org.luoshi.worktime.Limit;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends notices, each a version of its own that never changes afterwards. */
@Service
@Transactional
public class MeetingNoticeService {

    /** Where the day to answer by is over, units have so many working days. Ours. */
    private static final int DAYS_TO_ANSWER = 1;

    private static final Set<MeetingNotice.Change> ONLY_WORDS = Set.of(MeetingNotice.Change.WORDS);

    private final MeetingRights rights;
    private final ObjectProvider<MeetingService> meetings;
    private final Attendees attendees;
    private final MeetingNoticeStore store;
    private final InvitationDesk desk;
    private final OrganizationApi organization;
    private final WorktimeApi worktime;
    private final FilesApi files;
    private final HistoryApi history;

    MeetingNoticeService(
            MeetingRights rights,
            ObjectProvider<MeetingService> meetings,
            Attendees attendees,
            MeetingNoticeStore store,
            InvitationDesk desk,
            OrganizationApi organization,
            WorktimeApi worktime,
            FilesApi files,
            HistoryApi history) {
        this.rights = rights;
        this.meetings = meetings;
        this.attendees = attendees;
        this.store = store;
        this.desk = desk;
        this.organization = organization;
        this.worktime = worktime;
        this.files = files;
        this.history = history;
    }

    /** Sends the next version to every invited unit. Receipts have to be confirmed where more than words changed, or where it is wanted. */
    public MeetingNotice send(UUID meetingId, NoticeWords typed, Actor actor) {
        Meeting meeting = rights.forStep(meetingId, MeetingStep.PREPARE, actor);
        NoticeWords words = typed.checked();
        files.requireUnmarked(words.all());
        requireInTime(words.reportBy(), meeting);
        if (attendees.invited(meetingId).isEmpty()) {
            throw InvitationError.NOBODY_INVITED.with(Map.of("field", "units"));
        }
        return issue(meeting, words, "", actor);
    }

    private void requireInTime(@Nullable Instant reportBy, Meeting meeting) {
        if (reportBy != null && (reportBy.isAfter(meeting.startsAt()) || !reportBy.isAfter(desk.now()))) {
            throw InvitationError.REPORT_TOO_LATE.with(Map.of("field", "reportDay"));
        }
    }

    /** The next version after a change, with the words of the one before; nothing where nobody was given notice yet. */
    void follow(Meeting meeting, String reason, Actor actor) {
        store.newest(meeting.id()).ifPresent(newest -> issue(meeting, kept(newest, meeting), reason, actor));
    }

    /** The words of a version, with a day to answer by that still can be kept, and asking anew. */
    private NoticeWords kept(MeetingNotice newest, Meeting meeting) {
        NoticeWords words = newest.wordsOf();
        return new NoticeWords(
                words.agenda(),
                words.dress(),
                words.materials(),
                words.contact(),
                words.telephone(),
                words.words(),
                stillPossible(words.reportBy(), meeting),
                true);
    }

    private @Nullable Instant stillPossible(@Nullable Instant reportBy, Meeting meeting) {
        if (reportBy == null) {
            return null;
        }
        Instant next =
                worktime.due(desk.now(), Limit.workingDays(DAYS_TO_ANSWER)).due();
        Instant wanted = reportBy.isAfter(next) ? reportBy : next;
        return wanted.isAfter(meeting.startsAt()) ? meeting.startsAt() : wanted;
    }

    /** Writes a version, tells everybody and says who owes an answer. */
    MeetingNotice issue(Meeting meeting, NoticeWords words, String reason, Actor actor) {
        MeetingNotice before = store.newest(meeting.id()).orElse(null);
        MeetingNotice notice = written(meeting, words, reason, before, actor);
        store.insert(notice);
        meetings.getObject().noticed(meeting.id(), notice.number(), actor);
        List<UUID> units = attendees.invited(meeting.id()).stream()
                .map(InvitedUnit::unitId)
                .toList();
        if (notice.answersFrom() == notice.number()) {
            desk.oweAgain(meeting, notice, units, reason.isEmpty() ? meeting.title() : reason);
        } else {
            desk.oweBy(meeting, notice, units);
        }
        desk.tell(
                notice,
                before == null ? "first" : "newer",
                Map.of(
                        "number",
                        String.valueOf(notice.number()),
                        "dueAt",
                        notice.due().toString()),
                units,
                people(meeting),
                actor);
        history.record(
                new HistoryFact(
                        meeting.id(),
                        "meetings.notice",
                        meeting.id(),
                        "sent",
                        Map.of("title", meeting.title(), "number", notice.number(), "units", units.size()),
                        reason.isEmpty() ? null : reason),
                actor);
        return notice;
    }

    /** Everybody who is known here and has to be there. */
    Collection<UUID> people(Meeting meeting) {
        List<UUID> people = new ArrayList<>();
        for (Attendee attendee : attendees.of(meeting.id())) {
            if (attendee.personId() != null) {
                people.add(attendee.personId());
            }
        }
        if (meeting.chairId() != null) {
            people.add(meeting.chairId());
        }
        people.add(meeting.ownerId());
        return people;
    }

    private MeetingNotice written(
            Meeting meeting, NoticeWords words, String reason, @Nullable MeetingNotice before, Actor actor) {
        int number = before == null ? 1 : before.number() + 1;
        MeetingNotice notice = frozen(meeting, words, reason, number, number, actor);
        if (before == null || words.askAgain() || !ONLY_WORDS.containsAll(notice.changesSince(before))) {
            return notice;
        }
        return frozen(meeting, words, reason, number, before.answersFrom(), actor);
    }

    private MeetingNotice frozen(
            Meeting meeting, NoticeWords words, String reason, int number, int answersFrom, Actor actor) {
        UUID chair = meeting.chairId();
        return new MeetingNotice(
                meeting.id(),
                number,
                meeting.title(),
                meeting.startsAt(),
                meeting.endsAt(),
                meeting.place(),
                chair == null
                        ? ""
                        : organization.person(chair).map(Person::name).orElse(""),
                meeting.audience(),
                words.agenda(),
                words.dress(),
                words.materials(),
                words.contact(),
                words.telephone(),
                words.words(),
                words.reportBy(),
                reason,
                meeting.sequence(),
                answersFrom,
                actor.personId(),
                desk.now());
    }
}

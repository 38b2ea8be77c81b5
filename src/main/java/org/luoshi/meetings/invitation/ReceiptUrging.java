package org.luoshi.meetings.invitation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.core.MeetingStep;
import org.luoshi.notices.NewNotice;
import org.luoshi.notices.NoticesApi;
import org.luoshi.notices.UrgeResult;
import org.luoshi.organization.Person;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Urges units that owe a receipt, each as seldom as the house allows; who has no account is left to the telephone. */
@Service
@Transactional
public class ReceiptUrging {

    private static final int NAMED = 5;

    private final MeetingRights rights;
    private final ReceiptQueries queries;
    private final MeetingNoticeStore notices;
    private final InvitationDesk desk;
    private final NoticesApi told;
    private final HistoryApi history;

    ReceiptUrging(
            MeetingRights rights,
            ReceiptQueries queries,
            MeetingNoticeStore notices,
            InvitationDesk desk,
            NoticesApi told,
            HistoryApi history) {
        this.rights = rights;
        this.queries = queries;
        this.notices = notices;
        this.desk = desk;
        this.told = told;
        this.history = history;
    }

    /** What became of it, by the short names of units. */
    public record Urged(List<String> told, List<TooSoon> tooSoon, List<String> byTelephone) {}

    /** A unit that was urged lately. */
    public record TooSoon(String unit, Instant nextPossible) {}

    /** Urges those of the units that still owe an answer or a confirmation; for none chosen, all of them. */
    public Urged urge(UUID meetingId, Collection<UUID> chosen, Actor actor) {
        Meeting meeting = rights.forStep(meetingId, MeetingStep.PREPARE, actor);
        MeetingNotice newest = notices.newest(meetingId)
                .orElseThrow(() -> InvitationError.NO_NOTICE.with(Map.of("title", meeting.title())));
        List<ReceiptLine> owing = queries.lines(meetingId, actor).stream()
                .filter(line -> line.state().isOwed())
                .filter(line -> chosen.isEmpty() || chosen.contains(line.unit().id()))
                .toList();
        Map<UUID, List<Person>> people =
                desk.peopleOf(owing.stream().map(line -> line.unit().id()).toList());
        Urged urged = new Urged(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        owing.forEach(line -> urge(
                newest, line, desk.withAccount(people.getOrDefault(line.unit().id(), List.of())), urged));
        if (!urged.told().isEmpty()) {
            record(meeting, urged.told(), actor);
        }
        return urged;
    }

    private void urge(MeetingNotice newest, ReceiptLine line, List<UUID> people, Urged urged) {
        if (people.isEmpty()) {
            urged.byTelephone().add(line.unit().shortName());
            return;
        }
        UUID meetingId = newest.meetingId();
        UrgeResult result = told.urge(
                line.unit().id(),
                new NewNotice(
                        people,
                        line.state() == ReceiptState.SILENT
                                ? "meetings.invitation.told.urge"
                                : "meetings.invitation.told.urge-confirm",
                        Map.of("title", newest.title(), "dueAt", newest.due().toString()),
                        InvitationDesk.address(meetingId) + "/receipt?unit="
                                + line.unit().id(),
                        InvitationDesk.named("urge" + meetingId),
                        "meeting-receipt-urge"));
        if (result.sent()) {
            urged.told().add(line.unit().shortName());
        } else {
            urged.tooSoon().add(new TooSoon(line.unit().shortName(), result.nextPossible()));
        }
    }

    private void record(Meeting meeting, List<String> units, Actor actor) {
        String names = String.join("、", units.stream().limit(NAMED).toList());
        history.record(
                new HistoryFact(
                        meeting.id(),
                        "meetings.receipt",
                        meeting.id(),
                        "urged",
                        Map.of("count", units.size(), "units", units.size() > NAMED ? names + "…" : names),
                        null),
                actor);
    }
}

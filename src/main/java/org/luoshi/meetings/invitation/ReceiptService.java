package org.luoshi.meetings.invitation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingWords;
import org.luoshi.meetings.core.NewMeeting;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes receipts: from a unit itself, or from the office on its behalf. */
@Service
@Transactional
public class ReceiptService {

    private final ReceiptRights rights;
    private final MeetingNoticeStore notices;
    private final ReceiptStore store;
    private final ReceiptPeople people;
    private final InvitationDesk desk;
    private final OrganizationApi organization;
    private final FilesApi files;
    private final HistoryApi history;

    ReceiptService(
            ReceiptRights rights,
            MeetingNoticeStore notices,
            ReceiptStore store,
            ReceiptPeople people,
            InvitationDesk desk,
            OrganizationApi organization,
            FilesApi files,
            HistoryApi history) {
        this.rights = rights;
        this.notices = notices;
        this.store = store;
        this.people = people;
        this.desk = desk;
        this.organization = organization;
        this.files = files;
        this.history = history;
    }

    /** The unit's answer, whole: who is not in it any more does not come. */
    public void answer(UUID meetingId, UUID unitId, ReceiptAnswer answer, Actor actor) {
        Meeting meeting = rights.forAnswer(meetingId, unitId, actor);
        MeetingNotice newest = newest(meeting);
        if (answer.noticeNumber() < newest.answersFrom()) {
            throw InvitationError.NOTICE_NEWER.with(Map.of("number", newest.number()));
        }
        write(meeting, unitId, answer, new Standing(newest.number(), false), actor);
    }

    /** The same as before, under the newest notice. Pressed twice it is still once. */
    public void stillYes(UUID meetingId, UUID unitId, Actor actor) {
        Meeting meeting = rights.forAnswer(meetingId, unitId, actor);
        MeetingNotice newest = newest(meeting);
        MeetingReceipt receipt = store.find(meetingId, unitId).orElseThrow(InvitationError.NOTHING_TO_CONFIRM::plain);
        if (receipt.holds(newest)) {
            return;
        }
        put(meeting, unitId, receipt.coming(), receipt.reason(), new Standing(newest.number(), false), actor);
        desk.answered(meetingId, unitId, actor);
        record(meeting, unitId, "confirmed", Map.of("number", newest.number()), null, actor);
    }

    /** Under which notice an answer is kept. */
    record Standing(int number, boolean stale) {}

    /** Checks and keeps an answer, whatever notice it speaks of. */
    void write(Meeting meeting, UUID unitId, ReceiptAnswer typed, Standing standing, Actor actor) {
        String reason = MeetingWords.optional("reason", typed.reason(), NewMeeting.LONGEST_LINE);
        files.requireUnmarked(reason);
        List<NamedPerson> named = typed.coming() ? people.checked(meeting.id(), unitId, typed.people()) : List.of();
        if (!typed.coming()) {
            MeetingWords.require("reason", reason, NewMeeting.LONGEST_LINE);
        }
        put(meeting, unitId, typed.coming(), typed.coming() ? "" : reason, standing, actor);
        people.replace(meeting.id(), unitId, named);
        if (!standing.stale() && standing.number() >= newest(meeting).answersFrom()) {
            desk.answered(meeting.id(), unitId, actor);
        }
        record(
                meeting,
                unitId,
                typed.coming() ? "answered" : "declined",
                Map.of("count", named.size(), "names", names(named)),
                reason.isEmpty() ? null : reason,
                actor);
    }

    private static String names(List<NamedPerson> named) {
        return String.join("、", named.stream().limit(5).map(NamedPerson::name).toList());
    }

    private void put(Meeting meeting, UUID unitId, boolean coming, String reason, Standing standing, Actor actor) {
        store.put(new MeetingReceipt(
                meeting.id(),
                unitId,
                standing.number(),
                standing.stale(),
                coming,
                reason,
                !ReceiptRights.ofUnit(unitId, actor),
                actor.personId(),
                desk.now()));
    }

    private MeetingNotice newest(Meeting meeting) {
        return notices.newest(meeting.id())
                .orElseThrow(() -> InvitationError.NO_NOTICE.with(Map.of("title", meeting.title())));
    }

    private void record(
            Meeting meeting,
            UUID unitId,
            String action,
            Map<String, Object> more,
            @Nullable String reason,
            Actor actor) {
        Map<String, Object> details = new HashMap<>(more);
        details.put("unit", organization.unit(unitId).map(Unit::shortName).orElse("—"));
        boolean own = ReceiptRights.ofUnit(unitId, actor);
        history.record(
                new HistoryFact(
                        meeting.id(),
                        "meetings.receipt",
                        unitId,
                        own ? action : action + "-on-behalf",
                        details,
                        reason),
                actor);
    }
}

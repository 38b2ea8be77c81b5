package org.luoshi.meetings.after;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingFollower;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.core.MeetingState;
import org.luoshi.meetings.core.MeetingStep;
import org.luoshi.meetings.core.MeetingWords;
import org.luoshi.meetings.core.NewMeeting;
import org.luoshi.obligations.NewObligation;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Post;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.luoshi.worktime.Limit;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes minutes, asks people to agree, and signs them: by the chair or the director, never by who wrote them. */
@Service
@Transactional
public class MinutesService implements MeetingFollower {

    private static final String SOURCE = "meetings.circulation";
    private static final int LONGEST_BODY = 200_000;
    private static final int LONGEST_NAMES = 20_000;
    private static final int MOST_DECISIONS = 200;

    private final MinutesStore store;
    private final MeetingRights rights;
    private final OrganizationApi organization;
    private final ObligationsApi obligations;
    private final FilesApi files;
    private final WorktimeApi worktime;
    private final HistoryApi history;
    private final Clock clock;

    MinutesService(
            MinutesStore store,
            MeetingRights rights,
            OrganizationApi organization,
            ObligationsApi obligations,
            FilesApi files,
            WorktimeApi worktime,
            HistoryApi history,
            Clock clock) {
        this.store = store;
        this.rights = rights;
        this.organization = organization;
        this.obligations = obligations;
        this.files = files;
        this.worktime = worktime;
        this.history = history;
        this.clock = clock;
    }

    /** While they are not signed; who agreed to a text that changes by it is to be asked again. */
    public void write(UUID meetingId, WrittenMinutes written, Actor actor) {
        Meeting meeting = rights.forStep(meetingId, MeetingStep.RECORD, actor);
        Minutes before = store.find(meetingId).orElse(null);
        if (before != null && before.signedAt() != null) {
            throw MinutesError.SIGNED.plain();
        }
        WrittenMinutes checked = checked(written);
        List<MeetingDecision> decisions = decisions(meetingId, checked.decisions());
        int text = before == null
                ? 1
                : sameText(before, checked, decisions) ? before.textVersion() : before.textVersion() + 1;
        if ((before == null) != (written.seenVersion() == 0)
                || !store.write(meetingId, checked, text, actor.personId(), clock.instant())) {
            throw MinutesError.CHANGED_MEANWHILE.plain();
        }
        store.decisions(meetingId, decisions);
        store.keepText(
                meetingId,
                new MinutesText(
                        written.seenVersion() + 1, text, text(checked, decisions), actor.personId(), clock.instant()));
        if (before != null && text != before.textVersion()) {
            askAgain(meeting, text, actor);
        }
        record(meeting, before == null ? "written" : "changed", null, actor, Map.of("decisions", decisions.size()));
    }

    private WrittenMinutes checked(WrittenMinutes written) {
        WrittenMinutes checked = new WrittenMinutes(
                written.seenVersion(),
                MeetingWords.optional("number", written.number(), 60),
                MeetingWords.optional("present", written.present(), LONGEST_NAMES),
                MeetingWords.optional("absent", written.absent(), LONGEST_NAMES),
                MeetingWords.optional("body", written.body(), LONGEST_BODY),
                written.decisions());
        files.requireUnmarked(checked.number() + "\n" + checked.body());
        return checked;
    }

    private List<MeetingDecision> decisions(UUID meetingId, List<WrittenMinutes.WrittenDecision> written) {
        List<MeetingDecision> decisions = new ArrayList<>();
        for (WrittenMinutes.WrittenDecision one : written.stream()
                .filter(decision -> !decision.text().isBlank())
                .limit(MOST_DECISIONS)
                .toList()) {
            int place = decisions.size() + 1;
            String text = MeetingWords.require("decision", one.text(), MeetingDecision.LONGEST);
            String requirement = MeetingWords.optional(
                    "requirement" + place, one.requirement(), MeetingDecision.LONGEST_REQUIREMENT);
            files.requireUnmarked(text + "\n" + requirement);
            UUID lead = one.leadUnit();
            if (one.handed() && lead == null) {
                throw MinutesError.NO_LEAD.with(Map.of("field", "lead" + place, "number", place));
            }
            if (lead != null && one.coUnits().contains(lead)) {
                throw MinutesError.LEAD_IS_CO.with(Map.of("field", "co" + place, "number", place));
            }
            decisions.add(new MeetingDecision(
                    TimeOrderedIds.next(clock),
                    meetingId,
                    place,
                    text,
                    requirement,
                    one.handed(),
                    one.handed() ? lead : null,
                    one.handed() ? one.coUnits() : List.of(),
                    one.handed() ? one.due() : null,
                    null));
        }
        return decisions;
    }

    /** Everything that is agreed to, line by line. */
    private static String text(WrittenMinutes minutes, List<MeetingDecision> decisions) {
        StringBuilder text = new StringBuilder(minutes.body());
        for (MeetingDecision one : decisions) {
            text.append('\n').append(one.place()).append(". ").append(one.text());
            if (!one.requirement().isEmpty()) {
                text.append('\n').append(one.requirement());
            }
        }
        return text.toString();
    }

    /** Who was asked about an earlier text is asked about this one, without anybody's having to think of it. */
    private void askAgain(Meeting meeting, int text, Actor actor) {
        Instant soon = worktime.due(clock.instant(), Limit.workingDays(1)).due();
        for (Circulated one : store.circulated(meeting.id())) {
            Instant due = one.due().isAfter(clock.instant()) ? one.due() : soon;
            obligations.release(deskId(meeting.id(), one.personId(), one.textVersion()), meeting.title());
            store.circulate(meeting.id(), one.personId(), text, due, actor.personId(), clock.instant());
            owe(meeting, one.personId(), text, due);
        }
    }

    private boolean sameText(Minutes before, WrittenMinutes written, List<MeetingDecision> decisions) {
        return before.body().equals(written.body())
                && store.decisions(before.meetingId()).stream()
                        .map(MinutesService::content)
                        .toList()
                        .equals(decisions.stream().map(MinutesService::content).toList());
    }

    private static List<Object> content(MeetingDecision one) {
        return List.of(
                one.text(),
                one.requirement(),
                one.handed(),
                String.valueOf(one.leadUnit()),
                one.coUnits(),
                String.valueOf(one.due()));
    }

    /** Asks people to agree to the text as it is; who agreed to this very text is not asked again. */
    public void circulate(UUID meetingId, Collection<UUID> people, Instant due, Actor actor) {
        Meeting meeting = rights.forStep(meetingId, MeetingStep.RECORD, actor);
        Minutes minutes = unsigned(meetingId);
        if (people.isEmpty()) {
            throw MinutesError.NOBODY.with(Map.of("field", "people"));
        }
        Map<UUID, Circulated> asked = new HashMap<>();
        store.circulated(meetingId).forEach(one -> asked.put(one.personId(), one));
        int count = 0;
        for (UUID person : people) {
            Circulated before = asked.get(person);
            if (before != null && before.textVersion() == minutes.textVersion() && before.agreed() != null) {
                continue;
            }
            store.circulate(meetingId, person, minutes.textVersion(), due, actor.personId(), clock.instant());
            owe(meeting, person, minutes.textVersion(), due);
            count++;
        }
        record(meeting, "circulated", null, actor, Map.of("count", count));
    }

    private void owe(Meeting meeting, UUID person, int text, Instant due) {
        UUID unit = organization.postsHeldBy(person, due.atZone(clock.getZone()).toLocalDate()).stream()
                .map(Post::unitId)
                .findFirst()
                .orElse(meeting.unitId());
        obligations.owe(new NewObligation(
                deskId(meeting.id(), person, text),
                SOURCE,
                meeting.id(),
                unit,
                null,
                person,
                "agree-minutes",
                meeting.title(),
                "/meetings/" + meeting.id() + "/minutes",
                due));
    }

    private static UUID deskId(UUID meetingId, UUID person, int text) {
        return UUID.nameUUIDFromBytes((SOURCE + meetingId + person + text).getBytes(StandardCharsets.UTF_8));
    }

    /** Somebody who was asked agrees to the text that was seen, or objects with words. */
    public void answer(UUID meetingId, boolean agreed, String words, int seenText, Actor actor) {
        Meeting meeting = rights.visible(meetingId, actor);
        Minutes minutes = unsigned(meetingId);
        Circulated asked = store.circulated(meetingId).stream()
                .filter(one -> one.personId().equals(actor.personId()))
                .findFirst()
                .orElseThrow(MinutesError.NOT_YOURS::plain);
        if (asked.textVersion() != minutes.textVersion() || seenText != minutes.textVersion()) {
            throw MinutesError.CHANGED_MEANWHILE.plain();
        }
        String said = agreed
                ? MeetingWords.optional("words", words, NewMeeting.LONGEST_PURPOSE)
                : MeetingWords.require("words", words, NewMeeting.LONGEST_PURPOSE);
        files.requireUnmarked(said);
        store.answer(meetingId, actor.personId(), agreed, said, clock.instant());
        obligations.meet(
                List.of(deskId(meetingId, actor.personId(), asked.textVersion())),
                SOURCE,
                meetingId,
                clock.instant(),
                actor);
        record(meeting, agreed ? "agreed" : "objected", said.isEmpty() ? null : said, actor, Map.of());
    }

    /**
     * By the chair, the director or the leader of the office, never by who wrote any of it, and only the text that was seen.
     *
     * @param over why, where not everybody who was asked agrees; else empty
     */
    public void sign(UUID meetingId, int seenText, String over, Actor actor) {
        Meeting meeting = rights.visible(meetingId, actor);
        Minutes minutes = unsigned(meetingId);
        boolean entitled = actor.personId().equals(meeting.chairId()) || MeetingRights.approves(actor);
        if (!entitled) {
            throw MinutesError.NOT_YOURS.plain();
        }
        if (store.writers(meetingId).contains(actor.personId())) {
            throw MinutesError.SOMEBODY_ELSE.plain();
        }
        if (meeting.state() != MeetingState.HELD) {
            throw MinutesError.NOT_HELD.plain();
        }
        if (seenText != minutes.textVersion()) {
            throw MinutesError.CHANGED_MEANWHILE.plain();
        }
        String why = MeetingWords.optional("over", over, NewMeeting.LONGEST_LINE);
        files.requireUnmarked(why);
        boolean all = store.circulated(meetingId).stream().allMatch(one -> Objects.equals(one.agreed(), true));
        if (!all && why.isEmpty()) {
            throw MinutesError.OBJECTED.with(Map.of("field", "over"));
        }
        String overWhom = all ? null : why;
        store.sign(meetingId, overWhom, actor.personId(), clock.instant());
        obligations.releaseAllOf(SOURCE, meetingId, meeting.title());
        record(meeting, "signed", overWhom, actor, Map.of());
    }

    @Override
    public void cancelled(Meeting meeting, String reason, Actor actor) {
        obligations.releaseAllOf(SOURCE, meeting.id(), reason);
    }

    @Override
    public void merged(Meeting from, Meeting into, Actor actor) {
        obligations.releaseAllOf(SOURCE, from.id(), into.title());
    }

    private Minutes unsigned(UUID meetingId) {
        Minutes minutes = store.find(meetingId).orElseThrow(MinutesError.NOT_WRITTEN::plain);
        if (minutes.signedAt() != null) {
            throw MinutesError.SIGNED.plain();
        }
        return minutes;
    }

    private void record(
            Meeting meeting, String action, @Nullable String reason, Actor actor, Map<String, Object> more) {
        Map<String, Object> details = new HashMap<>(more);
        details.put("title", meeting.title());
        history.record(new HistoryFact(meeting.id(), "meetings.minutes", meeting.id(), action, details, reason), actor);
    }
}

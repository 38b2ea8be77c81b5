package org.luoshi.meetings.venue;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.meetings.core.Attendees;
import org.luoshi.meetings.core.InvitedUnit;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingFollower;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.core.MeetingStep;
import org.luoshi.meetings.core.MeetingWords;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The roll call of the sites of a video meeting, as data: who answered which test, who was cut off for how long. */
@Service
@Transactional
public class SiteCalls implements MeetingFollower {

    /** Of one meeting: every county and town of a large province. Ours. */
    static final int MOST_SITES = 3_000;

    private final SiteStore store;
    private final Attendees attendees;
    private final OrganizationApi organization;
    private final MeetingRights rights;
    private final FilesApi files;
    private final HistoryApi history;
    private final Clock clock;

    SiteCalls(
            SiteStore store,
            Attendees attendees,
            OrganizationApi organization,
            MeetingRights rights,
            FilesApi files,
            HistoryApi history,
            Clock clock) {
        this.store = store;
        this.attendees = attendees;
        this.organization = organization;
        this.rights = rights;
        this.files = files;
        this.history = history;
        this.clock = clock;
    }

    /** Who is still silent first; for who prepares the meeting, since telephone numbers stand there. */
    @Transactional(readOnly = true)
    public List<VideoSite> of(UUID meetingId, Actor actor) {
        rights.prepared(meetingId, actor);
        return silentFirst(meetingId);
    }

    List<VideoSite> silentFirst(UUID meetingId) {
        return store.of(meetingId).stream().sorted(VideoSite.SILENT_FIRST).toList();
    }

    public UUID add(UUID meetingId, NewSite wanted, Actor actor) {
        Meeting meeting = rights.forStep(meetingId, MeetingStep.RECORD, actor);
        NewSite site = new NewSite(
                wanted.unitId(),
                MeetingWords.require("name", wanted.name(), 60),
                MeetingWords.optional("contact", wanted.contact(), 60),
                MeetingWords.optional("telephone", wanted.telephone(), 60),
                MeetingWords.optional("reserveLine", wanted.reserveLine(), 60));
        files.requireUnmarked(site.name() + " " + site.contact() + " " + site.reserveLine());
        requireRoomFor(meetingId, 1);
        UUID id = TimeOrderedIds.next(clock);
        if (!store.insert(id, meetingId, site)) {
            throw VenueError.SITE_THERE.with(Map.of("field", "name", "name", site.name()));
        }
        record(meeting, id, "added", Map.of("site", site.name()), actor);
        return id;
    }

    private void requireRoomFor(UUID meetingId, int more) {
        if (store.of(meetingId).size() + more > MOST_SITES) {
            throw VenueError.TOO_MANY_SITES.with(Map.of("most", MOST_SITES));
        }
    }

    /** One for each unit that was asked and each site that stands on the list of people; those that are there stay. How many are new. */
    public int addAll(UUID meetingId, Actor actor) {
        Meeting meeting = rights.forStep(meetingId, MeetingStep.RECORD, actor);
        List<NewSite> wanted = SitesOfPeople.of(
                organization.inOfficialOrder(attendees.invited(meetingId).stream()
                        .map(InvitedUnit::unitId)
                        .toList()),
                attendees.of(meetingId));
        requireRoomFor(meetingId, wanted.size());
        int added = 0;
        for (NewSite site : wanted) {
            added += store.insert(TimeOrderedIds.next(clock), meetingId, site) ? 1 : 0;
        }
        if (added > 0) {
            record(meeting, meetingId, "listed", Map.of("count", added), actor);
        }
        return added;
    }

    public void remove(UUID meetingId, UUID siteId, Actor actor) {
        Meeting meeting = rights.forStep(meetingId, MeetingStep.RECORD, actor);
        VideoSite site = site(meetingId, siteId);
        store.remove(siteId);
        record(meeting, siteId, "removed", Map.of("site", site.name()), actor);
    }

    /** What a site answered; null takes an answer back that was noted by mistake. Said twice, it is noted once. */
    public void note(UUID meetingId, UUID siteId, CallStep step, @Nullable Boolean well, Actor actor) {
        Meeting meeting = rights.forStep(meetingId, MeetingStep.RECORD, actor);
        VideoSite site = site(meetingId, siteId);
        VideoSite.Call before = site.call(step);
        if (Objects.equals(before == null ? null : before.well(), well)) {
            return;
        }
        if (well == null) {
            store.forget(siteId, step);
        } else {
            store.note(siteId, step, well, actor);
        }
        String said = well == null ? "taken-back" : well ? "well" : "unwell";
        String stepWord = step.name().toLowerCase(Locale.ROOT).replace('_', '-');
        record(meeting, siteId, said + "-" + stepWord, Map.of("site", site.name()), actor);
    }

    /** Its line is lost from now on. */
    public void droppedOut(UUID meetingId, UUID siteId, Actor actor) {
        Meeting meeting = rights.forStep(meetingId, MeetingStep.RECORD, actor);
        VideoSite site = site(meetingId, siteId);
        if (!site.isOut()) {
            store.dropOut(siteId);
            record(meeting, siteId, "dropped-out", Map.of("site", site.name()), actor);
        }
    }

    /** Its line is there again. */
    public void back(UUID meetingId, UUID siteId, Actor actor) {
        Meeting meeting = rights.forStep(meetingId, MeetingStep.RECORD, actor);
        VideoSite site = site(meetingId, siteId);
        if (site.isOut()) {
            store.back(siteId);
            record(meeting, siteId, "back", Map.of("site", site.name()), actor);
        }
    }

    private VideoSite site(UUID meetingId, UUID siteId) {
        return store.find(meetingId, siteId).orElseThrow(VenueError.SITE_UNKNOWN::plain);
    }

    @Override
    public void merged(Meeting from, Meeting into, Actor actor) {
        store.handOver(from.id(), into.id());
    }

    private void record(Meeting meeting, UUID subjectId, String action, Map<String, Object> details, Actor actor) {
        history.record(new HistoryFact(meeting.id(), "meetings.site", subjectId, action, details, null), actor);
    }
}

package org.luoshi.meetings.web;

import java.time.ZoneId;
import java.util.List;
import org.luoshi.meetings.core.MeetingFilter;
import org.luoshi.meetings.core.MeetingQueries;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.core.MeetingView;
import org.luoshi.platform.RailEntry;
import org.luoshi.platform.RailSource;
import org.luoshi.platform.SearchHit;
import org.luoshi.platform.SearchSource;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.stereotype.Component;

/** Meetings in the rail, for everybody who may have one, and in the search. */
@Component
class MeetingsRail implements RailSource, SearchSource {

    private static final List<RailEntry> LINES = List.of(new RailEntry("meetings.rail", "/meetings", 1, 5, 0));

    private final MeetingQueries queries;
    private final ZoneId zone;

    MeetingsRail(MeetingQueries queries, ZoneId zone) {
        this.queries = queries;
        this.zone = zone;
    }

    @Override
    public List<SearchHit> search(String query, Actor actor, int limit) {
        MeetingFilter filter = new MeetingFilter(MeetingView.ALL, null, query.strip(), null, null, null);
        return queries.list(filter, actor).meetings().stream()
                .limit(limit)
                .map(meeting -> new SearchHit(
                        "meetings.rail", meeting.title(), meeting.day(zone).toString(), "/meetings/" + meeting.id()))
                .toList();
    }

    @Override
    public List<RailEntry> entriesFor(Actor actor) {
        boolean concerned = MeetingRights.seesAll(actor)
                || actor.hasAny(List.of(Role.INSTRUCTING_LEADER, Role.UNIT_HEAD, Role.UNIT_LIAISON, Role.HANDLER));
        return concerned ? LINES : List.of();
    }
}

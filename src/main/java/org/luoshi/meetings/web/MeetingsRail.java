package org.luoshi.meetings.web;

import java.util.List;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.platform.RailEntry;
import org.luoshi.platform.RailSource;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.stereotype.Component;

/** Meetings, for everybody who may have one. */
@Component
class MeetingsRail implements RailSource {

    private static final List<RailEntry> LINES = List.of(new RailEntry("meetings.rail", "/meetings", 1, 5, 0));

    @Override
    public List<RailEntry> entriesFor(Actor actor) {
        boolean concerned = MeetingRights.seesAll(actor)
                || actor.hasAny(List.of(Role.INSTRUCTING_LEADER, Role.UNIT_HEAD, Role.UNIT_LIAISON, Role.HANDLER));
        return concerned ? LINES : List.of();
    }
}

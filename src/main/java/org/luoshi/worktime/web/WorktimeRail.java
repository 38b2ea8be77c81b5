package org.luoshi.worktime.web;

import java.util.List;
import org.luoshi.platform.RailEntry;
import org.luoshi.platform.RailSource;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** The calendar's line in the rail, for everybody. */
@Component
class WorktimeRail implements RailSource {

    private static final List<RailEntry> LINES = List.of(new RailEntry("worktime.rail", "/worktime", 9, 10, 0));

    @Override
    public List<RailEntry> entriesFor(Actor actor) {
        return LINES;
    }
}

package org.luoshi.obligations.web;

import java.util.List;
import org.luoshi.platform.RailEntry;
import org.luoshi.platform.RailSource;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.stereotype.Component;

/** "Falling due", for everybody with work and for the auditor. */
@Component
class ObligationsRail implements RailSource {

    private static final List<RailEntry> UPCOMING =
            List.of(new RailEntry("obligations.upcoming.title", "/obligations/upcoming", 0, 30, 0));

    @Override
    public List<RailEntry> entriesFor(Actor actor) {
        return actor.seats().isEmpty() && !actor.has(Role.AUDITOR) ? List.of() : UPCOMING;
    }
}

package org.luoshi.intake.web;

import java.util.List;
import org.luoshi.platform.RailEntry;
import org.luoshi.platform.RailSource;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.stereotype.Component;

/** The line of the intake in the rail, for those who keep the ledger. */
@Component
class IntakeRail implements RailSource {

    @Override
    public List<RailEntry> entriesFor(Actor actor) {
        return actor.has(Role.OFFICER) ? List.of(new RailEntry("intake.rail", "/intake", 1, 4, 0)) : List.of();
    }
}

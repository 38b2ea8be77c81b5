package org.luoshi.ledger.figures;

import java.util.List;
import org.luoshi.platform.RailEntry;
import org.luoshi.platform.RailSource;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.stereotype.Component;

/** The line of the figures in the rail. */
@Component
class FiguresRail implements RailSource {

    private static final List<Role> READERS = List.of(
            Role.OFFICER,
            Role.OFFICE_DIRECTOR,
            Role.OFFICE_LEADER,
            Role.ARCHIVIST,
            Role.AUDITOR,
            Role.UNIT_HEAD,
            Role.UNIT_LIAISON);

    @Override
    public List<RailEntry> entriesFor(Actor actor) {
        return actor.hasAny(READERS) ? List.of(new RailEntry("ledger.figures", "/ledger/figures", 1, 4, 0)) : List.of();
    }
}

package org.luoshi.history.web;

import java.util.List;
import org.luoshi.history.core.HistoryError;
import org.luoshi.platform.RailEntry;
import org.luoshi.platform.RailSource;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.stereotype.Component;

/** Who may look at everything that everybody did: auditors and nobody else, not even the system administrator. */
@Component
class Auditors implements RailSource {

    static void admit(Actor actor) {
        if (!actor.has(Role.AUDITOR)) {
            throw HistoryError.AUDITORS_ONLY.plain();
        }
    }

    @Override
    public List<RailEntry> entriesFor(Actor actor) {
        return actor.has(Role.AUDITOR) ? List.of(new RailEntry("history.rail", "/history", 8, 0, 0)) : List.of();
    }
}

package org.luoshi.access.web;

import java.util.List;
import org.luoshi.platform.RailEntry;
import org.luoshi.platform.RailSource;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** The way to accounts and roles, for administrators. */
@Component
class AccessRail implements RailSource {

    @Override
    public List<RailEntry> entriesFor(Actor actor) {
        return actor.administrativeRoles().isEmpty()
                ? List.of()
                : List.of(new RailEntry("access.accounts", "/accounts", 9, 10, 0));
    }
}

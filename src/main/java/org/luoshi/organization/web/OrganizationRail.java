package org.luoshi.organization.web;

import java.util.List;
import org.luoshi.platform.RailEntry;
import org.luoshi.platform.RailSource;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Units and people are for everybody to look up. */
@Component
class OrganizationRail implements RailSource {

    @Override
    public List<RailEntry> entriesFor(Actor actor) {
        return List.of(new RailEntry("organization.rail", "/units", 9, 10, 0));
    }
}

package org.luoshi.desk.web;

import java.util.List;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.platform.RailEntry;
import org.luoshi.platform.RailSource;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** The desk, first of all, with the number of things that wait. */
@Component
class DeskRail implements RailSource {

    private final ObligationsApi obligations;

    DeskRail(ObligationsApi obligations) {
        this.obligations = obligations;
    }

    @Override
    public List<RailEntry> entriesFor(Actor actor) {
        int waiting = actor.seats().isEmpty() ? 0 : obligations.countOpenFor(actor, RailEntry.MOST + 1);
        return List.of(new RailEntry("desk.rail", "/desk", 0, 10, waiting));
    }
}

package org.luoshi.webhooks.web;

import java.util.List;
import org.luoshi.platform.RailEntry;
import org.luoshi.platform.RailSource;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** The way to the webhooks, for administrators. */
@Component
class WebhooksRail implements RailSource {

    @Override
    public List<RailEntry> entriesFor(Actor actor) {
        return actor.administrativeRoles().isEmpty()
                ? List.of()
                : List.of(new RailEntry("webhooks.rail", "/webhooks", 9, 80, 0));
    }
}

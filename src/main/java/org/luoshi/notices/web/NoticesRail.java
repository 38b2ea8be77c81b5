package org.luoshi.notices.web;

import java.util.ArrayList;
import java.util.List;
import org.luoshi.notices.core.NoticeQueries;
import org.luoshi.platform.RailEntry;
import org.luoshi.platform.RailSource;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.stereotype.Component;

/** The inbox with its unread count, and the undelivered mail for the system administrator. */
@Component
class NoticesRail implements RailSource {

    private final NoticeQueries queries;

    NoticesRail(NoticeQueries queries) {
        this.queries = queries;
    }

    @Override
    public List<RailEntry> entriesFor(Actor actor) {
        List<RailEntry> entries = new ArrayList<>();
        entries.add(new RailEntry("notices.rail", "/notices", 0, 20, queries.unread(actor.personId())));
        if (actor.has(Role.SYSTEM_ADMINISTRATOR)) {
            entries.add(new RailEntry("notices.letters.title", "/notices/letters", 9, 70, 0));
        }
        return entries;
    }
}

package org.luoshi.mailbox.web;

import java.util.List;
import org.luoshi.platform.RailEntry;
import org.luoshi.platform.RailSource;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.stereotype.Component;

/** The way to the mailbox, for the system administrator and the auditor. */
@Component
class MailboxRail implements RailSource {

    @Override
    public List<RailEntry> entriesFor(Actor actor) {
        return actor.has(Role.SYSTEM_ADMINISTRATOR) || actor.has(Role.AUDITOR)
                ? List.of(new RailEntry("mailbox.rail", "/mailbox", 9, 75, 0))
                : List.of();
    }
}

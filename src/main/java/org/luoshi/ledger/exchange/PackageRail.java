package org.luoshi.ledger.exchange;

import java.util.List;
import org.luoshi.platform.RailEntry;
import org.luoshi.platform.RailSource;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The line of the rail that leads to packages: for officers where there is a partner, for the director to set one up. */
@Component
class PackageRail implements RailSource {

    private final JdbcClient jdbc;

    PackageRail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Counts(boolean partners, int waiting) {}

    @Override
    public List<RailEntry> entriesFor(Actor actor) {
        boolean director = actor.has(Role.OFFICE_DIRECTOR);
        if (!director && !actor.has(Role.OFFICER)) {
            return List.of();
        }
        Counts counts = jdbc.sql("""
                select exists (select from ledger.partner) as partners,
                       (select count(*) from ledger.package_received where state = 'WAITING') as waiting
                """).query(Counts.class).single();
        if (counts.partners()) {
            return List.of(new RailEntry("ledger.packages.rail", PackageTabs.INBOX.address(), 1, 5, counts.waiting()));
        }
        return director
                ? List.of(new RailEntry("ledger.packages.rail", PackageTabs.PARTNERS.address(), 9, 6, 0))
                : List.of();
    }
}

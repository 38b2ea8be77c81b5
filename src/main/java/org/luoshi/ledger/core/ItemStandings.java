package org.luoshi.ledger.core;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.luoshi.ledger.ItemStanding;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says where items stand, of those that the viewer may see; a draft has the limit that was written into it. */
@Component
@Transactional(readOnly = true)
public class ItemStandings {

    private static final Set<ItemState> DONE =
            EnumSet.of(ItemState.CLOSED, ItemState.STRUCK_OFF, ItemState.REVISITED, ItemState.ARCHIVED);

    private final OrganizationApi organization;
    private final JdbcClient jdbc;
    private final ZoneId zone;
    private final Clock clock;

    ItemStandings(OrganizationApi organization, JdbcClient jdbc, ZoneId zone, Clock clock) {
        this.organization = organization;
        this.jdbc = jdbc;
        this.zone = zone;
        this.clock = clock;
    }

    public List<ItemStanding> of(Collection<UUID> ids, Actor viewer) {
        LedgerScope scope = LedgerScope.of(viewer, organization);
        Instant now = clock.instant();
        return scope.bind(jdbc.sql("""
                select i.id, i.number, i.title, i.state, i.is_open,
                       coalesce(i.due, (i.given_due + 1)::timestamp at time zone :zone - interval '1 second') as due
                from ledger.item i where i.id = any(:ids) and
                """ + scope.condition())
                        .param("ids", Sql.ids(ids))
                        .param("zone", zone.getId()))
                .query((row, number) -> row(row, now))
                .list();
    }

    private static ItemStanding row(ResultSet row, Instant now) throws SQLException {
        ItemState state = ItemState.valueOf(row.getString("state"));
        OffsetDateTime due = row.getObject("due", OffsetDateTime.class);
        boolean open = row.getBoolean("is_open");
        return new ItemStanding(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                "ledger.state." + state.name(),
                open,
                DONE.contains(state),
                open && due != null && due.toInstant().isBefore(now),
                due == null ? null : due.toInstant());
    }
}

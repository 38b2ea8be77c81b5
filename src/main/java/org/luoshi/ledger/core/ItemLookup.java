package org.luoshi.ledger.core;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds an item by what a person writes: its number, or only the figure of this year's number, or its id. */
@Component
@Transactional(readOnly = true)
public class ItemLookup {

    private final OrganizationApi organization;
    private final JdbcClient jdbc;

    ItemLookup(OrganizationApi organization, JdbcClient jdbc) {
        this.organization = organization;
        this.jdbc = jdbc;
    }

    /** The one visible item that is meant. Refused when there is none. */
    public UUID byReference(String written, Actor viewer) {
        LedgerScope scope = LedgerScope.of(viewer, organization);
        String sought = written.strip();
        List<UUID> found = scope.bind(jdbc.sql("""
                select i.id from ledger.item i
                where (i.number = :number or i.id::text = :number or i.sequence::text = :number) and %s
                order by (i.number = :number) desc, i.year desc limit 1
                """.formatted(scope.condition())).param("number", sought))
                .query(UUID.class)
                .list();
        if (found.isEmpty()) {
            throw LedgerError.UNKNOWN_ITEM.with(Map.of("item", sought));
        }
        return found.get(0);
    }
}

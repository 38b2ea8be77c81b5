package org.luoshi.ledger.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds an item by what a person writes: its number, or only the figure of this year's number, or its id, or its title. */
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
        return find(written, viewer).orElseThrow(() -> LedgerError.UNKNOWN_ITEM.with(Map.of("item", written.strip())));
    }

    /** The one visible item that is meant; drafts have no number and are found by their whole title, where only one has it. */
    public Optional<UUID> find(String written, Actor viewer) {
        LedgerScope scope = LedgerScope.of(viewer, organization);
        String sought = written.strip();
        List<UUID> numbered = scope.bind(
                        jdbc.sql("""
                select i.id from ledger.item i
                where (i.number = :number or i.id::text = :number or i.sequence::text = :number) and %s
                order by (i.number = :number) desc, i.year desc limit 1
                """.formatted(scope.condition())).param("number", sought))
                .query(UUID.class)
                .list();
        if (!numbered.isEmpty()) {
            return Optional.of(numbered.get(0));
        }
        List<UUID> titled = scope.bind(jdbc.sql("select i.id from ledger.item i where i.title = :title and "
                                + scope.condition() + " limit 2")
                        .param("title", sought))
                .query(UUID.class)
                .list();
        return titled.size() == 1 ? Optional.of(titled.get(0)) : Optional.empty();
    }
}

package org.luoshi.ledger.paper;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a sheet says of an item that its page does not: the whole names of office and units, number and day of the paper behind it. */
@Component
class PaperFacts {

    private final OrganizationApi organization;
    private final JdbcClient jdbc;

    PaperFacts(OrganizationApi organization, JdbcClient jdbc) {
        this.organization = organization;
        this.jdbc = jdbc;
    }

    /** The office that keeps the item, and the paper that the item comes from. */
    record Origin(
            UUID officeUnitId,
            @Nullable String leaderName,
            @Nullable String number,
            @Nullable LocalDate issuedOn) {}

    Origin of(UUID itemId) {
        return jdbc.sql("""
                select i.office_unit_id, i.leader_name, s.number, s.issued_on
                from ledger.item i left join ledger.source s on s.id = i.source_id where i.id = :id
                """).param("id", itemId).query(Origin.class).single();
    }

    /** The unit's whole name; a division with that of the body it belongs to. */
    String name(UUID unitId) {
        Unit unit = organization.unit(unitId).orElse(null);
        if (unit == null) {
            return "?";
        }
        return unit.kind() == UnitKind.DIVISION && unit.parentId() != null
                ? name(unit.parentId()) + unit.name()
                : unit.name();
    }
}

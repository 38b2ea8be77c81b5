package org.luoshi.ledger.core;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.organization.Unit;
import org.springframework.stereotype.Component;

/** Puts the names of units and people, and the light of a moment, to lines of the ledger. */
@Component
class RowNames {

    private final OrganizationApi organization;

    RowNames(OrganizationApi organization) {
        this.organization = organization;
    }

    /** In the order of the ids. */
    List<ItemRow> rows(List<RawItem> raws, List<UUID> ids, Instant moment) {
        Set<UUID> unitIds = new HashSet<>();
        Set<UUID> personIds = new HashSet<>();
        for (RawItem raw : raws) {
            personIds.add(raw.officerId());
            if (raw.leadUnitId() != null) {
                unitIds.add(raw.leadUnitId());
            }
        }
        Map<UUID, Unit> units = organization.units(unitIds);
        Map<UUID, Person> people = organization.people(personIds);
        Map<UUID, ItemRow> byId = new HashMap<>();
        raws.forEach(raw -> byId.put(raw.id(), raw.toRow(moment, units, people)));
        return ids.stream().map(byId::get).toList();
    }
}

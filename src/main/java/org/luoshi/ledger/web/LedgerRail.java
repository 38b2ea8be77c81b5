package org.luoshi.ledger.web;

import java.util.ArrayList;
import java.util.List;
import org.luoshi.ledger.core.ItemFilter;
import org.luoshi.ledger.core.ItemList;
import org.luoshi.platform.RailEntry;
import org.luoshi.platform.RailSource;
import org.luoshi.platform.SearchHit;
import org.luoshi.platform.SearchSource;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.stereotype.Component;

/** The ledger's lines in the rail and its hits in the search. */
@Component
class LedgerRail implements RailSource, SearchSource {

    private static final List<Role> OFFICE =
            List.of(Role.OFFICER, Role.OFFICE_DIRECTOR, Role.OFFICE_LEADER, Role.ARCHIVIST, Role.AUDITOR);
    private static final List<Role> UNIT = List.of(Role.UNIT_HEAD, Role.UNIT_LIAISON, Role.HANDLER);
    private static final List<Role> LEADER = List.of(Role.INSTRUCTING_LEADER, Role.LEADERS_SECRETARY);

    private final ItemList list;

    LedgerRail(ItemList list) {
        this.list = list;
    }

    @Override
    public List<RailEntry> entriesFor(Actor actor) {
        List<RailEntry> entries = new ArrayList<>();
        boolean office = actor.hasAny(OFFICE);
        boolean leader = actor.hasAny(LEADER);
        if (leader) {
            entries.add(new RailEntry("ledger.rail.leader", "/ledger/leader", 1, 0, 0));
        }
        if (office || leader || actor.hasAny(UNIT)) {
            entries.add(new RailEntry("ledger.rail", "/ledger", 1, 1, 0));
        }
        if (office) {
            entries.add(new RailEntry("ledger.rail.sources", "/ledger/sources", 1, 2, 0));
        }
        if (actor.hasAny(UNIT)) {
            entries.add(new RailEntry("ledger.rail.unit", "/ledger/my-unit", 1, 3, 0));
        }
        if (actor.has(Role.OFFICE_DIRECTOR)) {
            entries.add(new RailEntry("ledger.rail.settings", "/ledger/settings", 9, 5, 0));
        }
        return entries;
    }

    @Override
    public List<SearchHit> search(String query, Actor actor, int limit) {
        ItemFilter filter = ItemFilter.open().withView(ItemFilter.View.ALL).withText(query);
        return list.page(filter.withSort(ItemFilter.Sort.NEWEST), null, limit, actor).rows().stream()
                .map(item -> new SearchHit(
                        "ledger.rail",
                        item.title(),
                        item.number() == null ? "" : item.number(),
                        "/ledger/items/" + item.id()))
                .toList();
    }
}

package org.luoshi.organization.web;

import java.util.List;
import java.util.stream.Stream;
import org.luoshi.organization.core.OrganizationQueries;
import org.luoshi.organization.core.UnitFinder;
import org.luoshi.platform.SearchHit;
import org.luoshi.platform.SearchSource;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Units and people in the search of the top line; everybody who is signed in may look them up. */
@Component
class OrganizationSearch implements SearchSource {

    private final UnitFinder finder;
    private final OrganizationQueries queries;

    OrganizationSearch(UnitFinder finder, OrganizationQueries queries) {
        this.finder = finder;
        this.queries = queries;
    }

    @Override
    public List<SearchHit> search(String query, Actor actor, int limit) {
        if (query.isBlank()) {
            return List.of();
        }
        Stream<SearchHit> units = finder.search(query, limit).stream()
                .map(unit -> new SearchHit("search.kind.unit", unit.name(), unit.shortName(), "/units/" + unit.id()));
        Stream<SearchHit> people = queries.people(query, false, 0).stream()
                .limit(limit)
                .map(row -> new SearchHit(
                        "search.kind.person",
                        row.name(),
                        row.posts() == null ? "" : row.posts(),
                        "/people/" + row.id()));
        return Stream.concat(units, people).toList();
    }
}

package org.luoshi.desk.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.luoshi.platform.SearchHit;
import org.luoshi.platform.SearchSource;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks every room what it finds and groups it by kind. */
@Component
public class SearchQueries {

    private static final int PER_ROOM = 20;

    /** What a person types; more is no search. */
    private static final int LONGEST = 100;

    private final ObjectProvider<SearchSource> sources;
    private final OrganizationSearch organization;

    SearchQueries(ObjectProvider<SearchSource> sources, OrganizationSearch organization) {
        this.organization = organization;
        this.sources = sources;
    }

    /** By key of the kind, in the order of the rooms; empty for a blank query. */
    public Map<String, List<SearchHit>> search(String typed, Actor actor) {
        String query = typed.strip();
        Map<String, List<SearchHit>> groups = new LinkedHashMap<>();
        if (query.isEmpty()) {
            return groups;
        }
        String asked = query.substring(0, Math.min(query.length(), LONGEST));
        Stream.concat(
                        sources.orderedStream().flatMap(source -> source.search(asked, actor, PER_ROOM).stream()),
                        organization.search(asked, PER_ROOM).stream())
                .forEach(hit -> groups.computeIfAbsent(hit.kindKey(), kind -> new ArrayList<>())
                        .add(hit));
        return groups;
    }
}

package org.luoshi.branch.core;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.rules.Demand.Relation;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recorded activities as the rules see them. */
@Component
class ActivityFacts {

    private static final String FACTS = """
            select a.id, cast(a.starts_at at time zone :zone as date) as day, a.counts_on, array_to_string(a.kinds, ',') as kinds,
                   a.group_id, a.relation, a.class_hours
            """;

    private final JdbcClient jdbc;
    private final ZoneId zone;

    ActivityFacts(JdbcClient jdbc, ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    private record Raw(
            UUID id,
            LocalDate day,
            LocalDate countsOn,
            String kinds,
            @Nullable UUID groupId,
            @Nullable String relation,
            BigDecimal classHours,
            @Nullable UUID personId) {

        Done done() {
            return new Done(
                    id,
                    day,
                    countsOn,
                    Set.of(kinds.split(",")),
                    groupId,
                    relation == null ? null : Relation.valueOf(relation),
                    classHours);
        }
    }

    /** What the branch and its groups recorded that counts in this year. */
    List<Done> ofBranch(UUID branchId, int year) {
        return jdbc
                .sql(FACTS + """
                        , cast(null as uuid) as person_id
                        from branch.activity a
                        where a.branch_id = :branch and a.state = 'RECORDED' and a.counts_on between :from and :to
                        """)
                .param("zone", zone.getId())
                .param("branch", branchId)
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year, 12, 31))
                .query(Raw.class)
                .list()
                .stream()
                .map(Raw::done)
                .toList();
    }

    /** By person, what they attended that counts in this year, in whichever branch. */
    Map<UUID, List<Done>> ofPeople(Collection<UUID> people, int year) {
        Map<UUID, List<Done>> byPerson = new HashMap<>();
        for (Raw raw : jdbc.sql(FACTS + """
                        , p.person_id
                        from branch.participant p join branch.activity a on a.id = p.activity_id
                        where p.person_id = any(:people) and p.presence = 'PRESENT'
                          and a.state = 'RECORDED' and a.counts_on between :from and :to
                        """)
                .param("zone", zone.getId())
                .param("people", Sql.ids(people))
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year, 12, 31))
                .query(Raw.class)
                .list()) {
            byPerson.computeIfAbsent(raw.personId(), unused -> new ArrayList<>())
                    .add(raw.done());
        }
        return byPerson;
    }
}

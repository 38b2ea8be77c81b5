package org.luoshi.branch.core;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

    /** By hand, for a year of a branch has some ten thousand attendances. */
    private static Done done(ResultSet row) throws SQLException {
        String relation = row.getString("relation");
        return new Done(
                row.getObject("id", UUID.class),
                row.getObject("day", LocalDate.class),
                row.getObject("counts_on", LocalDate.class),
                Set.of(row.getString("kinds").split(",")),
                row.getObject("group_id", UUID.class),
                relation == null ? null : Relation.valueOf(relation),
                row.getBigDecimal("class_hours"));
    }

    /** What the branch and its groups recorded that counts in this year. */
    List<Done> ofBranch(UUID branchId, int year) {
        return jdbc.sql(FACTS + """
                        from branch.activity a
                        where a.branch_id = :branch and a.state = 'RECORDED' and a.counts_on between :from and :to
                        """)
                .param("zone", zone.getId())
                .param("branch", branchId)
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year, 12, 31))
                .query((row, number) -> done(row))
                .list();
    }

    /** By person, what they attended that counts in this year, in whichever branch. */
    Map<UUID, List<Done>> ofPeople(Collection<UUID> people, int year) {
        Map<UUID, List<Done>> byPerson = new HashMap<>();
        Map<UUID, Done> known = new HashMap<>();
        jdbc.sql(FACTS + """
                        , p.person_id
                        from branch.participant p join branch.activity a on a.id = p.activity_id
                        where p.person_id = any(:people) and p.presence = 'PRESENT'
                          and a.state = 'RECORDED' and a.counts_on between :from and :to
                        """)
                .param("zone", zone.getId())
                .param("people", Sql.ids(people))
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year, 12, 31))
                .query(row -> {
                    UUID id = row.getObject("id", UUID.class);
                    Done activity = known.get(id);
                    if (activity == null) {
                        activity = done(row);
                        known.put(id, activity);
                    }
                    byPerson.computeIfAbsent(row.getObject("person_id", UUID.class), unused -> new ArrayList<>())
                            .add(activity);
                });
        return byPerson;
    }
}

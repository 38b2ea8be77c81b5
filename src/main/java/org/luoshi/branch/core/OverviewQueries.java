package org.luoshi.branch.core;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.rules.DutyState;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All branches over a year, in the order of their founding and never by how much they did. */
@Component
@Transactional(readOnly = true)
public class OverviewQueries {

    private static final int MONTHS = 12;

    private final RollReader rolls;
    private final Names names;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    OverviewQueries(RollReader rolls, Names names, JdbcClient jdbc, Clock clock, ZoneId zone) {
        this.rolls = rolls;
        this.names = names;
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * One branch as its superior sees it.
     *
     * @param termEnds the end of the term; null where nobody was elected yet
     * @param months of January to December, how the duties that fell due in each stand
     */
    public record BranchRow(
            UUID id,
            String name,
            String secretary,
            int members,
            int groups,
            int groupsWithoutLeader,
            @Nullable LocalDate termEnds,
            Map<DutyState, Integer> counts,
            List<Map<DutyState, Integer>> months) {

        public int count(DutyState state) {
            return counts.getOrDefault(state, 0);
        }

        /** The state of a month that asks for attention first; null where nothing fell due. */
        public @Nullable DutyState worst(int month) {
            Map<DutyState, Integer> there = months.get(month - 1);
            for (DutyState state :
                    List.of(DutyState.OVERDUE, DutyState.OPEN, DutyState.MET_LATE, DutyState.EXCUSED, DutyState.MET)) {
                if (there.containsKey(state)) {
                    return state;
                }
            }
            return null;
        }
    }

    private record Counted(UUID branchId, int month, DutyState state, int count) {}

    public List<BranchRow> all(int year, Actor viewer) {
        if (!BranchRights.seesAll(viewer)) {
            throw BranchError.NOT_YOURS.plain();
        }
        LocalDate today = LocalDate.now(clock.withZone(zone));
        Map<UUID, List<Counted>> counted = new HashMap<>();
        for (Counted one : counted(year, today)) {
            counted.computeIfAbsent(one.branchId(), unused -> new ArrayList<>()).add(one);
        }
        Map<UUID, BranchRoll> all = rolls.rolls(rolls.open());
        Set<UUID> secretaries = new HashSet<>();
        all.values().forEach(roll -> roll.secretaryOn(today).ifPresent(secretaries::add));
        Names.Known known = names.of(secretaries);
        return all.values().stream()
                .map(roll -> row(roll, counted.getOrDefault(roll.branch().id(), List.of()), known, today))
                .toList();
    }

    private static BranchRow row(BranchRoll roll, List<Counted> counted, Names.Known known, LocalDate today) {
        Map<DutyState, Integer> counts = new EnumMap<>(DutyState.class);
        List<Map<DutyState, Integer>> months = new ArrayList<>();
        for (int month = 1; month <= MONTHS; month++) {
            months.add(new EnumMap<>(DutyState.class));
        }
        counted.forEach(one -> {
            counts.merge(one.state(), one.count(), Integer::sum);
            months.get(one.month() - 1).merge(one.state(), one.count(), Integer::sum);
        });
        List<PartyGroup> groups = roll.groupsOn(today);
        return new BranchRow(
                roll.branch().id(),
                roll.branch().name(),
                known.of(roll.secretaryOn(today).orElse(null)),
                roll.membersOn(today).size(),
                groups.size(),
                (int) groups.stream()
                        .filter(group -> roll.leaderOn(group.id(), today).isEmpty())
                        .count(),
                roll.termOn(today).map(Term::endsOn).orElse(null),
                counts,
                months);
    }

    /** Duties of branches, committees and groups; those of persons are shown inside the branch alone. The cases are those of {@link DutyState#of}. */
    private List<Counted> counted(int year, LocalDate today) {
        return jdbc.sql("""
                        select d.branch_id, cast(extract(month from d.to_day) as int) as month,
                               case when d.met_on > d.to_day then 'MET_LATE' when d.met_on is not null then 'MET'
                                    when d.care then 'NOT_APPLICABLE' when e.duty_id is not null then 'EXCUSED'
                                    when d.to_day < :today then 'OVERDUE' else 'OPEN' end as state,
                               cast(count(*) as int) as count
                        from branch.duty d left join branch.excuse e on e.duty_id = d.id
                        where d.year = :year and d.asked and d.subject <> 'PERSON'
                        group by 1, 2, 3
                        """)
                .param("year", year)
                .param("today", today)
                .query(Counted.class)
                .list();
    }
}

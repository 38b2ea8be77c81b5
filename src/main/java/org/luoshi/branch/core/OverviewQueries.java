package org.luoshi.branch.core;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
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

    private final Names names;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    OverviewQueries(Names names, JdbcClient jdbc, Clock clock, ZoneId zone) {
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

    private record Raw(
            UUID id,
            String name,
            @Nullable UUID secretaryId,
            int members,
            int groups,
            int groupsWithoutLeader,
            @Nullable LocalDate termEnds) {}

    public List<BranchRow> all(int year, Actor viewer) {
        if (!BranchRights.seesAll(viewer)) {
            throw BranchError.NOT_YOURS.plain();
        }
        LocalDate today = LocalDate.now(clock.withZone(zone));
        Map<UUID, List<Counted>> counted = new HashMap<>();
        for (Counted one : counted(year, today)) {
            counted.computeIfAbsent(one.branchId(), unused -> new ArrayList<>()).add(one);
        }
        List<Raw> raws = raws(today);
        Names.Known known = names.of(
                raws.stream().map(Raw::secretaryId).filter(Objects::nonNull).collect(Collectors.toSet()));
        return raws.stream()
                .map(raw -> row(raw, counted.getOrDefault(raw.id(), List.of()), known))
                .toList();
    }

    private static BranchRow row(Raw raw, List<Counted> counted, Names.Known known) {
        Map<DutyState, Integer> counts = new EnumMap<>(DutyState.class);
        List<Map<DutyState, Integer>> months = new ArrayList<>();
        for (int month = 1; month <= MONTHS; month++) {
            months.add(new EnumMap<>(DutyState.class));
        }
        counted.forEach(one -> {
            counts.merge(one.state(), one.count(), Integer::sum);
            months.get(one.month() - 1).merge(one.state(), one.count(), Integer::sum);
        });
        return new BranchRow(
                raw.id(),
                raw.name(),
                known.of(raw.secretaryId()),
                raw.members(),
                raw.groups(),
                raw.groupsWithoutLeader(),
                raw.termEnds(),
                counts,
                months);
    }

    /** In sums and not roll by roll: 60 branches are one question. What it counts is what {@link BranchRoll} says of a day. */
    private List<Raw> raws(LocalDate today) {
        return jdbc.sql("""
                        with member as (
                            select m.branch_id, count(*) as count from branch.membership m
                            join branch.standing s on s.person_id = m.person_id and s.from_day <= :today
                                and (s.to_day is null or s.to_day >= :today)
                            where m.from_day <= :today and (m.to_day is null or m.to_day >= :today) and s.standing = any(:standings)
                            group by 1),
                        party_group as (
                            select g.branch_id, count(*) as count, count(*) filter (where not exists (
                                select 1 from branch.group_seat t where t.group_id = g.id and t.leader and t.from_day <= :today
                                    and (t.to_day is null or t.to_day >= :today))) as leaderless
                            from branch.party_group g where g.from_day <= :today and (g.to_day is null or g.to_day >= :today)
                            group by 1)
                        select b.id, b.name, coalesce(m.count, 0) as members, coalesce(g.count, 0) as groups,
                            coalesce(g.leaderless, 0) as groups_without_leader,
                            (select p.person_id from branch.post_holding p where p.branch_id = b.id and p.post in ('SECRETARY', 'DEPUTY_SECRETARY')
                                and p.from_day <= :today and (p.to_day is null or p.to_day >= :today)
                                order by p.post = 'SECRETARY' desc limit 1) as secretary_id,
                            (select t.ends_on from branch.term t where t.branch_id = b.id and t.elected_on <= :today
                                order by t.elected_on desc limit 1) as term_ends
                        from branch.branch b left join member m on m.branch_id = b.id left join party_group g on g.branch_id = b.id
                        where b.ended_on is null order by b.founded_on, b.id
                        """)
                .param("today", today)
                .param(
                        "standings",
                        Arrays.stream(Standing.values())
                                .filter(Standing::isMember)
                                .map(Standing::name)
                                .toArray(String[]::new))
                .query(Raw.class)
                .list();
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

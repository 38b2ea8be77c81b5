package org.luoshi.branch.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads branches with everything that is asked of them as of a day. */
@Component
@Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
public class RollReader {

    private final JdbcClient jdbc;

    RollReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public BranchRoll roll(UUID branchId) {
        return Optional.ofNullable(rolls(List.of(branchId)).get(branchId))
                .orElseThrow(() -> BranchError.UNKNOWN.with(Map.of("id", branchId)));
    }

    /** By id, in the order of their founding; seven queries however many branches there are. */
    public Map<UUID, BranchRoll> rolls(Collection<UUID> ids) {
        Map<UUID, List<Term>> terms = of(ids, """
                select id, branch_id, elected_on, ends_on, committee, approval from branch.term
                where branch_id = any(:ids) order by elected_on""", Term.class, Term::branchId);
        Map<UUID, List<PostHolding>> posts = of(ids, """
                select id, branch_id, post, person_id, from_day, to_day from branch.post_holding
                where branch_id = any(:ids) order by from_day, id""", PostHolding.class, PostHolding::branchId);
        Map<UUID, List<PartyGroup>> groups = of(ids, """
                select id, branch_id, name, unit_id, place, from_day, to_day from branch.party_group
                where branch_id = any(:ids) order by place, id""", PartyGroup.class, PartyGroup::branchId);
        Map<UUID, List<Membership>> memberships = of(ids, """
                select id, branch_id, person_id, from_day, to_day, came_from, went_to from branch.membership
                where branch_id = any(:ids) order by from_day, id""", Membership.class, Membership::branchId);
        Map<UUID, List<GroupSeat>> seats = of(
                groups.values().stream()
                        .flatMap(List::stream)
                        .map(PartyGroup::id)
                        .toList(),
                """
                select id, group_id, person_id, leader, from_day, to_day from branch.group_seat
                where group_id = any(:ids) order by from_day, id""",
                GroupSeat.class,
                GroupSeat::groupId);
        List<UUID> people = memberships.values().stream()
                .flatMap(List::stream)
                .map(Membership::personId)
                .distinct()
                .toList();
        Map<UUID, List<StandingSpan>> standings = of(people, """
                select person_id, standing, from_day, to_day, reason from branch.standing
                where person_id = any(:ids) order by from_day, id""", StandingSpan.class, StandingSpan::personId);
        Map<UUID, List<TraitSpan>> traits = of(people, """
                select person_id, trait, from_day, to_day from branch.trait
                where person_id = any(:ids) order by from_day, id""", TraitSpan.class, TraitSpan::personId);
        Map<UUID, BranchRoll> rolls = new LinkedHashMap<>();
        for (Branch branch : branches(ids)) {
            List<PartyGroup> own = groups.getOrDefault(branch.id(), List.of());
            List<Membership> members = memberships.getOrDefault(branch.id(), List.of());
            rolls.put(
                    branch.id(),
                    new BranchRoll(
                            branch,
                            terms.getOrDefault(branch.id(), List.of()),
                            posts.getOrDefault(branch.id(), List.of()),
                            own,
                            seatsOf(own, seats),
                            members,
                            only(members, standings),
                            only(members, traits)));
        }
        return rolls;
    }

    private static List<GroupSeat> seatsOf(List<PartyGroup> groups, Map<UUID, List<GroupSeat>> seats) {
        List<GroupSeat> own = new ArrayList<>();
        groups.forEach(group -> own.addAll(seats.getOrDefault(group.id(), List.of())));
        return own;
    }

    private static <T> Map<UUID, List<T>> only(List<Membership> members, Map<UUID, List<T>> all) {
        Map<UUID, List<T>> own = new HashMap<>();
        for (Membership member : members) {
            List<T> found = all.get(member.personId());
            if (found != null) {
                own.put(member.personId(), found);
            }
        }
        return own;
    }

    private List<Branch> branches(Collection<UUID> ids) {
        return jdbc.sql("""
                        select id, version, name, unit_id, kind, theme_day, approved_exception, founded_on, ends_by, ended_on
                        from branch.branch where id = any(:ids) order by founded_on, id
                        """).param("ids", Sql.ids(ids)).query(Branch.class).list();
    }

    private <T> Map<UUID, List<T>> of(Collection<UUID> ids, String sql, Class<T> type, Function<T, UUID> owner) {
        return jdbc.sql(sql).param("ids", Sql.ids(ids)).query(type).list().stream()
                .collect(Collectors.groupingBy(owner));
    }

    /** Branches that have not ended; the oldest first. */
    public List<UUID> open() {
        return jdbc.sql("select id from branch.branch where ended_on is null order by founded_on, id")
                .query(UUID.class)
                .list();
    }

    /** The branch to which a person belongs now, if any. */
    public Optional<UUID> branchOf(UUID personId) {
        return jdbc.sql("select branch_id from branch.membership where person_id = :person and to_day is null")
                .param("person", personId)
                .query(UUID.class)
                .optional();
    }
}

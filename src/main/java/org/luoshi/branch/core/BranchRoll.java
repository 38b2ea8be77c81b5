package org.luoshi.branch.core;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who belonged to a branch, with which standing, in which group and post: everything asked as of a day. */
public record BranchRoll(
        Branch branch,
        List<Term> terms,
        List<PostHolding> posts,
        List<PartyGroup> groups,
        List<GroupSeat> seats,
        List<Membership> memberships,
        Map<UUID, List<StandingSpan>> standings,
        Map<UUID, List<TraitSpan>> traits) {

    /** The people on the roll that day who are members of the party. */
    public Set<UUID> membersOn(LocalDate day) {
        return memberships.stream()
                .filter(membership -> membership.on(day))
                .map(Membership::personId)
                .filter(person -> standingOn(person, day).isMember())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The members in the official order: by post, then group by group with its leader first, then the others. */
    public List<UUID> inOrderOn(LocalDate day) {
        Set<UUID> members = membersOn(day);
        Set<UUID> order = new LinkedHashSet<>();
        postsOn(day).forEach(post -> order.add(post.personId()));
        groupsOn(day).forEach(group -> order.addAll(groupMembersOn(group.id(), day)));
        order.retainAll(members);
        order.addAll(members);
        return List.copyOf(order);
    }

    /** True where somebody's relationship was with this branch that day, whatever their standing. */
    public boolean holds(UUID person, LocalDate day) {
        return memberships.stream().anyMatch(membership -> membership.personId().equals(person) && membership.on(day));
    }

    /** The voting roll of that day. */
    public Set<UUID> votersOn(LocalDate day) {
        return membersOn(day).stream()
                .filter(person -> standingOn(person, day).mayVote())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public int fullMembersOn(LocalDate day) {
        return (int) membersOn(day).stream()
                .filter(person -> standingOn(person, day).isFull())
                .count();
    }

    /** {@link Standing#LEFT} for people whose standing is not known on that day. */
    public Standing standingOn(UUID person, LocalDate day) {
        return standings.getOrDefault(person, List.of()).stream()
                .filter(span -> span.on(day))
                .findFirst()
                .map(StandingSpan::standing)
                .orElse(Standing.LEFT);
    }

    public boolean has(UUID person, Trait trait, LocalDate day) {
        return traits.getOrDefault(person, List.of()).stream().anyMatch(span -> span.trait() == trait && span.on(day));
    }

    /** Whole months since somebody became a full member; null where that never happened. */
    public @Nullable Integer monthsAsFull(UUID person, LocalDate day) {
        return standings.getOrDefault(person, List.of()).stream()
                .filter(span -> span.standing() == Standing.FULL)
                .map(StandingSpan::fromDay)
                .min(Comparator.naturalOrder())
                .map(since -> (int) ChronoUnit.MONTHS.between(since, day))
                .orElse(null);
    }

    public Optional<Term> termOn(LocalDate day) {
        return terms.stream().filter(term -> !term.electedOn().isAfter(day)).max(Comparator.comparing(Term::electedOn));
    }

    /** True where the last election up to that day elected a committee, also when its term has run out (P-06, P-21). */
    public boolean hasCommitteeOn(LocalDate day) {
        return branch.on(day) && termOn(day).map(Term::committee).orElse(false);
    }

    public List<PostHolding> postsOn(LocalDate day) {
        return posts.stream()
                .filter(post -> post.on(day))
                .sorted(Comparator.comparing(PostHolding::post))
                .toList();
    }

    public Set<UUID> committeeOn(LocalDate day) {
        return hasCommitteeOn(day)
                ? postsOn(day).stream().map(PostHolding::personId).collect(Collectors.toCollection(LinkedHashSet::new))
                : Set.of();
    }

    public Optional<UUID> holderOn(BranchPost post, LocalDate day) {
        return postsOn(day).stream()
                .filter(holding -> holding.post() == post)
                .map(PostHolding::personId)
                .findFirst();
    }

    /** The secretary, or in their absence the deputy. */
    public Optional<UUID> secretaryOn(LocalDate day) {
        return holderOn(BranchPost.SECRETARY, day).or(() -> holderOn(BranchPost.DEPUTY_SECRETARY, day));
    }

    public List<PartyGroup> groupsOn(LocalDate day) {
        return groups.stream()
                .filter(group -> group.on(day))
                .sorted(Comparator.comparingInt(PartyGroup::place))
                .toList();
    }

    /** The members of a group, its leader first. */
    public List<UUID> groupMembersOn(UUID group, LocalDate day) {
        return seats.stream()
                .filter(seat -> seat.groupId().equals(group) && seat.on(day))
                .sorted(Comparator.comparing(seat -> !seat.leader()))
                .map(GroupSeat::personId)
                .distinct()
                .toList();
    }

    public Optional<UUID> leaderOn(UUID group, LocalDate day) {
        return seats.stream()
                .filter(seat -> seat.groupId().equals(group) && seat.leader() && seat.on(day))
                .map(GroupSeat::personId)
                .findFirst();
    }

    public Optional<PartyGroup> groupOf(UUID person, LocalDate day) {
        Set<UUID> open = groupsOn(day).stream().map(PartyGroup::id).collect(Collectors.toSet());
        return seats.stream()
                .filter(seat -> seat.personId().equals(person) && seat.on(day) && open.contains(seat.groupId()))
                .findFirst()
                .flatMap(seat -> groups.stream()
                        .filter(group -> group.id().equals(seat.groupId()))
                        .findFirst());
    }

    /** The groups that this person leads that day. */
    public Set<UUID> ledBy(UUID person, LocalDate day) {
        return groupsOn(day).stream()
                .map(PartyGroup::id)
                .filter(group -> leaderOn(group, day).filter(person::equals).isPresent())
                .collect(Collectors.toSet());
    }

    /** True where somebody holds a post of the committee, or is the secretary of a branch without one. */
    public boolean isOfficer(UUID person, LocalDate day) {
        return postsOn(day).stream().anyMatch(post -> post.personId().equals(person));
    }
}

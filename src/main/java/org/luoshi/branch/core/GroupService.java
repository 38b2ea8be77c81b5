package org.luoshi.branch.core;

import static org.luoshi.branch.core.BranchError.FIELD_MISSING;
import static org.luoshi.branch.core.BranchError.NOT_A_MEMBER;
import static org.luoshi.branch.core.BranchError.UNKNOWN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.organization.Holding;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Post;
import org.luoshi.organization.Unit;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Party groups: proposed one per division (P-15), adjusted by hand, each member in exactly one (P-14, P-16). */
@Service
@Transactional
public class GroupService {

    private final BranchStore store;
    private final BranchRights rights;
    private final DutyService duties;
    private final OrganizationApi organization;
    private final HistoryApi history;

    GroupService(
            BranchStore store,
            BranchRights rights,
            DutyService duties,
            OrganizationApi organization,
            HistoryApi history) {
        this.store = store;
        this.rights = rights;
        this.duties = duties;
        this.organization = organization;
        this.history = history;
    }

    /**
     * A group that the divisions suggest.
     *
     * @param leaderId the head of the division where that is a member: who holds its first post
     */
    public record Proposed(Unit division, @Nullable UUID leaderId, List<UUID> members) {}

    /** One group per division below the branch's unit that has members; those without a division (leaders) go to the first group as ordinary members. */
    @Transactional(readOnly = true)
    public List<Proposed> proposal(UUID branchId, Actor actor) {
        BranchRoll roll = rights.requireKeeper(branchId, actor);
        LocalDate today = rights.today();
        Set<UUID> members = roll.membersOn(today);
        Map<UUID, List<UUID>> byDivision = new LinkedHashMap<>();
        Map<UUID, UUID> heads = new LinkedHashMap<>();
        Map<UUID, Unit> divisions = new LinkedHashMap<>();
        List<UUID> placed = new ArrayList<>();
        for (Unit division : organization.unitsOn(today)) {
            if (!roll.branch().unitId().equals(division.parentId())) {
                continue;
            }
            List<Post> posts = organization.postsOf(division.id());
            List<UUID> inIt = organization
                    .holdersOf(posts.stream().map(Post::id).toList(), today)
                    .stream()
                    .map(Holding::personId)
                    .filter(members::contains)
                    .distinct()
                    .toList();
            if (!inIt.isEmpty()) {
                divisions.put(division.id(), division);
                byDivision.put(division.id(), new ArrayList<>(inIt));
                placed.addAll(inIt);
                headOf(posts, today, members).ifPresent(head -> heads.put(division.id(), head));
            }
        }
        byDivision.values().stream()
                .findFirst()
                .ifPresent(first -> members.stream()
                        .filter(member -> !placed.contains(member))
                        .forEach(first::add));
        return divisions.values().stream()
                .map(division ->
                        new Proposed(division, heads.get(division.id()), List.copyOf(byDivision.get(division.id()))))
                .toList();
    }

    private Optional<UUID> headOf(List<Post> posts, LocalDate today, Set<UUID> members) {
        return posts.stream()
                .filter(post -> post.validTo() == null)
                .min(Comparator.comparingInt(Post::order))
                .flatMap(first -> organization.holdersOf(List.of(first.id()), today).stream()
                        .map(Holding::personId)
                        .filter(members::contains)
                        .findFirst());
    }

    public UUID add(
            UUID branchId,
            String name,
            @Nullable UUID unitId,
            @Nullable UUID leaderId,
            List<UUID> members,
            LocalDate from,
            Actor actor) {
        BranchRoll roll = rights.requireKeeper(branchId, actor);
        if (name.isBlank()) {
            throw FIELD_MISSING.with(Map.of("field", "name"));
        }
        UUID id = store.nextId();
        int place = roll.groups().stream().mapToInt(PartyGroup::place).max().orElse(0) + 1;
        store.insert(new PartyGroup(id, branchId, name.strip(), unitId, place, from, null));
        List<UUID> all = new ArrayList<>(members);
        if (leaderId != null && !all.contains(leaderId)) {
            all.add(leaderId);
        }
        for (UUID person : all) {
            requireOnRoll(roll, person, from);
            store.closeSeats(person, from.minusDays(1));
            store.openSeat(id, person, person.equals(leaderId), from);
        }
        record(branchId, id, "group-added", Map.of("name", name.strip(), "from", from), actor);
        duties.refresh(branchId);
        return id;
    }

    /** Puts somebody into a group from that day on; as its leader, the one before becomes an ordinary member. */
    public void place(UUID branchId, UUID groupId, UUID personId, boolean leader, LocalDate from, Actor actor) {
        BranchRoll roll = rights.requireKeeper(branchId, actor);
        PartyGroup group = roll.groupsOn(from).stream()
                .filter(open -> open.id().equals(groupId))
                .findFirst()
                .orElseThrow(() -> UNKNOWN.with(Map.of("id", groupId)));
        requireOnRoll(roll, personId, from);
        if (leader) {
            roll.leaderOn(groupId, from)
                    .filter(before -> !before.equals(personId))
                    .ifPresent(before -> {
                        store.closeSeats(before, from.minusDays(1));
                        store.openSeat(groupId, before, false, from);
                    });
        }
        store.closeSeats(personId, from.minusDays(1));
        store.openSeat(groupId, personId, leader, from);
        Map<String, Object> details = Map.of("person", personId, "group", group.name(), "from", from);
        record(branchId, groupId, leader ? "group-leader" : "group-placed", details, actor);
        duties.refresh(branchId);
    }

    /** The group ends with that day; its members stand without a group until they are placed, and the health check says so. */
    public void close(UUID branchId, UUID groupId, LocalDate lastDay, Actor actor) {
        BranchRoll roll = rights.requireKeeper(branchId, actor);
        PartyGroup group = roll.groupsOn(lastDay).stream()
                .filter(open -> open.id().equals(groupId))
                .findFirst()
                .orElseThrow(() -> UNKNOWN.with(Map.of("id", groupId)));
        roll.groupMembersOn(groupId, lastDay).forEach(person -> store.closeSeats(person, lastDay));
        store.closeGroup(groupId, lastDay);
        record(branchId, groupId, "group-closed", Map.of("name", group.name(), "last", lastDay), actor);
        duties.refresh(branchId);
    }

    private static void requireOnRoll(BranchRoll roll, UUID person, LocalDate day) {
        if (!roll.holds(person, day)) {
            throw NOT_A_MEMBER.plain();
        }
    }

    private void record(UUID branchId, UUID subject, String action, Map<String, Object> details, Actor actor) {
        history.record(new HistoryFact(branchId, "branch.branch", subject, action, details, null), actor);
    }
}

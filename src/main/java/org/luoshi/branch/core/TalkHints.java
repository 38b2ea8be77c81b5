package org.luoshi.branch.core;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.luoshi.branch.rules.ActivityKind;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Suggests with whom to talk after what happened (P-33): local practice, so it only informs, asks nothing and can be put aside. Worked out from what is on
 * record anyway; nobody enters anything for it.
 */
@Component
@Transactional
public class TalkHints {

    private final RollReader rolls;
    private final BranchRights rights;
    private final Names names;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    TalkHints(RollReader rolls, BranchRights rights, Names names, JdbcClient jdbc, Clock clock, ZoneId zone) {
        this.rolls = rolls;
        this.rights = rights;
        this.names = names;
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    /** Why a talk is suggested; its text is {@code branch.talk-hint.<NAME>}. */
    public enum Reason {
        NEW_MEMBER,
        TRANSFERRED_IN,
        POST_CHANGED,
        DISCIPLINE,
        APPRAISED
    }

    /** Somebody with whom a talk may be good, and since when. */
    public record Hint(UUID personId, String person, Reason reason, LocalDate since) {}

    private record Found(UUID personId, Reason reason, LocalDate since) {}

    /** The suggestions for a branch's keeper, newest first; empty for everybody else. */
    @Transactional(readOnly = true)
    public List<Hint> of(UUID branchId, Actor actor) {
        BranchRoll roll = rolls.roll(branchId);
        if (!rights.isKeeper(roll, actor)) {
            return List.of();
        }
        LocalDate today = rights.today();
        LocalDate first = today.minus(PeopleLimits.TALK_HINT);
        Set<UUID> members = roll.membersOn(today);
        Map<UUID, LocalDate> talked = lastTalks(branchId, first);
        Set<Found> gone = new HashSet<>(gone(branchId));
        List<Found> found = all(roll, first, today).stream()
                .distinct()
                .filter(hint ->
                        members.contains(hint.personId()) && !hint.personId().equals(actor.personId()))
                .filter(hint ->
                        talked.getOrDefault(hint.personId(), LocalDate.MIN).isBefore(hint.since()))
                .filter(hint -> !gone.contains(hint))
                .sorted(Comparator.comparing(Found::since).reversed().thenComparing(Found::reason))
                .toList();
        Names.Known known = names.of(found.stream().map(Found::personId).collect(Collectors.toSet()));
        return found.stream()
                .map(hint -> new Hint(hint.personId(), known.of(hint.personId()), hint.reason(), hint.since()))
                .toList();
    }

    private List<Found> all(BranchRoll roll, LocalDate first, LocalDate today) {
        Days window = new Window(first, today);
        List<Found> found = new ArrayList<>();
        roll.memberships().stream()
                .filter(membership -> membership.cameFrom() != null && window.on(membership.fromDay()))
                .forEach(membership ->
                        found.add(new Found(membership.personId(), Reason.TRANSFERRED_IN, membership.fromDay())));
        roll.posts().stream()
                .filter(post -> window.on(post.fromDay()) && !heldBefore(roll, post))
                .forEach(post -> found.add(new Found(post.personId(), Reason.POST_CHANGED, post.fromDay())));
        roll.standings().values().stream()
                .flatMap(List::stream)
                .filter(span -> window.on(span.fromDay()))
                .forEach(span -> {
                    switch (span.standing()) {
                        case PROBATIONARY -> found.add(new Found(span.personId(), Reason.NEW_MEMBER, span.fromDay()));
                        case UNDER_PROBATION, RIGHTS_SUSPENDED ->
                            found.add(new Found(span.personId(), Reason.DISCIPLINE, span.fromDay()));
                        case FULL, MEMBERSHIP_SUSPENDED, LEFT -> {
                            // No reason of its own for a talk.
                        }
                    }
                });
        found.addAll(appraised(roll.branch().id(), first));
        return found;
    }

    /** An election that leaves somebody where they were changes no post. */
    private static boolean heldBefore(BranchRoll roll, PostHolding post) {
        return roll.postsOn(post.fromDay().minusDays(1)).stream()
                .anyMatch(before ->
                        before.post() == post.post() && before.personId().equals(post.personId()));
    }

    private record Window(LocalDate fromDay, LocalDate toDay) implements Days {}

    private List<Found> appraised(UUID branchId, LocalDate first) {
        return jdbc.sql("""
                        select p.person_id, 'APPRAISED' as reason, max(a.counts_on) as since
                        from branch.activity a join branch.participant p on p.activity_id = a.id and p.presence = 'PRESENT'
                        where a.branch_id = :branch and a.state = 'RECORDED' and :kind = any(a.kinds) and a.counts_on >= :first
                        group by p.person_id
                        """)
                .param("branch", branchId)
                .param("kind", ActivityKind.APPRAISAL.name())
                .param("first", first)
                .query(Found.class)
                .list();
    }

    private record Talked(UUID personId, LocalDate onDay) {}

    private Map<UUID, LocalDate> lastTalks(UUID branchId, LocalDate first) {
        return jdbc
                .sql("""
                        select p.person_id, max(cast(a.starts_at at time zone :zone as date)) as on_day
                        from branch.activity a join branch.participant p on p.activity_id = a.id and p.presence = 'PRESENT'
                        where a.branch_id = :branch and a.state = 'RECORDED' and :kind = any(a.kinds) and a.starts_at >= :first
                        group by p.person_id
                        """)
                .param("zone", zone.getId())
                .param("branch", branchId)
                .param("kind", ActivityKind.TALK.name())
                .param("first", Sql.at(first.atStartOfDay(zone).toInstant()))
                .query(Talked.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Talked::personId, Talked::onDay));
    }

    private List<Found> gone(UUID branchId) {
        return jdbc.sql("select person_id, reason, since from branch.talk_hint_gone where branch_id = :branch")
                .param("branch", branchId)
                .query(Found.class)
                .list();
    }

    /** Puts a suggestion aside for the whole branch; twice is once. It leaves no line in the history: nothing happened. */
    public void dismiss(UUID branchId, UUID personId, Reason reason, LocalDate since, Actor actor) {
        rights.requireKeeper(branchId, actor);
        jdbc.sql("""
                insert into branch.talk_hint_gone (branch_id, person_id, reason, since, gone_by, gone_at)
                values (:branch, :person, :reason, :since, :by, :now) on conflict do nothing
                """)
                .param("branch", branchId)
                .param("person", personId)
                .param("reason", reason.name())
                .param("since", since)
                .param("by", actor.personId())
                .param("now", Sql.at(clock.instant()))
                .update();
    }
}

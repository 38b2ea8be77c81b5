package org.luoshi.ledger.core;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.Seat;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Which items a person may see, as part of every query: the office sees all; a leader and the secretary what the leader asked for; a unit what
 * was sent to it and the units below; a handler what was handed to the division or to the person; and everybody what they were made to watch.
 *
 * @param all true for the office and the auditor
 */
public record LedgerScope(boolean all, Set<UUID> units, Set<UUID> insideUnits, Set<UUID> leaderPosts, UUID personId) {

    private static final List<Role> SEE_ALL =
            List.of(Role.OFFICER, Role.OFFICE_DIRECTOR, Role.OFFICE_LEADER, Role.ARCHIVIST, Role.AUDITOR);

    public static LedgerScope of(Actor actor, OrganizationApi organization) {
        if (actor.hasAny(SEE_ALL)) {
            return new LedgerScope(true, Set.of(), Set.of(), Set.of(), actor.personId());
        }
        Set<UUID> units = new HashSet<>();
        Set<UUID> handlers = new HashSet<>();
        Set<UUID> leaderPosts = new HashSet<>();
        for (Seat seat : actor.seats()) {
            if (seat.roles().contains(Role.INSTRUCTING_LEADER)) {
                leaderPosts.add(seat.postId());
            }
            if (seat.roles().contains(Role.LEADERS_SECRETARY) && seat.servesPostId() != null) {
                leaderPosts.add(seat.servesPostId());
            }
            if (seat.roles().contains(Role.UNIT_HEAD) || seat.roles().contains(Role.UNIT_LIAISON)) {
                units.add(seat.unitId());
            }
            if (seat.roles().contains(Role.UNIT_LIAISON)) {
                units.addAll(Permissions.actingUnits(seat.unitId(), organization));
            }
            if (seat.roles().contains(Role.HANDLER)) {
                handlers.add(seat.unitId());
            }
        }
        Set<UUID> below = units.isEmpty() ? new HashSet<>() : new HashSet<>(organization.subtree(ownUnits(actor)));
        below.addAll(units);
        Set<UUID> inside = handlers.isEmpty() ? Set.of() : organization.subtree(handlers);
        below.addAll(inside);
        return new LedgerScope(false, below, inside, leaderPosts, actor.personId());
    }

    private static Set<UUID> ownUnits(Actor actor) {
        Set<UUID> own = new HashSet<>(actor.unitsAs(Role.UNIT_HEAD));
        own.addAll(actor.unitsAs(Role.UNIT_LIAISON));
        return own;
    }

    /**
     * A condition on {@code i}, a row of {@code ledger.item}. What a person may see is gathered by index and then looked up: asking each
     * item whether it may be seen would read the whole ledger for a unit that has a fortieth of it.
     */
    public String condition() {
        return condition(false);
    }

    /**
     * @param first gather before anything else is looked at: for words, of which nobody knows beforehand how rare they are
     */
    String condition(boolean first) {
        return all ? "true" : among("""
                    select sa.item_id from ledger.assignment sa where sa.unit_id = any(:scopeUnits) and sa.state <> 'PLANNED'
                    union all
                    select sb.item_id from ledger.assignment sb where sb.inside_unit_id = any(:scopeInside) and sb.state <> 'PLANNED'
                    union all
                    select sc.item_id from ledger.assignment sc where sc.inside_person_id = :scopePerson and sc.state <> 'PLANNED'
                    union all
                    select sw.item_id from ledger.watcher sw where sw.person_id = :scopePerson
                    union all
                    select sl.id from ledger.item sl where sl.leader_post_id = any(:scopeLeaders)
                """, first);
    }

    /** That {@code i} is one of these: as a list made first, or left to the database, which may just as well ask each item in turn. */
    static String among(String items, boolean first) {
        return first ? "i.id = any(array(" + items + "))" : "i.id in (" + items + ")";
    }

    public StatementSpec bind(StatementSpec statement) {
        return all
                ? statement
                : statement
                        .param("scopeLeaders", Sql.ids(leaderPosts))
                        .param("scopeUnits", Sql.ids(units))
                        .param("scopeInside", Sql.ids(insideUnits))
                        .param("scopePerson", personId);
    }
}

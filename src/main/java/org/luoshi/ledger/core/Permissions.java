package org.luoshi.ledger.core;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.Seat;
import org.springframework.stereotype.Component;

/** Who may take which step. Every door of the ledger, page or API, asks here. */
@Component
public class Permissions {

    /** Who may write and answer for a unit. */
    static final Set<Role> UNIT_ROLES = Set.of(Role.UNIT_LIAISON, Role.UNIT_HEAD, Role.HANDLER);

    private final OrganizationApi organization;

    Permissions(OrganizationApi organization) {
        this.organization = organization;
    }

    boolean mayTake(ItemStep step, Item item, Actor actor) {
        return switch (step) {
            case LEADER_AGREE, LEADER_INSTRUCT -> speaksFor(item.leaderPostId, step.by(), actor);
            case CONFIRM_CLOSE ->
                hasOfficeRole(step, actor) && !actor.personId().equals(item.proposedBy);
            case CONFIRM_CURED, RELAPSE ->
                hasOfficeRole(step, actor) && !actor.personId().equals(item.officerId);
            case SUBMIT,
                    FILE_AT_ONCE,
                    APPROVE,
                    SEND_BACK,
                    DECLINE,
                    ISSUE,
                    PROPOSE_CLOSE,
                    RETURN_TO_WORK,
                    STRIKE_OFF,
                    ARCHIVE,
                    RESUME,
                    MERGE -> hasOfficeRole(step, actor);
            case START, CLOSE_WITHOUT_LEADER, SUSPEND, MAKE_LONG_TERM, CANCEL -> false;
        };
    }

    boolean mayTake(AssignmentStep step, Assignment assignment, Actor actor) {
        return hasOfficeRole(step, actor) || actsFor(assignment.unitId, step.by(), actor);
    }

    boolean mayTake(RequestStep step, ChangeRequest request, Item item, Actor actor) {
        return switch (step) {
            case SIGN_OFF -> actsFor(request.askingUnitId, step.by(), actor);
            case FORWARD -> hasOfficeRole(step, actor);
            case WITHDRAW ->
                request.askedById.equals(actor.personId())
                        || actsFor(request.askingUnitId, Set.of(Role.UNIT_HEAD), actor);
            case GRANT, REFUSE ->
                request.kind.decidedBy().stream()
                        .anyMatch(role -> role == Role.INSTRUCTING_LEADER
                                ? speaksFor(item.leaderPostId, Set.of(role), actor)
                                : actor.has(role));
        };
    }

    /** True when the actor holds one of the unit roles in that unit, or, below its head, in one of its divisions. */
    public boolean actsFor(UUID unitId, Collection<Role> roles, Actor actor) {
        return actor.seats().stream().anyMatch(seat -> roles.stream().anyMatch(role -> sitsFor(seat, role, unitId)));
    }

    private boolean sitsFor(Seat seat, Role role, UUID unitId) {
        if (role.kind() != Role.Kind.UNIT || !seat.roles().contains(role)) {
            return false;
        }
        if (seat.unitId().equals(unitId)) {
            return true;
        }
        // A head signs only for the very unit; liaisons and handlers often sit in a division of it.
        return role != Role.UNIT_HEAD
                && actingUnits(seat.unitId(), organization).contains(unitId);
    }

    /** The unit itself and, when it is a division, the units it is a division of. */
    public static Set<UUID> actingUnits(UUID unitId, OrganizationApi organization) {
        Set<UUID> acting = new HashSet<>();
        Optional<Unit> unit = organization.unit(unitId);
        while (unit.isPresent() && acting.add(unit.get().id())) {
            UUID parentId = unit.get().parentId();
            unit = unit.get().kind() == UnitKind.DIVISION && parentId != null
                    ? organization.unit(parentId)
                    : Optional.empty();
        }
        return acting;
    }

    public static boolean speaksFor(@Nullable UUID leaderPostId, Collection<Role> roles, Actor actor) {
        if (leaderPostId == null) {
            return false;
        }
        return actor.seats().stream()
                .anyMatch(seat -> roles.contains(Role.INSTRUCTING_LEADER)
                                && seat.roles().contains(Role.INSTRUCTING_LEADER)
                                && seat.postId().equals(leaderPostId)
                        || roles.contains(Role.LEADERS_SECRETARY)
                                && seat.roles().contains(Role.LEADERS_SECRETARY)
                                && Objects.equals(seat.servesPostId(), leaderPostId));
    }

    /** The post in which somebody keeps items. */
    public static Optional<Seat> officeSeat(Actor actor) {
        return actor.seats().stream()
                .filter(seat ->
                        seat.roles().contains(Role.OFFICER) || seat.roles().contains(Role.OFFICE_DIRECTOR))
                .findFirst();
    }

    public static boolean hasOfficeRole(Step step, Actor actor) {
        return step.by().stream()
                .filter(role -> role.kind() == Role.Kind.OFFICE)
                .anyMatch(actor::has);
    }

    public static void requireOffice(Actor actor, Role... roles) {
        if (!actor.hasAny(List.of(roles))) {
            throw LedgerError.NOT_YOURS.plain();
        }
    }
}

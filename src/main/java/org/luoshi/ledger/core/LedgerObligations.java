package org.luoshi.ledger.core;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessApi;
import org.luoshi.obligations.NewObligation;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Post;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.worktime.Limit;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.stereotype.Component;

/** Hands the spine the plain obligations behind the ledger's states, and tells it when facts change. */
@Component
class LedgerObligations {

    static final String ITEM = "ledger.item";
    static final String ASSIGNMENT = "ledger.assignment";

    private final ObligationsApi obligations;
    private final Assignments assignments;
    private final AccessApi access;
    private final Fronts fronts;
    private final OrganizationApi organization;
    private final WorktimeApi worktime;
    private final LedgerSettings settings;
    private final Clock clock;

    LedgerObligations(
            ObligationsApi obligations,
            Assignments assignments,
            AccessApi access,
            Fronts fronts,
            OrganizationApi organization,
            WorktimeApi worktime,
            LedgerSettings settings,
            Clock clock) {
        this.obligations = obligations;
        this.assignments = assignments;
        this.access = access;
        this.fronts = fronts;
        this.organization = organization;
        this.worktime = worktime;
        this.settings = settings;
        this.clock = clock;
    }

    /** The same parts always give the same id, so that an obligation can be met without remembering it. */
    static UUID id(String kind, Object... parts) {
        StringBuilder name = new StringBuilder(kind);
        for (Object part : parts) {
            name.append(':').append(part);
        }
        return UUID.nameUUIDFromBytes(name.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The step that the item waits for now, owed by whoever must take it; meets the one before. */
    void nextStep(Item item, Actor actor) {
        if (item.stepObligationId != null) {
            obligations.meet(List.of(item.stepObligationId), ITEM, item.id, clock.instant(), actor);
            item.stepObligationId = null;
        }
        switch (item.state) {
            case DRAFT -> owe(item, "draft", item.officeUnitId, Role.OFFICER, item.officerId, days(2));
            case PENDING_APPROVAL -> oweRole(item, "approve", Role.OFFICE_DIRECTOR, decisionDue());
            case FILED -> owe(item, "issue", item.officeUnitId, Role.OFFICER, item.officerId, days(1));
            case PENDING_CLOSE -> oweRole(item, "confirm-close", Role.OFFICE_DIRECTOR, decisionDue());
            case PENDING_LEADER -> oweLeader(item);
            case CLOSED -> owe(item, "strike-off", item.officeUnitId, Role.OFFICER, item.officerId, days(3));
            case STRUCK_OFF -> oweRevisit(item);
            case ISSUED, IN_PROGRESS, LONG_TERM -> oweCloseProposal(item);
            case REVISITED, RELAPSED, CANCELLED -> oweRole(item, "archive", Role.ARCHIVIST, null);
            case SUSPENDED, NOT_FILED, ARCHIVED, MERGED -> {}
        }
    }

    /** True where the officer in charge takes the next step, and not whoever holds a role. */
    static boolean isOfTheOfficer(ItemState state) {
        return switch (state) {
            case DRAFT, FILED, ISSUED, IN_PROGRESS, LONG_TERM, CLOSED -> true;
            case PENDING_APPROVAL,
                    PENDING_CLOSE,
                    PENDING_LEADER,
                    SUSPENDED,
                    STRUCK_OFF,
                    NOT_FILED,
                    REVISITED,
                    RELAPSED,
                    ARCHIVED,
                    CANCELLED,
                    MERGED -> false;
        };
    }

    /** Once the lead's final report is accepted the officer proposes closing; until then the office waits for the units. */
    void oweCloseProposal(Item item) {
        boolean leadIsDone = assignments.ofItem(item.id).stream()
                .anyMatch(unit -> unit.isLead() && unit.state == AssignmentState.ACCEPTED);
        if (leadIsDone && item.stepObligationId == null) {
            owe(item, "propose-close", item.officeUnitId, Role.OFFICER, item.officerId, days(2));
        }
    }

    private void oweRevisit(Item item) {
        if (Boolean.TRUE.equals(item.revisitDrawn)) {
            oweRole(item, "revisit", Role.OFFICER, item.revisitDue);
        } else {
            oweRole(item, "archive", Role.ARCHIVIST, null);
        }
    }

    private void oweLeader(Item item) {
        if (item.leaderPostId == null) {
            return;
        }
        UUID unitId = organization.post(item.leaderPostId).map(Post::unitId).orElse(item.officeUnitId);
        UUID holder = holderOf(item.leaderPostId);
        owe(item, "leader", unitId, Role.INSTRUCTING_LEADER, holder, null);
    }

    private void oweRole(Item item, String kind, Role role, @Nullable Instant due) {
        owe(item, kind, unitOf(role, item.officeUnitId), role, null, due);
    }

    private void owe(Item item, String kind, UUID unitId, Role role, @Nullable UUID personId, @Nullable Instant due) {
        UUID obligationId = id(kind, item.id, item.version);
        obligations.owe(new NewObligation(
                obligationId, ITEM, item.id, unitId, role, personId, kind, label(item), item.page(), due));
        item.stepObligationId = obligationId;
    }

    /** One owed by the unit itself: its liaison, where it has one, else its head, else anybody there. */
    void oweByUnit(UUID obligationId, Item item, Assignment assignment, String kind, @Nullable Instant due) {
        oweByUnits(item, List.of(new Owed(obligationId, assignment, kind, due)));
    }

    /** What one unit owes. */
    record Owed(
            UUID id, Assignment unit, String kind, @Nullable Instant due) {}

    void oweByUnits(Item item, List<Owed> all) {
        if (all.isEmpty()) {
            return;
        }
        Map<UUID, Fronts.Front> known =
                fronts.of(all.stream().map(owed -> owed.unit().unitId).collect(Collectors.toSet()));
        obligations.oweAll(all.stream()
                .map(owed -> new NewObligation(
                        owed.id(),
                        ASSIGNMENT,
                        owed.unit().id,
                        owed.unit().insideUnitId == null ? owed.unit().unitId : owed.unit().insideUnitId,
                        owed.unit().insidePersonId == null
                                ? known.getOrDefault(owed.unit().unitId, Fronts.Front.NOBODY)
                                        .role()
                                : null,
                        owed.unit().insidePersonId,
                        owed.kind(),
                        label(item),
                        item.page(),
                        owed.due()))
                .toList());
    }

    void oweByHead(UUID obligationId, Item item, Assignment assignment, String kind, String href) {
        obligations.owe(new NewObligation(
                obligationId,
                ASSIGNMENT,
                assignment.id,
                assignment.unitId,
                Role.UNIT_HEAD,
                null,
                kind,
                label(item),
                href,
                days(1)));
    }

    /** Owed by the officer in charge of the item; named after the unit it comes from, for several may wait on one item. */
    void oweByOfficer(UUID obligationId, Item item, String unit, String kind, String href, Instant due) {
        obligations.owe(new NewObligation(
                obligationId,
                ITEM,
                item.id,
                item.officeUnitId,
                Role.OFFICER,
                item.officerId,
                kind,
                label(item) + "（" + unit + "）",
                href,
                due));
    }

    void oweByRole(UUID obligationId, Item item, Role role, String kind, String href, @Nullable Instant due) {
        UUID unitId = role == Role.INSTRUCTING_LEADER && item.leaderPostId != null
                ? organization.post(item.leaderPostId).map(Post::unitId).orElse(item.officeUnitId)
                : unitOf(role, item.officeUnitId);
        obligations.owe(
                new NewObligation(obligationId, ITEM, item.id, unitId, role, null, kind, label(item), href, due));
    }

    void meet(UUID obligationId, String activityKind, UUID activityId, Actor actor) {
        obligations.meet(List.of(obligationId), activityKind, activityId, clock.instant(), actor);
    }

    void release(UUID obligationId, String reason) {
        obligations.release(obligationId, reason);
    }

    void releaseAllOf(Item item, List<Assignment> assignments, String reason) {
        obligations.releaseAllOf(ITEM, item.id, reason);
        item.stepObligationId = null;
        assignments.forEach(assignment -> obligations.releaseAllOf(ASSIGNMENT, assignment.id, reason));
    }

    void releaseAllOf(Assignment assignment, String reason) {
        obligations.releaseAllOf(ASSIGNMENT, assignment.id, reason);
    }

    void move(UUID obligationId, @Nullable Instant due, String reason) {
        obligations.move(obligationId, due, reason);
    }

    void reopen(UUID obligationId, @Nullable Instant due, String reason) {
        obligations.reopen(obligationId, due, reason);
    }

    void handTo(UUID obligationId, UUID unitId, @Nullable UUID personId) {
        obligations.handTo(obligationId, unitId, personId);
    }

    Instant days(int workingDays) {
        return worktime.due(clock.instant(), Limit.workingDays(workingDays)).due();
    }

    Instant reviewDue() {
        return days(settings.of(LedgerSetting.REVIEW_WORKING_DAYS));
    }

    Instant decisionDue() {
        return days(settings.of(LedgerSetting.DECISION_WORKING_DAYS));
    }

    private UUID unitOf(Role role, UUID preferred) {
        if (!access.postsWith(role, Set.of(preferred)).isEmpty()) {
            return preferred;
        }
        return access.postsWith(role).stream()
                .findFirst()
                .flatMap(organization::post)
                .map(Post::unitId)
                .orElse(preferred);
    }

    private @Nullable UUID holderOf(UUID postId) {
        var today = java.time.LocalDate.now(clock);
        return organization.holdersOf(List.of(postId), today).stream()
                .findFirst()
                .map(holding -> holding.personId())
                .orElse(null);
    }

    private static String label(Item item) {
        return item.number == null ? item.title : item.number + " " + item.title;
    }
}

package org.luoshi.ledger.core;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.organization.Unit;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who owes what of an item, with the steps open to the viewer; its dates and visits. */
@Component
class PartQueries {

    private final Ledger ledger;
    private final ReportQueries reports;
    private final Permissions permissions;
    private final NoticeLevels levels;
    private final OrganizationApi organization;
    private final JdbcClient jdbc;
    private final Clock clock;

    PartQueries(
            Ledger ledger,
            ReportQueries reports,
            Permissions permissions,
            NoticeLevels levels,
            OrganizationApi organization,
            JdbcClient jdbc,
            Clock clock) {
        this.ledger = ledger;
        this.reports = reports;
        this.permissions = permissions;
        this.levels = levels;
        this.organization = organization;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<ItemDetail.UnitPart> units(Item item, Actor viewer) {
        List<Assignment> units = ledger.assignmentsOf(item);
        Set<UUID> unitIds = new HashSet<>();
        Set<UUID> personIds = new HashSet<>();
        for (Assignment unit : units) {
            unitIds.add(unit.unitId);
            if (unit.insidePersonId != null) {
                personIds.add(unit.insidePersonId);
            }
        }
        Map<UUID, Unit> names = organization.units(unitIds);
        Map<UUID, Person> people = organization.people(personIds);
        Map<UUID, String> questions = openQuestions(item.id);
        Map<UUID, Instant> next = nextFeedback(item.id);
        List<NoticeLevel> urging =
                levels.issuableBy(viewer).stream().map(LevelSetting::level).toList();
        Instant now = clock.instant();
        return units.stream()
                .map(unit -> part(
                        item,
                        unit,
                        names.get(unit.unitId),
                        unit.insidePersonId == null ? null : people.get(unit.insidePersonId),
                        questions.get(unit.id),
                        next.get(unit.id),
                        urging,
                        now,
                        viewer))
                .toList();
    }

    private ItemDetail.UnitPart part(
            Item item,
            Assignment unit,
            @Nullable Unit name,
            @Nullable Person handler,
            @Nullable String question,
            @Nullable Instant nextFeedback,
            List<NoticeLevel> urging,
            Instant now,
            Actor viewer) {
        boolean own = permissions.actsFor(unit.unitId, Permissions.UNIT_ROLES, viewer);
        boolean onBehalf = viewer.has(Role.OFFICER);
        boolean reportable = switch (unit.state) {
            case SIGNED, ASSIGNED_INSIDE, WORKING, RETURNED, SUBMITTED, UNIT_REVIEW -> true;
            case PLANNED, TO_SIGN, REASSIGN_REQUESTED, ACCEPTED, WAIVED, STOPPED, MOVED -> false;
        };
        return new ItemDetail.UnitPart(
                unit.id,
                unit.version,
                unit.unitId,
                name == null ? "?" : name.shortName(),
                unit.part,
                unit.duty,
                unit.state,
                Light.at(
                        now,
                        unit.state.isRunning(),
                        unit.stoppedAt != null,
                        unit.yellowAt,
                        unit.yellowWhy,
                        unit.redAt,
                        unit.redWhy),
                unit.signDue,
                unit.signedAt,
                unit.signAnswer,
                unit.signNote,
                unit.disputeUntil,
                unit.originalDue,
                unit.due,
                unit.forecast,
                unit.helpNeeded,
                handler == null ? null : handler.name(),
                unit.stoppedAt,
                question,
                unit.waivedReason,
                unit.feedbackCount,
                unit.returnedCount,
                nextFeedback,
                steps(item, unit, question != null, now, viewer),
                own,
                reportable && (own || onBehalf),
                unit.state.isRunning() && (own || onBehalf),
                unit.state.isRunning() ? urging : List.of());
    }

    private List<AssignmentStep> steps(Item item, Assignment unit, boolean questionOpen, Instant now, Actor viewer) {
        if (!item.isWithTheUnits()) {
            return List.of();
        }
        return Arrays.stream(AssignmentStep.values())
                .filter(Step::isTakenByPeople)
                .filter(step -> step.isAllowedFrom(unit.state) && permissions.mayTake(step, unit, viewer))
                .filter(step -> isSensible(step, unit, questionOpen, now))
                .toList();
    }

    /** Steps that the rules would refuse are not offered. */
    private static boolean isSensible(AssignmentStep step, Assignment unit, boolean questionOpen, Instant now) {
        return switch (step) {
            case OBJECT -> unit.disputeUntil != null && !now.isAfter(unit.disputeUntil);
            case WAIVE -> !unit.isLead();
            case ASK_COORDINATION -> !questionOpen;
            case ANSWER_COORDINATION -> questionOpen;
            case SEND,
                    SIGN,
                    SIGN_AND_ASK,
                    MAINTAIN,
                    MOVE,
                    MOVE_AWAY,
                    HAND_INSIDE,
                    BEGIN,
                    REVIEW_FINAL,
                    HAND_BACK_FINAL,
                    SUBMIT_FINAL,
                    ACCEPT_FINAL,
                    RETURN_FINAL,
                    REOPEN,
                    STOP,
                    RESUME -> true;
        };
    }

    private Map<UUID, String> openQuestions(UUID itemId) {
        Map<UUID, String> questions = new HashMap<>();
        jdbc.sql("""
                select c.assignment_id, c.question from ledger.coordination c
                join ledger.assignment a on a.id = c.assignment_id
                where a.item_id = :id and c.answered_at is null
                """)
                .param("id", itemId)
                .query((row, n) -> questions.put(row.getObject(1, UUID.class), row.getString(2)))
                .list();
        return questions;
    }

    private Map<UUID, Instant> nextFeedback(UUID itemId) {
        Map<UUID, Instant> next = new HashMap<>();
        jdbc.sql("""
                select d.assignment_id, min(d.due) as due from ledger.feedback_due d
                join ledger.assignment a on a.id = d.assignment_id
                where a.item_id = :id and d.met_at is null and d.released_at is null group by d.assignment_id
                """)
                .param("id", itemId)
                .query((row, n) -> next.put(
                        row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()))
                .list();
        return next;
    }

    List<ItemDetail.DateChange> dates(Item item) {
        return jdbc.sql("""
                select a.unit_id, d.kind, d.before, d.after, d.reason, d.decided_by, d.changed_at
                from ledger.date_change d left join ledger.assignment a on a.id = d.assignment_id
                where d.item_id = :id order by d.changed_at, d.id
                """)
                .param("id", item.id)
                .query((row, n) -> {
                    UUID unitId = row.getObject("unit_id", UUID.class);
                    return new ItemDetail.DateChange(
                            unitId == null ? null : ledger.unitName(unitId),
                            row.getString("kind"),
                            instant(row.getTimestamp("before")),
                            instant(row.getTimestamp("after")),
                            row.getString("reason"),
                            row.getString("decided_by"),
                            row.getTimestamp("changed_at").toInstant());
                })
                .list();
    }

    List<ItemDetail.Visit> visits(UUID itemId) {
        return jdbc.sql(
                        "select id, result, findings, person, happened_at from ledger.revisit where item_id = :id order by id")
                .param("id", itemId)
                .query((row, n) -> new ItemDetail.Visit(
                        row.getString("result"),
                        row.getString("findings"),
                        row.getString("person"),
                        row.getTimestamp("happened_at").toInstant(),
                        reports.files(jdbc.sql("select file_id from ledger.revisit_file where revisit_id = :id")
                                .param("id", row.getObject("id", UUID.class))
                                .query(UUID.class)
                                .list())))
                .list();
    }

    private static @Nullable Instant instant(java.sql.@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}

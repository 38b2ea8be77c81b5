package org.luoshi.ledger.guests;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.Cycle;
import org.luoshi.ledger.core.AssignmentState;
import org.luoshi.ledger.core.Part;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads one unit's part for somebody who may see that and nothing else. */
@Component
@Transactional(readOnly = true)
public class GuestTasks {

    private final OrganizationApi organization;
    private final JdbcClient jdbc;

    GuestTasks(OrganizationApi organization, JdbcClient jdbc) {
        this.organization = organization;
        this.jdbc = jdbc;
    }

    private record Raw(
            UUID id,
            int version,
            UUID itemId,
            @Nullable String number,
            String title,
            UUID unitId,
            Part part,
            @Nullable String duty,
            AssignmentState state,
            Cycle cycle,
            @Nullable Instant signDue,
            @Nullable Instant signedAt,
            @Nullable Instant disputeUntil,
            @Nullable Instant due,
            int feedbackCount,
            boolean underWay,
            boolean wantsFiles) {}

    /** Not found where there is no such part, or it was never sent. */
    public GuestTask require(UUID assignmentId) {
        Raw raw = jdbc.sql("""
                select a.id, a.version, a.item_id, i.number, i.title, a.unit_id, a.part, a.duty, a.state, i.cycle, a.sign_due, a.signed_at,
                       a.dispute_until, a.due, a.feedback_count,
                       i.state in ('ISSUED', 'IN_PROGRESS', 'LONG_TERM') and a.state not in ('MOVED', 'STOPPED', 'WAIVED') as under_way,
                       coalesce(k.needs_file, false) as wants_files
                from ledger.assignment a join ledger.item i on i.id = a.item_id
                left join ledger.source s on s.id = i.source_id left join ledger.source_kind k on k.code = s.kind
                where a.id = :id and a.state <> 'PLANNED'
                """)
                .param("id", assignmentId)
                .query(Raw.class)
                .optional()
                .orElseThrow(GuestError.UNKNOWN::plain);
        return new GuestTask(
                raw.id(),
                raw.version(),
                raw.itemId(),
                raw.number(),
                raw.title(),
                raw.unitId(),
                organization.unit(raw.unitId()).map(Unit::name).orElse("?"),
                raw.part(),
                raw.duty(),
                raw.state(),
                raw.cycle(),
                raw.signDue(),
                raw.signedAt(),
                raw.disputeUntil(),
                raw.due(),
                raw.feedbackCount(),
                raw.underWay(),
                raw.wantsFiles(),
                points(raw.itemId()),
                reports(assignmentId));
    }

    private List<GuestTask.Point> points(UUID itemId) {
        return jdbc.sql(
                        "select id, text from ledger.requirement where item_id = :id and waived is null order by position")
                .param("id", itemId)
                .query(GuestTask.Point.class)
                .list();
    }

    private List<GuestTask.Sent> reports(UUID assignmentId) {
        return jdbc.sql("""
                select t.number, f.kind, t.state, f.body, f.signed_off_by, f.submitted_at, t.reject_code, t.note
                from ledger.feedback_target t join ledger.feedback f on f.id = t.feedback_id
                where t.assignment_id = :id and t.number is not null order by t.number desc limit 100
                """)
                .param("id", assignmentId)
                .query(GuestTask.Sent.class)
                .list();
    }

    /** The running parts of the same unit, soonest first: what one workbook can ask. */
    public List<Sibling> runningPartsOf(UUID unitId) {
        return jdbc.sql("""
                select a.id, coalesce(i.number, '') as number, i.title, a.due
                from ledger.assignment a join ledger.item i on i.id = a.item_id
                where a.unit_id = :unit and i.state in ('ISSUED', 'IN_PROGRESS', 'LONG_TERM')
                  and a.state in ('TO_SIGN', 'SIGNED', 'ASSIGNED_INSIDE', 'WORKING', 'RETURNED')
                order by a.due nulls last, a.id limit 50
                """).param("unit", unitId).query(Sibling.class).list();
    }

    /** A part of the same unit. */
    public record Sibling(
            UUID id, String number, String title, @Nullable Instant due) {}
}

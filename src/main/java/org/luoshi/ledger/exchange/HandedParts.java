package org.luoshi.ledger.exchange;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.Cycle;
import org.luoshi.ledger.core.AssignmentState;
import org.luoshi.ledger.core.FeedbackKind;
import org.luoshi.ledger.core.Part;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is handed down and what was handed down to us, as packages need it. */
@Component
@Transactional(readOnly = true)
class HandedParts {

    private final OrganizationApi organization;
    private final JdbcClient jdbc;
    private final ZoneId zone;

    HandedParts(OrganizationApi organization, JdbcClient jdbc, ZoneId zone) {
        this.organization = organization;
        this.jdbc = jdbc;
        this.zone = zone;
    }

    /** One unit's part in an item of ours. */
    record OurPart(
            UUID id,
            int version,
            UUID itemId,
            UUID unitId,
            @Nullable String number,
            String title,
            Part part,
            @Nullable String duty,
            AssignmentState state,
            boolean underWay,
            @Nullable Instant due,
            Cycle cycle,
            @Nullable Integer cycleDay,
            UUID officerId,
            @Nullable UUID sourceId,
            @Nullable String source) {

        boolean isToSign() {
            return underWay && state == AssignmentState.TO_SIGN;
        }
    }

    Optional<OurPart> find(UUID assignmentId) {
        return jdbc.sql("""
                select a.id, a.version, a.item_id, a.unit_id, i.number, i.title, a.part, a.duty, a.state,
                       i.state in ('ISSUED', 'IN_PROGRESS', 'LONG_TERM') and a.state not in ('PLANNED', 'MOVED', 'STOPPED', 'WAIVED')
                           as under_way,
                       a.due, i.cycle, i.cycle_day, i.officer_id, i.source_id, s.title as source
                from ledger.assignment a join ledger.item i on i.id = a.item_id left join ledger.source s on s.id = i.source_id
                where a.id = :id
                """).param("id", assignmentId).query(OurPart.class).optional();
    }

    PackageContent.Issue issue(OurPart part, List<String> files) {
        List<PackageContent.Point> points = jdbc.sql(
                        "select id, text from ledger.requirement where item_id = :id and waived is null order by position")
                .param("id", part.itemId())
                .query(PackageContent.Point.class)
                .list();
        Instant due = part.due();
        return new PackageContent.Issue(
                part.id(),
                part.number(),
                part.title(),
                part.part(),
                part.duty(),
                due == null ? null : due.atZone(zone).toLocalDate(),
                part.cycle(),
                part.cycleDay(),
                points,
                organization.person(part.officerId()).map(Person::name).orElse("?"),
                part.source(),
                files);
    }

    List<UUID> sourceFiles(@Nullable UUID sourceId) {
        return sourceId == null
                ? List.of()
                : jdbc.sql("select file_id from ledger.source_file where source_id = :id order by file_id")
                        .param("id", sourceId)
                        .query(UUID.class)
                        .list();
    }

    /** The item of ours that a report concerns. */
    record HandedDown(UUID itemId, String title, UUID officerId) {}

    /** What a report concerns; refused where that part was never handed down to this partner. */
    HandedDown handedDown(OpenedPackage opened) {
        PackageContent.Report report = opened.content().report();
        if (report == null) {
            throw PackageError.CONTENT_WRONG.plain();
        }
        return jdbc.sql("""
                select i.id as item_id, i.title, i.officer_id from ledger.package_sent s
                join ledger.assignment a on a.id = s.assignment_id join ledger.item i on i.id = a.item_id
                where s.kind = 'ISSUE' and s.partner_id = :partner and s.assignment_id = :assignment limit 1
                """)
                .param("partner", opened.partner().id())
                .param("assignment", report.assignment())
                .query(HandedDown.class)
                .optional()
                .orElseThrow(PackageError.UNKNOWN_PART::plain);
    }

    /** An item here that a partner has handed down. */
    record Handed(UUID itemId, UUID partnerId, UUID packageId, UUID assignmentId) {}

    Optional<Handed> fromPartner(UUID itemId) {
        return jdbc.sql(
                        "select item_id, partner_id, package_id, assignment_id from ledger.partner_item where item_id = :id")
                .param("id", itemId)
                .query(Handed.class)
                .optional();
    }

    /** What an item became here that this partner has handed down before. */
    Optional<Handed> taken(UUID partnerId, UUID assignmentId) {
        return jdbc.sql("""
                select item_id, partner_id, package_id, assignment_id from ledger.partner_item
                where partner_id = :partner and assignment_id = :assignment
                """)
                .param("partner", partnerId)
                .param("assignment", assignmentId)
                .query(Handed.class)
                .optional();
    }

    String reference(UUID itemId) {
        return jdbc.sql("select coalesce(number, title) from ledger.item where id = :id")
                .param("id", itemId)
                .query(String.class)
                .single();
    }

    /** A report that the office has accepted here and can pass up. */
    List<UpwardReport> accepted(UUID itemId) {
        return jdbc.sql("""
                select f.id, f.unit_id, t.number, f.kind, f.body, f.forecast, f.help_needed, f.submitted_at, t.decided_at,
                       exists (select from ledger.package_sent s where s.feedback_id = f.id) as passed_up
                from ledger.feedback_target t join ledger.feedback f on f.id = t.feedback_id
                where t.item_id = :id and t.state = 'ACCEPTED' order by t.decided_at desc, f.id desc limit 100
                """).param("id", itemId).query(RawUpward.class).list().stream()
                .map(raw -> new UpwardReport(
                        raw.id(),
                        organization
                                .unit(raw.unitId())
                                .map(unit -> unit.shortName())
                                .orElse("?"),
                        raw.number() == null ? 0 : raw.number(),
                        raw.kind(),
                        raw.body(),
                        raw.forecast(),
                        raw.helpNeeded(),
                        raw.submittedAt(),
                        raw.passedUp()))
                .toList();
    }

    private record RawUpward(
            UUID id,
            UUID unitId,
            @Nullable Integer number,
            FeedbackKind kind,
            String body,
            java.time.@Nullable LocalDate forecast,
            @Nullable String helpNeeded,
            @Nullable Instant submittedAt,
            boolean passedUp) {}

    /** The evidence of a report with the text of the point that it proves. */
    record Evidence(
            @Nullable String pointText,
            @Nullable UUID fileId,
            @Nullable String words) {}

    List<Evidence> evidence(UUID feedbackId) {
        return jdbc.sql("""
                select q.text as point_text, e.file_id, e.words from ledger.evidence e
                left join ledger.requirement q on q.id = e.requirement_id where e.feedback_id = :id order by e.id
                """).param("id", feedbackId).query(Evidence.class).list();
    }
}

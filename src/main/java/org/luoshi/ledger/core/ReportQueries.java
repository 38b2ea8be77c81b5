package org.luoshi.ledger.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.luoshi.files.StoredFile;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reports with their evidence, what changed since the one before, and the steps open to the viewer. */
@Component
@Transactional(readOnly = true)
public class ReportQueries {

    private final Ledger ledger;
    private final Permissions permissions;
    private final FilesApi files;
    private final JdbcClient jdbc;

    ReportQueries(Ledger ledger, Permissions permissions, FilesApi files, JdbcClient jdbc) {
        this.ledger = ledger;
        this.permissions = permissions;
        this.files = files;
        this.jdbc = jdbc;
    }

    private record Raw(
            UUID id,
            int version,
            UUID unitId,
            UUID assignmentId,
            @Nullable Integer number,
            FeedbackKind kind,
            FeedbackState state,
            TargetState target,
            String body,
            @Nullable LocalDate forecast,
            @Nullable String helpNeeded,
            String draftedBy,
            @Nullable String signedOffBy,
            @Nullable Instant submittedAt,
            boolean onBehalf,
            @Nullable ReportWay way,
            @Nullable String toldBy,
            @Nullable String telephone,
            @Nullable LocalDate toldOn,
            @Nullable String partner,
            @Nullable String rejectCode,
            @Nullable String note,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            int serves) {

        @Nullable
        ReportOrigin origin() {
            return way == null || toldBy == null ? null : new ReportOrigin(way, toldBy, telephone, toldOn, partner);
        }
    }

    /** All reports on an item, newest first. The unit's drafts are shown to the unit alone. */
    List<ItemDetail.Report> ofItem(Item item, Actor viewer) {
        return ofItem(item, null, viewer);
    }

    private List<ItemDetail.Report> ofItem(Item item, @Nullable UUID only, Actor viewer) {
        List<Raw> raws = jdbc.sql("""
                select f.id, f.version, f.unit_id, t.assignment_id, t.number, f.kind, f.state, t.state as target, f.body, f.forecast,
                       f.help_needed, f.drafted_by, f.signed_off_by, f.submitted_at, f.on_behalf,
                       g.way, g.told_by, g.telephone, g.told_on, g.partner, t.reject_code, t.note, t.decided_by, t.decided_at,
                       (select count(*) from ledger.feedback_target o where o.feedback_id = f.id) as serves
                from ledger.feedback_target t join ledger.feedback f on f.id = t.feedback_id
                left join ledger.feedback_origin g on g.feedback_id = f.id
                where t.item_id = :id and f.state <> 'WITHDRAWN'
                order by coalesce(f.submitted_at, 'infinity'::timestamptz) desc, f.id desc
                """).param("id", item.id).query(Raw.class).list();
        Map<UUID, List<ItemDetail.Proof>> proofs = proofsOf(item.id);
        Map<UUID, String> units =
                ledger.shortNames(raws.stream().map(Raw::unitId).toList());
        List<ItemDetail.Report> reports = new ArrayList<>();
        for (Raw raw : raws) {
            boolean asked = only == null || raw.id().equals(only);
            if (asked && (raw.state() == FeedbackState.SUBMITTED || mayReadDraft(raw, viewer))) {
                String unit = units.getOrDefault(raw.unitId(), "?");
                reports.add(report(raw, unit, before(raw, raws), proofs.getOrDefault(raw.id(), List.of()), viewer));
            }
        }
        return reports;
    }

    /** One report as it stands for each item it serves, where the viewer may see that item. */
    public List<ItemDetail.Report> reports(UUID feedbackId, Actor viewer) {
        List<ItemDetail.Report> reports = new ArrayList<>();
        for (UUID itemId : ledger.visibleItems(itemsOf(feedbackId), viewer)) {
            reports.addAll(ofItem(ledger.item(itemId), feedbackId, viewer));
        }
        if (reports.isEmpty()) {
            throw LedgerError.UNKNOWN.with(Map.of("id", feedbackId));
        }
        return reports;
    }

    private List<UUID> itemsOf(UUID feedbackId) {
        return jdbc.sql("select distinct item_id from ledger.feedback_target where feedback_id = :id order by item_id")
                .param("id", feedbackId)
                .query(UUID.class)
                .list();
    }

    private boolean mayReadDraft(Raw raw, Actor viewer) {
        List<Role> unitRoles = List.of(Role.UNIT_HEAD, Role.UNIT_LIAISON, Role.HANDLER);
        return permissions.actsFor(raw.unitId(), unitRoles, viewer) || raw.onBehalf() && viewer.has(Role.OFFICER);
    }

    private static @Nullable Raw before(Raw raw, List<Raw> newestFirst) {
        return newestFirst.stream()
                .filter(other -> other.assignmentId().equals(raw.assignmentId()) && other.number() != null)
                .filter(other -> raw.number() == null || Objects.requireNonNull(other.number()) < raw.number())
                .findFirst()
                .orElse(null);
    }

    private ItemDetail.Report report(
            Raw raw, String unit, @Nullable Raw before, List<ItemDetail.Proof> proofs, Actor viewer) {
        Feedback feedback = new Feedback();
        feedback.unitId = raw.unitId();
        feedback.onBehalf = raw.onBehalf();
        List<FeedbackStep> steps = Arrays.stream(FeedbackStep.values())
                .filter(step -> step.isDecision()
                        ? step.isAllowedFrom(raw.state(), raw.target()) && Permissions.hasOfficeRole(step, viewer)
                        : step.isAllowedFrom(raw.state()) && mayTake(step, feedback, viewer))
                .toList();
        return new ItemDetail.Report(
                raw.id(),
                raw.version(),
                raw.assignmentId(),
                unit,
                raw.number() == null ? 0 : raw.number(),
                raw.kind(),
                raw.state(),
                raw.target(),
                raw.body(),
                raw.forecast(),
                raw.helpNeeded(),
                raw.draftedBy(),
                raw.signedOffBy(),
                raw.submittedAt(),
                raw.onBehalf(),
                raw.origin(),
                raw.rejectCode(),
                raw.note(),
                raw.decidedBy(),
                raw.decidedAt(),
                raw.serves() - 1,
                proofs,
                before == null ? List.of() : TextDifference.between(before.body(), raw.body()),
                steps);
    }

    private boolean mayTake(FeedbackStep step, Feedback feedback, Actor viewer) {
        return permissions.actsFor(feedback.unitId, step.by(), viewer) || feedback.onBehalf && viewer.has(Role.OFFICER);
    }

    private Map<UUID, List<ItemDetail.Proof>> proofsOf(UUID itemId) {
        record RawProof(
                UUID feedbackId,
                @Nullable UUID requirementId,
                @Nullable UUID fileId,
                @Nullable String words) {}
        List<RawProof> raws =
                jdbc.sql("""
                select e.feedback_id, e.requirement_id, e.file_id, e.words
                from ledger.evidence e join ledger.feedback_target t on t.feedback_id = e.feedback_id
                where t.item_id = :id order by e.id
                """).param("id", itemId).query(RawProof.class).list();
        Map<UUID, StoredFile> names = files.find(
                raws.stream().map(RawProof::fileId).filter(Objects::nonNull).toList());
        Map<UUID, List<ItemDetail.Proof>> proofs = new HashMap<>();
        for (RawProof raw : raws) {
            StoredFile file = raw.fileId() == null ? null : names.get(raw.fileId());
            proofs.computeIfAbsent(raw.feedbackId(), unused -> new ArrayList<>())
                    .add(new ItemDetail.Proof(
                            raw.requirementId(), raw.fileId(), file == null ? null : file.name(), raw.words()));
        }
        return proofs;
    }

    List<ItemDetail.Proof> files(List<UUID> fileIds) {
        Map<UUID, StoredFile> names = files.find(fileIds);
        return fileIds.stream()
                .map(id -> new ItemDetail.Proof(
                        null, id, names.containsKey(id) ? names.get(id).name() : null, null))
                .toList();
    }

    /** What the form for a new report needs: the item's points, the last text to start from, and what else the same unit could report on at once. */
    public ReportForm form(UUID assignmentId, Actor viewer) {
        Assignment unit = ledger.assignment(assignmentId);
        Item item = ledger.visibleItem(unit.itemId, viewer);
        String last = jdbc.sql("""
                select f.body from ledger.feedback_target t join ledger.feedback f on f.id = t.feedback_id
                where t.assignment_id = :id and t.number is not null and f.kind <> 'ZERO' order by t.number desc limit 1
                """)
                .param("id", assignmentId)
                .query(String.class)
                .optional()
                .orElse("");
        List<ReportForm.Point> points = jdbc.sql(
                        "select id, text from ledger.requirement where item_id = :id and waived is null order by position")
                .param("id", item.id)
                .query(ReportForm.Point.class)
                .list();
        List<ReportForm.Other> others = jdbc.sql("""
                select a.id, coalesce(i.number, '') as number, i.title from ledger.assignment a join ledger.item i on i.id = a.item_id
                where a.unit_id = :unit and a.id <> :id and i.is_open
                  and a.state in ('SIGNED', 'ASSIGNED_INSIDE', 'WORKING', 'RETURNED') order by i.due limit 50
                """)
                .param("unit", unit.unitId)
                .param("id", assignmentId)
                .query(ReportForm.Other.class)
                .list();
        boolean onBehalf =
                !permissions.actsFor(unit.unitId, List.of(Role.UNIT_HEAD, Role.UNIT_LIAISON, Role.HANDLER), viewer);
        boolean head = permissions.actsFor(unit.unitId, List.of(Role.UNIT_HEAD), viewer);
        return new ReportForm(
                assignmentId,
                item.id,
                item.reference(),
                item.title,
                ledger.unitName(unit.unitId),
                unit.part,
                last,
                points,
                others,
                onBehalf,
                head);
    }
}

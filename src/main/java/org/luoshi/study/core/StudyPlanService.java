package org.luoshi.study.core;

import static org.luoshi.study.core.StudyError.CHANGED_MEANWHILE;
import static org.luoshi.study.core.StudyError.CHOICE_UNKNOWN;
import static org.luoshi.study.core.StudyError.FIELD_MISSING;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.ActivityToPlan;
import org.luoshi.branch.BranchApi;
import org.luoshi.branch.PlannedActivity;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the plan of a year. */
@Service
@Transactional
public class StudyPlanService {

    private final StudyPlanStore store;
    private final StudyMaterialStore materials;
    private final StudyBranches branches;
    private final StudyProposal proposal;
    private final BranchApi branch;
    private final FilesApi files;
    private final HistoryApi history;
    private final Clock clock;
    private final ZoneId zone;

    StudyPlanService(
            StudyPlanStore store,
            StudyMaterialStore materials,
            StudyBranches branches,
            StudyProposal proposal,
            BranchApi branch,
            FilesApi files,
            HistoryApi history,
            Clock clock,
            ZoneId zone) {
        this.store = store;
        this.materials = materials;
        this.branches = branches;
        this.proposal = proposal;
        this.branch = branch;
        this.files = files;
        this.history = history;
        this.clock = clock;
        this.zone = zone;
    }

    public UUID add(UUID branchId, int year, PlanRowInput input, Actor actor) {
        branches.requireKeeper(branchId, actor);
        requireText("theme", input.theme());
        check(branchId, year, input, null);
        PlanRow row = row(TimeOrderedIds.next(clock), 1, branchId, year, input, null);
        store.insert(row);
        record(row, "added", actor);
        return row.id();
    }

    public void change(UUID id, int version, PlanRowInput input, Actor actor) {
        PlanRow before = require(id);
        branches.requireKeeper(before.branchId(), actor);
        requireText("theme", input.theme());
        check(before.branchId(), before.year(), input, before);
        PlanRow changed = row(id, version, before.branchId(), before.year(), input, before.activityId());
        if (!store.update(changed)) {
            throw CHANGED_MEANWHILE.plain();
        }
        record(changed, "changed", actor);
    }

    /** Takes a line out. One whose activity is in the calendar or was held stays; call the activity off first. */
    public void remove(UUID id, int version, Actor actor) {
        PlanRow row = require(id);
        branches.requireKeeper(row.branchId(), actor);
        if (activityOf(row).filter(activity -> !activity.isCancelled()).isPresent()) {
            throw StudyError.IN_CALENDAR.plain();
        }
        if (!store.delete(id, version)) {
            throw CHANGED_MEANWHILE.plain();
        }
        record(row, "removed", actor);
    }

    /** Adds what is missing so that each named role lectures and each quarter has a youth class; themes are left to the office. */
    public int propose(UUID branchId, int year, Actor actor) {
        branches.requireKeeper(branchId, actor);
        List<PlanRow> missing = proposal.missing(branchId, year, store.of(branchId, year));
        if (missing.isEmpty()) {
            throw StudyError.NOTHING_TO_PROPOSE.plain();
        }
        missing.forEach(store::insert);
        record(branchId, branchId, "study.plan", "proposed", Map.of("year", year, "count", missing.size()), actor);
        return missing.size();
    }

    /** Last year's lines once more, for an empty year, without their activities; who has left is not named any more. */
    public int copyLastYear(UUID branchId, int year, Actor actor) {
        branches.requireKeeper(branchId, actor);
        if (!store.of(branchId, year).isEmpty()) {
            throw StudyError.PLAN_NOT_EMPTY.with(Map.of("year", year));
        }
        List<PlanRow> before = store.of(branchId, year - 1);
        if (before.isEmpty()) {
            throw StudyError.NOTHING_TO_COPY.with(Map.of("year", year - 1));
        }
        StudyLecturers lecturers = new StudyLecturers(branches.members(branchId, year));
        Map<UUID, String> groups = branch.groups(branchId, branches.referenceDay(year));
        for (PlanRow row : before) {
            store.insert(new PlanRow(
                    TimeOrderedIds.next(clock),
                    1,
                    branchId,
                    year,
                    row.month(),
                    row.theme(),
                    row.sourceText(),
                    row.materialId(),
                    row.kind(),
                    row.lecturer() != null && lecturers.knows(row.lecturer()) ? row.lecturer() : null,
                    row.groupId() != null && groups.containsKey(row.groupId()) ? row.groupId() : null,
                    null));
        }
        record(branchId, branchId, "study.plan", "copied", Map.of("year", year, "count", before.size()), actor);
        return before.size();
    }

    /** Makes a planned activity of a line; one that was called off can be planned again. The people follow from kind and group. */
    public UUID toCalendar(
            UUID id, int version, LocalDate day, LocalTime from, LocalTime to, String place, Actor actor) {
        PlanRow row = require(id);
        branches.requireVisible(row.branchId(), actor);
        if (activityOf(row).filter(activity -> !activity.isCancelled()).isPresent()) {
            throw StudyError.IN_CALENDAR.plain();
        }
        List<UUID> lecturers = new StudyLecturers(branch.members(row.branchId(), day))
                .personOf(row.lecturer()).stream().toList();
        UUID activity = branch.planActivity(
                new ActivityToPlan(
                        row.branchId(),
                        row.groupId(),
                        row.kind(),
                        row.theme(),
                        day.atTime(from).atZone(zone).toInstant(),
                        day.atTime(to).atZone(zone).toInstant(),
                        place.strip(),
                        lecturers),
                actor);
        if (!store.tie(id, version, activity)) {
            throw CHANGED_MEANWHILE.plain();
        }
        record(row, "in-calendar", actor);
        return activity;
    }

    private Optional<PlannedActivity> activityOf(PlanRow row) {
        UUID activity = row.activityId();
        return activity == null
                ? Optional.empty()
                : Optional.ofNullable(branch.activities(List.of(activity)).get(activity));
    }

    private void check(UUID branchId, int year, PlanRowInput input, @Nullable PlanRow before) {
        if (!branch.kindNames(Texts.SIMPLIFIED).containsKey(input.kind())) {
            throw CHOICE_UNKNOWN.with(Map.of("field", "kind"));
        }
        String lecturer = input.lecturer();
        boolean isAsBefore = before != null && lecturer != null && lecturer.equals(before.lecturer());
        if (lecturer != null && !isAsBefore && !new StudyLecturers(branches.members(branchId, year)).knows(lecturer)) {
            throw CHOICE_UNKNOWN.with(Map.of("field", "lecturer"));
        }
        UUID group = input.groupId();
        if (group != null
                && (before == null || !group.equals(before.groupId()))
                && !branch.groups(branchId, branches.referenceDay(year)).containsKey(group)) {
            throw CHOICE_UNKNOWN.with(Map.of("field", "group"));
        }
        UUID material = input.materialId();
        if (material != null && !materials.titles(branchId).containsKey(material)) {
            throw CHOICE_UNKNOWN.with(Map.of("field", "material"));
        }
        files.requireUnmarked(input.theme() + "\n" + input.sourceText());
    }

    private static PlanRow row(
            UUID id, int version, UUID branchId, int year, PlanRowInput input, @Nullable UUID activityId) {
        return new PlanRow(
                id,
                version,
                branchId,
                year,
                input.month(),
                input.theme().strip(),
                input.sourceText().strip(),
                input.materialId(),
                input.kind(),
                input.lecturer(),
                input.groupId(),
                activityId);
    }

    private static void requireText(String field, String text) {
        if (text.isBlank()) {
            throw FIELD_MISSING.with(Map.of("field", field));
        }
    }

    private PlanRow require(UUID id) {
        return store.find(id).orElseThrow(() -> StudyError.UNKNOWN.with(Map.of("id", id)));
    }

    private void record(PlanRow row, String action, Actor actor) {
        record(
                row.branchId(),
                row.id(),
                "study.plan-row",
                action,
                Map.of("theme", row.theme(), "year", row.year(), "month", row.month()),
                actor);
    }

    private void record(
            UUID branchId, UUID subject, String kind, String action, Map<String, Object> details, Actor actor) {
        history.record(new HistoryFact(branchId, kind, subject, action, details, null), actor);
    }
}

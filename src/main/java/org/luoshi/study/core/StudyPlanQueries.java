package org.luoshi.study.core;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.BranchApi;
import org.luoshi.branch.BranchMember;
import org.luoshi.branch.PlannedActivity;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The plan against what was done: whether a line was held is read from its activity. */
@Component
@Transactional(readOnly = true)
public class StudyPlanQueries {

    private static final int QUARTERS = 4;
    private static final int MONTHS_OF_QUARTER = 3;

    private final StudyPlanStore store;
    private final StudyMaterialStore materials;
    private final StudyBranches branches;
    private final BranchApi branch;
    private final Clock clock;
    private final ZoneId zone;
    private final StudyLesson lesson;

    StudyPlanQueries(
            StudyPlanStore store,
            StudyMaterialStore materials,
            StudyBranches branches,
            BranchApi branch,
            StudyLesson lesson,
            Clock clock,
            ZoneId zone) {
        this.store = store;
        this.materials = materials;
        this.branches = branches;
        this.branch = branch;
        this.clock = clock;
        this.zone = zone;
        this.lesson = lesson;
    }

    public StudyPlanView plan(StudyPlace place, Locale locale, Actor viewer) {
        List<BranchMember> members = branches.members(place.branchId(), place.year());
        StudyLecturers lecturers = new StudyLecturers(members);
        List<StudyPlanLine> lines = lines(place, lecturers, locale, viewer);
        return new StudyPlanView(place, lines, coverage(members, lecturers, lines), quarters(place.year(), lines));
    }

    private List<StudyPlanLine> lines(StudyPlace place, StudyLecturers lecturers, Locale locale, Actor viewer) {
        List<PlanRow> rows = store.of(place.branchId(), place.year());
        Map<UUID, PlannedActivity> activities = branch.activities(
                rows.stream().map(PlanRow::activityId).filter(Objects::nonNull).toList());
        Map<String, String> kinds = branch.kindNames(locale);
        Map<UUID, String> groups = branch.groups(place.branchId(), branches.referenceDay(place.year()));
        Map<UUID, String> titles = materials.titles(place.branchId());
        List<StudyPlanLine> lines = new ArrayList<>();
        for (PlanRow row : rows) {
            PlannedActivity activity = row.activityId() == null ? null : activities.get(row.activityId());
            StudyPlanLine.State state = state(row, activity);
            boolean free = state != StudyPlanLine.State.DONE && state != StudyPlanLine.State.IN_CALENDAR;
            lines.add(new StudyPlanLine(
                    row,
                    kinds.getOrDefault(row.kind(), row.kind()),
                    lecturers.find(row.lecturer()),
                    row.groupId() == null ? "" : groups.getOrDefault(row.groupId(), ""),
                    row.materialId() == null ? null : titles.get(row.materialId()),
                    state,
                    at(activity),
                    proposal(row),
                    free && (place.keeper() || branch.mayRecord(row.branchId(), row.groupId(), viewer))));
        }
        return lines;
    }

    private static @Nullable Instant at(@Nullable PlannedActivity activity) {
        return activity == null ? null : activity.startsAt();
    }

    private StudyPlanLine.State state(PlanRow row, @Nullable PlannedActivity activity) {
        if (activity == null) {
            boolean over = YearMonth.of(row.year(), row.month()).isBefore(YearMonth.now(clock.withZone(zone)));
            return over ? StudyPlanLine.State.BEHIND : StudyPlanLine.State.OPEN;
        }
        if (activity.isRecorded()) {
            return StudyPlanLine.State.DONE;
        }
        return activity.isCancelled() ? StudyPlanLine.State.CALLED_OFF : StudyPlanLine.State.IN_CALENDAR;
    }

    /** A weekday near the middle of its month, not before today. */
    private LocalDate proposal(PlanRow row) {
        LocalDate day = LocalDate.of(row.year(), row.month(), lesson.day());
        LocalDate today = branches.today();
        LocalDate from = day.isBefore(today) ? today : day;
        while (from.getDayOfWeek() == DayOfWeek.SATURDAY || from.getDayOfWeek() == DayOfWeek.SUNDAY) {
            from = from.plusDays(1);
        }
        return from;
    }

    /** Those who are named by their role: leaders, the committee, leaders of groups; in the official order. */
    static boolean isNamed(BranchMember member) {
        return member.leader() || !member.posts().isEmpty() || member.leadsGroup();
    }

    private static List<StudyCoverage> coverage(
            List<BranchMember> members, StudyLecturers lecturers, List<StudyPlanLine> lines) {
        return members.stream()
                .filter(StudyPlanQueries::isNamed)
                .map(member -> {
                    List<StudyPlanLine> own = lines.stream()
                            .filter(line -> lecturers
                                    .personOf(line.row().lecturer())
                                    .filter(member.personId()::equals)
                                    .isPresent())
                            .toList();
                    return new StudyCoverage(
                            member.name(),
                            member.posts(),
                            member.leadsGroup() ? member.groupName() : null,
                            member.leader(),
                            member.care(),
                            own.size(),
                            own.stream().filter(StudyPlanLine::isDone).count());
                })
                .toList();
    }

    private List<StudyCoverage.Quarter> quarters(int year, List<StudyPlanLine> lines) {
        YearMonth now = YearMonth.from(branches.today());
        return IntStream.rangeClosed(1, QUARTERS)
                .mapToObj(quarter -> {
                    List<StudyPlanLine> own = lines.stream()
                            .filter(line ->
                                    line.row().isYouthClass() && line.row().quarter() == quarter)
                            .toList();
                    return new StudyCoverage.Quarter(
                            quarter,
                            own.size(),
                            own.stream().filter(StudyPlanLine::isDone).count(),
                            YearMonth.of(year, quarter * MONTHS_OF_QUARTER).isBefore(now));
                })
                .toList();
    }

    /** A line for its page. */
    public PlanRow row(UUID id, Actor viewer) {
        PlanRow row = store.find(id).orElseThrow(() -> StudyError.UNKNOWN.with(Map.of("id", id)));
        branches.requireVisible(row.branchId(), viewer);
        return row;
    }

    /** What can be chosen in the form of a line. */
    public StudyRowChoices choices(UUID branchId, int year, Locale locale) {
        return new StudyRowChoices(
                branch.kindNames(locale),
                new StudyLecturers(branches.members(branchId, year)).options(),
                branch.groups(branchId, branches.referenceDay(year)),
                materials.titles(branchId));
    }
}

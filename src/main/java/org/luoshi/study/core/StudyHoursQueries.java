package org.luoshi.study.core;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.AskedHours;
import org.luoshi.branch.Attended;
import org.luoshi.branch.BranchApi;
import org.luoshi.branch.BranchMember;
import org.luoshi.branch.PlannedActivity;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Class hours by person and year, always in the official order. A person sees their own, the committee sees all. */
@Component
@Transactional(readOnly = true)
public class StudyHoursQueries {

    private static final String COURSE = "COURSE";

    private final StudyHoursStore store;
    private final StudyHoursSource source;
    private final StudyPlanStore plans;
    private final StudyMaterialStore materials;
    private final StudyBranches branches;
    private final BranchApi branch;

    StudyHoursQueries(
            StudyHoursStore store,
            StudyHoursSource source,
            StudyPlanStore plans,
            StudyMaterialStore materials,
            StudyBranches branches,
            BranchApi branch) {
        this.store = store;
        this.source = source;
        this.plans = plans;
        this.materials = materials;
        this.branches = branches;
        this.branch = branch;
    }

    /** Those whom the viewer may see. */
    public List<StudyHoursRow> table(StudyPlace place, Actor viewer) {
        List<BranchMember> members = branches.members(place.branchId(), place.year()).stream()
                .filter(member -> place.keeper() || member.personId().equals(viewer.personId()))
                .toList();
        return rows(members, place.year());
    }

    private List<StudyHoursRow> rows(List<BranchMember> members, int year) {
        List<UUID> people = members.stream().map(BranchMember::personId).toList();
        List<Attended> attended = branch.attended(people, year);
        List<OutsideHours> elsewhere = store.of(people, year);
        List<StudyMakeUp> madeUp = source.madeUp(people, year);
        LocalDate day = branches.referenceDay(year);
        List<AskedHours> rules = branch.askedHours(day);
        return members.stream()
                .map(member -> row(
                        member,
                        attended.stream()
                                .filter(one -> one.personId().equals(member.personId()))
                                .toList(),
                        elsewhere.stream()
                                .filter(one -> one.personId().equals(member.personId()))
                                .toList(),
                        madeUp.stream()
                                .filter(one -> one.personId().equals(member.personId()))
                                .toList(),
                        member.care() ? List.of() : asked(member, rules)))
                .toList();
    }

    private static StudyHoursRow row(
            BranchMember member,
            List<Attended> attended,
            List<OutsideHours> elsewhere,
            List<StudyMakeUp> madeUp,
            List<AskedHours> asked) {
        long courses =
                attended.stream().filter(one -> one.kinds().contains(COURSE)).count()
                        + elsewhere.stream().filter(OutsideHours::course).count();
        return new StudyHoursRow(
                member.personId(),
                member.name(),
                member.groupName(),
                member.care(),
                sum(attended.stream().map(Attended::classHours).toList()),
                sum(elsewhere.stream().map(OutsideHours::hours).toList()),
                sum(madeUp.stream().map(StudyMakeUp::hours).toList()),
                most(asked),
                (int) courses,
                asked.stream().mapToInt(AskedHours::courses).max().orElse(0));
    }

    private static BigDecimal sum(Collection<BigDecimal> hours) {
        return hours.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable BigDecimal most(List<AskedHours> asked) {
        return asked.stream().map(AskedHours::hours).max(BigDecimal::compareTo).orElse(null);
    }

    /** The rules about hours that are for this member (E-01, E-02). */
    private static List<AskedHours> asked(BranchMember member, List<AskedHours> rules) {
        return rules.stream()
                .filter(rule -> switch (rule.who()) {
                    case "MEMBER" -> true;
                    case "COMMITTEE_MEMBER" -> !member.posts().isEmpty();
                    case "SECRETARY" -> member.posts().contains("SECRETARY");
                    case "GROUP_LEADER" -> member.leadsGroup();
                    case "LEADER" -> member.leader();
                    case "YOUTH" -> member.youth();
                    default -> false;
                })
                .toList();
    }

    /** What is behind somebody's figures: for themselves and the committee. */
    public StudyHoursPerson person(StudyPlace place, UUID personId, Actor viewer) {
        BranchMember member = branches.members(place.branchId(), place.year()).stream()
                .filter(one -> one.personId().equals(personId))
                .findFirst()
                .orElseThrow(() -> StudyError.UNKNOWN.with(Map.of("id", personId)));
        if (!place.keeper() && !personId.equals(viewer.personId())) {
            throw StudyError.NOT_YOURS.plain();
        }
        List<UUID> one = List.of(personId);
        List<StudyMakeUp> madeUp = source.madeUp(one, place.year());
        Map<UUID, PlannedActivity> activities =
                branch.activities(madeUp.stream().map(StudyMakeUp::activityId).toList());
        return new StudyHoursPerson(
                rows(List.of(member), place.year()).get(0),
                branch.attended(one, place.year()).stream()
                        .map(was -> new StudyHoursPerson.Activity(
                                was.activityId(), was.title(), was.day(), was.classHours(), ""))
                        .toList(),
                store.of(one, place.year()),
                madeUp.stream()
                        .map(was -> new StudyHoursPerson.Activity(
                                was.activityId(),
                                title(activities, was.activityId()),
                                was.day(),
                                was.hours(),
                                was.line()))
                        .toList());
    }

    private static String title(Map<UUID, PlannedActivity> activities, UUID id) {
        PlannedActivity activity = activities.get(id);
        return activity == null ? "" : activity.title();
    }

    /** What the viewer missed in a year, with the material of the plan; the newest first. */
    public List<StudyMissed> missed(StudyPlace place, Actor viewer) {
        List<UUID> self = List.of(viewer.personId());
        Map<UUID, StudyMakeUp> done = store.madeUp(self, place.year()).stream()
                .collect(Collectors.toMap(StudyMakeUp::activityId, one -> one));
        Map<UUID, String> titles = materials.titles(place.branchId());
        List<StudyMissed> missed = new ArrayList<>();
        for (Attended one : branch.missed(self, place.year())) {
            PlanRow row = plans.ofActivity(one.activityId()).orElse(null);
            UUID material = row == null ? null : row.materialId();
            missed.add(
                    0,
                    new StudyMissed(
                            one.activityId(),
                            one.title(),
                            one.day(),
                            one.classHours(),
                            row == null ? "" : row.sourceText(),
                            material,
                            material == null ? null : titles.get(material),
                            done.get(one.activityId())));
        }
        return missed;
    }

    /** True where nothing is asked of the viewer (P-37). */
    public boolean isInCare(StudyPlace place, Actor viewer) {
        return branches.members(place.branchId(), place.year()).stream()
                .anyMatch(member -> member.care() && member.personId().equals(viewer.personId()));
    }
}

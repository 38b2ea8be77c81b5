package org.luoshi.branch;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.core.ActivityService;
import org.luoshi.branch.core.BranchRights;
import org.luoshi.branch.core.DutyService;
import org.luoshi.branch.core.Kinds;
import org.luoshi.branch.core.PlanActivity;
import org.luoshi.branch.core.RollReader;
import org.luoshi.branch.core.StudyFacts;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** The door of branch life: who belongs where, what was held, and who may do what. */
@Component
public class BranchApi {

    private final RollReader rolls;
    private final BranchRights rights;
    private final ActivityService activities;
    private final DutyService duties;
    private final Kinds kinds;
    private final StudyFacts facts;

    BranchApi(
            RollReader rolls,
            BranchRights rights,
            ActivityService activities,
            DutyService duties,
            Kinds kinds,
            StudyFacts facts) {
        this.rolls = rolls;
        this.rights = rights;
        this.activities = activities;
        this.duties = duties;
        this.kinds = kinds;
        this.facts = facts;
    }

    /** The branch to which a person belongs now. */
    public Optional<UUID> branchOf(UUID personId) {
        return rolls.branchOf(personId);
    }

    /** The open branches that somebody may see, the oldest first. */
    public List<BranchName> visibleTo(Actor viewer) {
        return facts.visibleTo(viewer);
    }

    /** The members of a branch on a day in the official order: group by group as the roll has them, then those without a group. */
    public List<BranchMember> members(UUID branchId, LocalDate day) {
        return facts.members(branchId, day);
    }

    /** The groups of a branch on a day by id, in their order. */
    public Map<UUID, String> groups(UUID branchId, LocalDate day) {
        return facts.groups(branchId, day);
    }

    /** True for its members, its committee, those who look after all branches and auditors. False for a branch that does not exist. */
    public boolean maySee(UUID branchId, Actor actor) {
        return facts.exists(branchId) && rights.maySee(rolls.roll(branchId), actor);
    }

    /** True for its committee (or the secretary alone) and those who look after all branches. */
    public boolean isKeeper(UUID branchId, Actor actor) {
        return facts.exists(branchId) && rights.isKeeper(rolls.roll(branchId), actor);
    }

    /** True for the keeper and, where a group is given, for its leader. */
    public boolean mayRecord(UUID branchId, @Nullable UUID groupId, Actor actor) {
        return facts.exists(branchId) && rights.mayRecord(rolls.roll(branchId), groupId, actor);
    }

    /** Kinds of activity by code with their names, in the order of the house. */
    public Map<String, String> kindNames(Locale locale) {
        return facts.kindNames(kinds.all(locale));
    }

    /** Puts an activity into the calendar of a branch. Refuses what {@code ActivityService.plan} refuses. */
    public UUID planActivity(ActivityToPlan plan, Actor actor) {
        return activities.plan(
                new PlanActivity(
                        plan.branchId(),
                        plan.groupId(),
                        List.of(plan.kind()),
                        "",
                        plan.startsAt(),
                        plan.endsAt(),
                        plan.place(),
                        plan.theme(),
                        null,
                        null,
                        null,
                        List.of(),
                        plan.lecturers(),
                        List.of(),
                        false),
                actor);
    }

    /** The activities of a branch that begin in a year, soonest first, without talks. */
    public List<PlannedActivity> activities(UUID branchId, int year) {
        return facts.activities(branchId, year);
    }

    /** Those of the ids that exist; talks are nobody else's. */
    public Map<UUID, PlannedActivity> activities(Collection<UUID> ids) {
        return facts.activities(ids);
    }

    /** What these people attended with class hours that counts in this year, in whichever branch; the earliest first. */
    public List<Attended> attended(Collection<UUID> people, int year) {
        return facts.attended(people, year);
    }

    /** What these people missed with class hours in this year. Who is in care missed nothing (P-37). */
    public List<Attended> missed(Collection<UUID> people, int year) {
        return facts.missed(people, year);
    }

    /** The rules about class hours that hold on a day; empty where none is in force. */
    public List<AskedHours> askedHours(LocalDate day) {
        return facts.askedHours(day);
    }

    /** Works the duties of a year out anew, after something that answers them has changed. */
    public void refreshDuties(UUID branchId, int year) {
        duties.refresh(branchId, year);
    }
}

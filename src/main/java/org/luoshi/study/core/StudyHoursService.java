package org.luoshi.study.core;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.branch.Attended;
import org.luoshi.branch.BranchApi;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes study elsewhere and afterwards; the duties of the branch are worked out anew after each change. */
@Service
@Transactional
public class StudyHoursService {

    private final StudyHoursStore store;
    private final StudyConversions conversions;
    private final StudyBranches branches;
    private final BranchApi branch;
    private final FilesApi files;
    private final HistoryApi history;
    private final Clock clock;

    StudyHoursService(
            StudyHoursStore store,
            StudyConversions conversions,
            StudyBranches branches,
            BranchApi branch,
            FilesApi files,
            HistoryApi history,
            Clock clock) {
        this.store = store;
        this.conversions = conversions;
        this.branches = branches;
        this.branch = branch;
        this.files = files;
        this.history = history;
        this.clock = clock;
    }

    /** The person's own step, or the committee's. The same title, day and platform count once. */
    public void note(UUID branchId, UUID personId, NewHours hours, Actor actor) {
        requireSelfOrKeeper(branchId, personId, actor);
        requireText("title", hours.title());
        requirePast(hours.day());
        files.requireUnmarked(hours.title() + "\n" + hours.platform());
        OutsideHours one = entry(personId, hours, conversions.all(), actor);
        if (!store.insert(one)) {
            throw StudyError.ALREADY_NOTED.with(Map.of("field", "title"));
        }
        record(branchId, one, "noted", actor);
        branch.refreshDuties(branchId, one.day().getYear());
    }

    OutsideHours entry(UUID personId, NewHours hours, List<StudyUnit> units, Actor actor) {
        return new OutsideHours(
                TimeOrderedIds.next(clock),
                personId,
                hours.title().strip(),
                hours.day(),
                hours.amount(),
                hours.unit(),
                StudyConversions.hours(units, hours.unit(), hours.amount()),
                hours.platform().strip(),
                hours.course(),
                actor.personId(),
                clock.instant());
    }

    public void remove(UUID branchId, UUID id, Actor actor) {
        OutsideHours one = store.find(id).orElseThrow(() -> StudyError.UNKNOWN.with(Map.of("id", id)));
        requireSelfOrKeeper(branchId, one.personId(), actor);
        store.delete(id);
        record(branchId, one, "removed", actor);
        branch.refreshDuties(branchId, one.day().getYear());
    }

    /** "Studied it afterwards on …": adds the class hours of what was missed. Nobody notes it for somebody else. */
    public void makeUp(UUID activityId, int year, LocalDate day, String line, Actor actor) {
        UUID person = actor.personId();
        Attended missed = branch.missed(List.of(person), year).stream()
                .filter(one -> one.activityId().equals(activityId))
                .findFirst()
                .orElseThrow(StudyError.NOT_MISSED::plain);
        requirePast(day);
        if (day.isBefore(missed.day())) {
            throw StudyError.DAY_TOO_EARLY.with(Map.of("field", "day", "date", missed.day()));
        }
        requireText("line", line);
        files.requireUnmarked(line);
        store.save(new StudyMakeUp(activityId, person, year, day, line.strip(), missed.classHours(), clock.instant()));
        afterMakeUp(missed.title(), activityId, year, "noted", actor);
    }

    public void withdrawMakeUp(UUID activityId, int year, Actor actor) {
        if (!store.deleteMakeUp(activityId, actor.personId())) {
            throw StudyError.UNKNOWN.with(Map.of("id", activityId));
        }
        String title = branch.activities(List.of(activityId)).values().stream()
                .map(one -> one.title())
                .findFirst()
                .orElse("");
        afterMakeUp(title, activityId, year, "withdrawn", actor);
    }

    private void afterMakeUp(String title, UUID activityId, int year, String action, Actor actor) {
        branch.branchOf(actor.personId()).ifPresent(branchId -> {
            history.record(
                    new HistoryFact(branchId, "study.make-up", activityId, action, Map.of("title", title), null),
                    actor);
            branch.refreshDuties(branchId, year);
        });
    }

    private void requireSelfOrKeeper(UUID branchId, UUID personId, Actor actor) {
        branches.requireVisible(branchId, actor);
        boolean self = actor.personId().equals(personId);
        boolean onRoll = branch.members(branchId, branches.today()).stream()
                .anyMatch(member -> member.personId().equals(personId));
        if (!onRoll || !self && !branch.isKeeper(branchId, actor)) {
            throw StudyError.NOT_YOURS.plain();
        }
    }

    private void requirePast(LocalDate day) {
        if (day.isAfter(branches.today())) {
            throw StudyError.DAY_AHEAD.with(Map.of("field", "day", "date", day));
        }
    }

    private static void requireText(String field, String text) {
        if (text.isBlank()) {
            throw StudyError.FIELD_MISSING.with(Map.of("field", field));
        }
    }

    private void record(UUID branchId, OutsideHours one, String action, Actor actor) {
        history.record(
                new HistoryFact(
                        branchId,
                        "study.hours",
                        one.id(),
                        action,
                        Map.of("title", one.title(), "day", one.day(), "hours", one.hours(), "person", one.personId()),
                        null),
                actor);
    }
}

package org.luoshi.branch.core;

import static org.luoshi.branch.core.BranchError.CHANGED_MEANWHILE;
import static org.luoshi.branch.core.BranchError.DAY_AHEAD;
import static org.luoshi.branch.core.BranchError.DAY_BEFORE;
import static org.luoshi.branch.core.BranchError.UNKNOWN;
import static org.luoshi.branch.core.PeopleError.INCOMPLETE;
import static org.luoshi.branch.core.PeopleError.RECRUIT_ALREADY;
import static org.luoshi.branch.core.PeopleError.STEP_NOT_OPEN;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the days of somebody's way to membership. It reminds and never decides; with the admission the person comes onto the roll. */
@Service
@Transactional
public class RecruitService {

    private final RecruitStore store;
    private final BranchStore branches;
    private final RollReader rolls;
    private final BranchService members;
    private final BranchRights rights;
    private final RecruitDesk desk;
    private final HistoryApi history;

    RecruitService(
            RecruitStore store,
            BranchStore branches,
            RollReader rolls,
            BranchService members,
            BranchRights rights,
            RecruitDesk desk,
            HistoryApi history) {
        this.store = store;
        this.branches = branches;
        this.rolls = rolls;
        this.members = members;
        this.rights = rights;
        this.desk = desk;
        this.history = history;
    }

    /** Somebody handed in an application on that day. */
    public UUID apply(UUID branchId, UUID personId, LocalDate on, Actor actor) {
        rights.requireKeeper(branchId, actor);
        requirePast(on);
        Recruit recruit = new Recruit(branches.nextId(), 1, branchId, personId, RecruitStage.APPLICANT, null, null);
        if (rolls.branchOf(personId).isPresent() || !store.insert(recruit)) {
            throw RECRUIT_ALREADY.plain();
        }
        note(recruit, RecruitStep.APPLY, on, actor);
        return recruit.id();
    }

    /**
     * Something happened on that day.
     *
     * @param version the one seen
     * @param reference of the decision, where the standing in the party changes; else not looked at
     */
    public void step(UUID recruitId, int version, RecruitStep step, LocalDate on, String reference, Actor actor) {
        Recruit recruit = store.find(recruitId).orElseThrow(() -> UNKNOWN.with(Map.of("id", recruitId)));
        rights.requireKeeper(recruit.branchId(), actor);
        List<RecruitEvent> events = store.events(List.of(recruitId)).getOrDefault(recruitId, List.of());
        if (!step.isOpenAt(recruit.stage())) {
            throw STEP_NOT_OPEN.plain();
        }
        requirePast(on);
        requireInOrder(events, on);
        if (step.needsReference() && reference.isBlank()) {
            throw INCOMPLETE.with(Map.of("field", "reference"));
        }
        Recruit after = after(recruit, version, step, on);
        if (!store.update(after)) {
            throw CHANGED_MEANWHILE.plain();
        }
        roll(recruit, step, on, reference, actor);
        desk.releaseWhatPasses(recruit, after, events);
        note(after, step, on, actor);
    }

    private static Recruit after(Recruit recruit, int version, RecruitStep step, LocalDate on) {
        RecruitStage stage = step.after(recruit.stage());
        boolean ends = stage == RecruitStage.ENDED;
        return new Recruit(
                recruit.id(),
                version,
                recruit.branchId(),
                recruit.personId(),
                stage,
                ends ? on : null,
                ends ? on.plus(PeopleLimits.KEEP_ENDED_RECRUIT) : null);
    }

    private void roll(Recruit recruit, RecruitStep step, LocalDate on, String reference, Actor actor) {
        UUID branch = recruit.branchId();
        UUID person = recruit.personId();
        switch (step) {
            case ADMIT -> members.admit(branch, new NewMember(person, on, on, null, Set.of(), null), actor);
            case BECOME_FULL -> members.changeStanding(branch, person, Standing.FULL, on, reference, actor);
            case DISQUALIFY -> members.changeStanding(branch, person, Standing.LEFT, on, reference, actor);
            case APPLY, TALK, BECOME_ACTIVIST, REVIEW, BECOME_CANDIDATE, COURSE, REPORT, APPROVE, STOP -> {
                // Not a member yet, or still one of the same standing.
            }
        }
    }

    private void note(Recruit recruit, RecruitStep step, LocalDate on, Actor actor) {
        store.add(new RecruitEvent(recruit.id(), step, on), actor);
        // No name: what is deleted later must not live on in the history.
        history.record(
                new HistoryFact(
                        recruit.branchId(), "branch.recruit", recruit.id(), step.action(), Map.of("on", on), null),
                actor);
        desk.tell(recruit);
    }

    private static void requireInOrder(List<RecruitEvent> events, LocalDate on) {
        boolean tooEarly = events.stream()
                .filter(event -> event.step().changesStage())
                .anyMatch(event -> on.isBefore(event.onDay()));
        if (tooEarly) {
            throw DAY_BEFORE.plain();
        }
    }

    private void requirePast(LocalDate day) {
        if (day.isAfter(rights.today())) {
            throw DAY_AHEAD.with(Map.of("date", day));
        }
    }
}

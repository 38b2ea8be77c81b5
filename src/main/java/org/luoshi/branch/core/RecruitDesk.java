package org.luoshi.branch.core;

import java.time.LocalDate;
import java.util.List;
import org.luoshi.branch.core.RecruitTimers.Running;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** What comes due in recruiting lies on the desk of the secretary until it has happened; a limit that only says "not before" does not. */
@Component
class RecruitDesk {

    static final String SOURCE = "branch.recruit";

    private final PeopleDesk desk;
    private final RecruitTimers timers;
    private final RecruitStore store;
    private final RollReader rolls;
    private final Names names;
    private final BranchRights rights;

    RecruitDesk(
            PeopleDesk desk,
            RecruitTimers timers,
            RecruitStore store,
            RollReader rolls,
            Names names,
            BranchRights rights) {
        this.desk = desk;
        this.timers = timers;
        this.store = store;
        this.rolls = rolls;
        this.names = names;
        this.rights = rights;
    }

    /** Brings the desk up to the day; telling it twice changes nothing. */
    void tell(Recruit recruit) {
        LocalDate today = rights.today();
        List<RecruitEvent> events = store.events(List.of(recruit.id())).getOrDefault(recruit.id(), List.of());
        for (Running running : timers.of(recruit, events, today)) {
            LocalDate due = running.finding().due();
            if (!running.isRunning()) {
                desk.met(running.id(), SOURCE, recruit.id(), Actor.system());
            } else if (due != null && !today.isBefore(due.minus(PeopleLimits.AHEAD))) {
                owe(recruit, running, due);
            }
        }
    }

    private void owe(Recruit recruit, Running running, LocalDate due) {
        String name = names.of(List.of(recruit.personId())).of(recruit.personId());
        desk.owe(
                rolls.roll(recruit.branchId()),
                new PeopleDesk.Waiting(
                        running.id(),
                        SOURCE,
                        "branch-recruit",
                        name + "　" + running.rule().text("zh"),
                        "/branches/" + recruit.branchId() + "/recruits",
                        due));
    }

    /** What can no longer come is taken from the desk, before the stage changes. */
    void releaseWhatPasses(Recruit before, Recruit after, List<RecruitEvent> events) {
        LocalDate today = rights.today();
        List<Running> still = timers.of(after, events, today);
        timers.of(before, events, today).stream()
                .filter(Running::isRunning)
                .filter(running -> still.stream().noneMatch(other -> other.id().equals(running.id())))
                .forEach(running -> desk.release(running.id()));
    }
}

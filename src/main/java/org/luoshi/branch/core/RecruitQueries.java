package org.luoshi.branch.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.core.RecruitTimers.Running;
import org.luoshi.branch.rules.Demand;
import org.luoshi.branch.rules.Judge.TimerState;
import org.luoshi.branch.rules.Rule;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads those on the way to membership, for the committee of the branch and those who see all branches. */
@Component
@Transactional(readOnly = true)
public class RecruitQueries {

    private final RecruitStore store;
    private final RecruitTimers timers;
    private final BranchRights rights;
    private final Names names;

    RecruitQueries(RecruitStore store, RecruitTimers timers, BranchRights rights, Names names) {
        this.store = store;
        this.timers = timers;
        this.rights = rights;
        this.names = names;
    }

    /** Everything on the page; {@code principles} are the rules of recruiting that no clock can watch. */
    public record Recruits(Branch branch, boolean keeper, List<OnTheWay> people, List<Rule> principles) {}

    /** One recruit with the days so far, the limits that run, and what may come next. */
    public record OnTheWay(
            Recruit recruit, String person, List<RecruitEvent> events, List<Limit> limits, List<RecruitStep> steps) {}

    /** A limit as it stands; {@code due} or {@code earliest} is null where the rule has none. */
    public record Limit(
            Rule rule,
            LocalDate from,
            @Nullable LocalDate due,
            @Nullable LocalDate earliest,
            @Nullable LocalDate stop,
            TimerState state,
            boolean running) {}

    public Recruits sheet(UUID branchId, Actor actor) {
        BranchRoll roll = rights.visible(branchId, actor);
        boolean keeper = rights.isKeeper(roll, actor);
        if (!keeper && !BranchRights.seesAll(actor)) {
            throw BranchError.NOT_YOURS.plain();
        }
        LocalDate today = rights.today();
        List<Recruit> recruits = store.of(branchId);
        Map<UUID, List<RecruitEvent>> events =
                store.events(recruits.stream().map(Recruit::id).toList());
        Names.Known known = names.of(recruits.stream().map(Recruit::personId).toList());
        List<OnTheWay> people = new ArrayList<>();
        for (Recruit recruit : recruits) {
            List<RecruitEvent> days = events.getOrDefault(recruit.id(), List.of());
            people.add(new OnTheWay(
                    recruit,
                    known.of(recruit.personId()),
                    days,
                    limits(recruit, days, today),
                    keeper ? RecruitStep.openAt(recruit.stage()) : List.of()));
        }
        return new Recruits(
                roll.branch(),
                keeper,
                people,
                timers.rules(today).stream()
                        .filter(rule -> !(rule.demand() instanceof Demand.Timer))
                        .toList());
    }

    /** Those that run, and of the others those that were not kept. */
    private List<Limit> limits(Recruit recruit, List<RecruitEvent> events, LocalDate today) {
        return timers.of(recruit, events, today).stream()
                .filter(running -> running.isRunning() && recruit.stage().isUnderWay()
                        || !running.isRunning() && running.finding().state() != TimerState.MET)
                .map(RecruitQueries::limit)
                .toList();
    }

    private static Limit limit(Running running) {
        return new Limit(
                running.rule(),
                running.from(),
                running.finding().due(),
                running.finding().earliest(),
                running.finding().stop(),
                running.finding().state(),
                running.isRunning());
    }
}

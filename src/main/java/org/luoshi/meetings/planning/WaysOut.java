package org.luoshi.meetings.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Finds what can be done about late tasks. */
public final class WaysOut {

    private WaysOut() {}

    /** The ways that are open for this task, with people who may take it. */
    public static List<WayOut> of(Plan plan, PlannedTask late, Collection<UUID> eligible) {
        PlanInput input = plan.input();
        WorkDays days = input.days();
        int today = days.at(input.today().minusDays(1)) + 1;
        LocalDate until = late.until(input.today());
        int left = Math.max(1, days.at(until) - today + 1);
        List<WayOut> ways = new ArrayList<>();
        ways.add(compress(plan, late, left, Math.max(0, today - days.at(late.latestFinish()))));
        if (late.task().droppable()) {
            int affected = (int) input.tasks().stream()
                    .filter(other -> other.predecessors().contains(late.task().id()))
                    .count();
            ways.add(new WayOut(WayOut.Kind.DROP, 0, 0, affected, null, 0, late.latestFinish(), 0));
        }
        List<UUID> others = byRoom(plan, late, eligible);
        int effort = late.task().effortMinutes();
        others.stream()
                .findFirst()
                .filter(person -> plan.roomOf(person, input.today(), until) >= effort)
                .ifPresent(person -> ways.add(new WayOut(WayOut.Kind.HAND_TO, 0, 0, 0, person, 0, until, 0)));
        ways.add(help(plan, late, others, until));
        return ways;
    }

    private static WayOut compress(Plan plan, PlannedTask late, int left, int daysLate) {
        int each = (late.task().effortMinutes() + left - 1) / left;
        long over = plan.overloads().stream()
                .filter(one -> one.personId().equals(late.task().ownerId())
                        && late.minutes().containsKey(one.day()))
                .count();
        return new WayOut(WayOut.Kind.COMPRESS, each, (int) over, 0, null, 0, late.finish(), daysLate);
    }

    private static WayOut help(Plan plan, PlannedTask late, List<UUID> others, LocalDate until) {
        int rest = late.task().effortMinutes();
        int helpers = 0;
        for (UUID person : others) {
            if (rest <= 0) {
                break;
            }
            rest -= plan.roomOf(person, plan.input().today(), until);
            helpers++;
        }
        return new WayOut(WayOut.Kind.ASK_FOR_HELP, 0, 0, 0, null, rest > 0 ? -1 : helpers, until, 0);
    }

    private static List<UUID> byRoom(Plan plan, PlannedTask late, Collection<UUID> eligible) {
        return eligible.stream()
                .filter(person -> !person.equals(late.task().ownerId()))
                .filter(person -> plan.roomOf(
                                person,
                                plan.input().today(),
                                late.until(plan.input().today()))
                        > 0)
                .sorted(Comparator.comparing((UUID person) -> plan.roomOf(
                                person,
                                plan.input().today(),
                                late.until(plan.input().today())))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}

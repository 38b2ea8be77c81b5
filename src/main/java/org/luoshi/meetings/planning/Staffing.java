package org.luoshi.meetings.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Proposes who can take what where too few people are left: a greedy start, then a local search that takes back every change that is not needed
 * and tries to do with fewer. Work that has begun changes hands only where its owner is away. Nobody comes over the limit by a proposal.
 */
public final class Staffing {

    private static final int ROUNDS = 3;

    private Staffing() {}

    /** One task in other hands. */
    public record Change(UUID taskId, UUID from, UUID to) {}

    /**
     * @param changes the fewest that were found
     * @param uncovered tasks for which nobody has room
     * @param plan as it is with the changes
     */
    public record Proposal(List<Change> changes, List<UUID> uncovered, Plan plan) {}

    /** @param eligible who may take tasks; nobody else gets any */
    public static Proposal propose(PlanInput input, Collection<UUID> eligible) {
        return propose(input, eligible, task -> true);
    }

    /** @param concerned which tasks may change hands */
    public static Proposal propose(PlanInput input, Collection<UUID> eligible, Predicate<PlanTask> concerned) {
        Plan before = Planner.plan(input);
        Map<UUID, UUID> owners = new LinkedHashMap<>();
        List<UUID> uncovered = new ArrayList<>();
        Plan now = before;
        for (PlannedTask troubled : troubled(before, concerned)) {
            PlannedTask as = now.tasks().get(troubled.task().id());
            if (as == null || !isTroubled(now, as)) {
                continue;
            }
            UUID taker = taker(now, as, eligible);
            if (taker == null) {
                uncovered.add(as.task().id());
                continue;
            }
            owners.put(as.task().id(), taker);
            Plan next = Planner.plan(input.withOwners(owners));
            if (worse(now, next)) {
                owners.remove(as.task().id());
                uncovered.add(as.task().id());
            } else {
                now = next;
            }
        }
        Plan fewer = takeBack(input, owners, now);
        return new Proposal(changes(input, owners), uncovered, fewer);
    }

    private static List<Change> changes(PlanInput input, Map<UUID, UUID> owners) {
        return input.tasks().stream()
                .filter(task -> owners.containsKey(task.id()))
                .map(task -> new Change(task.id(), task.ownerId(), owners.getOrDefault(task.id(), task.ownerId())))
                .toList();
    }

    /** Those whose owner is away first, then the most urgent; of one day, the larger first, so that few changes do much. */
    private static List<PlannedTask> troubled(Plan plan, Predicate<PlanTask> concerned) {
        return plan.tasks().values().stream()
                .filter(task -> concerned.test(task.task()) && isTroubled(plan, task))
                .sorted(Comparator.comparing((PlannedTask one) -> !isAway(plan, one))
                        .thenComparing(PlannedTask::latestFinish)
                        .thenComparing(Comparator.comparing(
                                        (PlannedTask one) -> one.task().effortMinutes())
                                .reversed())
                        .thenComparing(one -> one.task().id()))
                .toList();
    }

    private static boolean isTroubled(Plan plan, PlannedTask planned) {
        if (planned.fits() || planned.task().effortMinutes() == 0) {
            return false;
        }
        return !planned.task().begun() || isAway(plan, planned);
    }

    /** Its owner has no day left on which to do it. */
    private static boolean isAway(Plan plan, PlannedTask planned) {
        PlanPerson owner = plan.input().people().get(planned.task().ownerId());
        return owner == null
                || planned.minutes().keySet().stream()
                        .allMatch(day -> owner.away().contains(day));
    }

    private static @Nullable UUID taker(Plan plan, PlannedTask task, Collection<UUID> eligible) {
        return eligible.stream()
                .filter(person -> !person.equals(task.task().ownerId()))
                .filter(person -> plan.roomOf(
                                person,
                                plan.input().today(),
                                task.until(plan.input().today()))
                        >= task.task().effortMinutes())
                .max(Comparator.comparing((UUID person) -> plan.roomOf(
                                person,
                                plan.input().today(),
                                task.until(plan.input().today())))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    private static boolean worse(Plan before, Plan after) {
        return over(after) > over(before);
    }

    /** Minutes above the limits of all people and days. */
    static long over(Plan plan) {
        return plan.overloads().stream()
                .mapToLong(one -> one.minutes() - one.limit())
                .sum();
    }

    /** Takes back one change after the other as long as nothing gets worse by it; changes the map. */
    private static Plan takeBack(PlanInput input, Map<UUID, UUID> owners, Plan plan) {
        Plan best = plan;
        for (int round = 0; round < ROUNDS; round++) {
            boolean shorter = false;
            for (UUID task : List.copyOf(owners.keySet())) {
                UUID to = Objects.requireNonNull(owners.remove(task));
                Plan without = Planner.plan(input.withOwners(owners));
                if (over(without) <= over(best)
                        && unfit(without).size() <= unfit(best).size()) {
                    best = without;
                    shorter = true;
                } else {
                    owners.put(task, to);
                }
            }
            if (!shorter) {
                return best;
            }
        }
        return best;
    }

    private static Set<UUID> unfit(Plan plan) {
        return plan.tasks().values().stream()
                .filter(task -> !task.fits())
                .map(task -> task.task().id())
                .collect(Collectors.toCollection(HashSet::new));
    }
}

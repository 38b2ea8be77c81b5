package org.luoshi.meetings.planning;

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

    /** So many plans are made at most to find changes, and as many again to do with fewer: an office in which nothing fits is told in time. */
    private static final int MOST_PLANS = 150;

    private Staffing() {}

    /** One task in other hands. */
    public record Change(UUID taskId, UUID from, UUID to) {}

    /**
     * @param changes the fewest that were found
     * @param uncovered tasks that still do not fit: nobody has room for them
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
        Plan now = before;
        int plans = 0;
        for (PlannedTask troubled : troubled(before, concerned)) {
            PlannedTask as = now.tasks().get(troubled.task().id());
            UUID taker = as == null || !isTroubled(now, as) ? null : taker(now, as, eligible);
            if (taker == null || plans == MOST_PLANS) {
                continue;
            }
            owners.put(troubled.task().id(), taker);
            Plan next = Planner.plan(input.withOwners(owners));
            plans++;
            if (helps(troubled.task().id(), now, next)) {
                now = next;
            } else {
                owners.remove(troubled.task().id());
            }
        }
        Plan fewer = takeBack(input, owners, now);
        List<UUID> uncovered = troubled(fewer, concerned).stream()
                .map(task -> task.task().id())
                .toList();
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

    /** The task fits, or there is less above the limits; never more. */
    private static boolean helps(UUID task, Plan before, Plan after) {
        PlannedTask then = after.tasks().get(task);
        long more = over(after) - over(before);
        return more < 0 || more == 0 && then != null && then.fits();
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
        int plans = 0;
        for (int round = 0; round < ROUNDS; round++) {
            boolean shorter = false;
            for (UUID task : List.copyOf(owners.keySet())) {
                if (plans++ == MOST_PLANS) {
                    return best;
                }
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

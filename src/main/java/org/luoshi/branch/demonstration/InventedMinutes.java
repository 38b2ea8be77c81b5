package org.luoshi.branch.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.core.ActivityQueries;
import org.luoshi.branch.core.ActivityService;
import org.luoshi.branch.core.Ballot;
import org.luoshi.branch.core.BallotService;
import org.luoshi.branch.core.Decision;
import org.luoshi.branch.core.DecisionService;
import org.luoshi.branch.core.RecordActivity;
import org.luoshi.platform.Demonstration;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Who came, what was agreed and voted, and that what was agreed was done. */
@Component
class InventedMinutes {

    /** From the meeting until what was agreed is done: before its day, which is the thirtieth. */
    private static final Duration CARRIED_OUT = Duration.ofDays(20);

    private final ActivityService activities;
    private final ActivityQueries queries;
    private final BallotService ballots;
    private final DecisionService decisions;

    InventedMinutes(
            ActivityService activities, ActivityQueries queries, BallotService ballots, DecisionService decisions) {
        this.activities = activities;
        this.queries = queries;
        this.ballots = ballots;
        this.decisions = decisions;
    }

    /** What came out of an activity, by chance that always falls the same way. */
    void record(UUID id, String theme, RandomGenerator random, boolean vote, @Nullable LocalDate makesGoodFor) {
        ActivityQueries.ActivitySheet sheet = queries.sheet(id, Actor.system());
        Set<UUID> present = new HashSet<>();
        Map<UUID, String> reasons = new HashMap<>();
        sheet.participants().forEach(one -> {
            if (random.nextInt(10) > 0) {
                present.add(one.personId());
            } else {
                reasons.put(one.personId(), random.nextBoolean() ? "出差" : "值班");
            }
        });
        if (present.isEmpty()) {
            present.add(sheet.participants().get(0).personId());
        }
        List<RecordActivity.NewDecision> agreed = theme.isEmpty() || random.nextInt(3) > 0
                ? List.of()
                : List.of(new RecordActivity.NewDecision(
                        "把“" + theme + "”里大家提的意见理一理，能办的就办",
                        present.iterator().next(),
                        sheet.day().plusDays(30)));
        activities.record(
                id,
                sheet.activity().version(),
                new RecordActivity(
                        present,
                        reasons,
                        "",
                        agreed.isEmpty() ? "学习交流，没有议定事项。" : "会上提的意见由专人整理办理。",
                        agreed,
                        makesGoodFor,
                        List.of()),
                Actor.system());
        if (vote) {
            vote(id, sheet, present);
        }
    }

    private void vote(UUID id, ActivityQueries.ActivitySheet sheet, Set<UUID> present) {
        Set<UUID> there = new HashSet<>(sheet.entitled());
        there.retainAll(present);
        UUID ballot = ballots.put(
                id,
                new BallotService.PutToVote(
                        Ballot.Kind.DECISION, "通过本季度支部工作安排", false, there, Map.of(), null, List.of()),
                Actor.system());
        ballots.take(ballot, there.size() - 1, 0, 1, Actor.system());
    }

    /** Only what was agreed lately is still open. */
    void carryOut(Demonstration demonstration, UUID id, Instant start) {
        Instant done = start.plus(CARRIED_OUT);
        if (done.isAfter(demonstration.now())) {
            return;
        }
        for (Decision agreed : queries.sheet(id, Actor.system()).decisions()) {
            demonstration.at(done, () -> decisions.done(agreed.id(), "已整理，能办的都办了，其余已向本人说明。", Actor.system()));
        }
    }
}

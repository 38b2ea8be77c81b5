package org.luoshi.branch.core;

import static org.luoshi.branch.core.BranchError.FIELD_MISSING;
import static org.luoshi.branch.core.BranchError.NOT_ENTITLED;
import static org.luoshi.branch.core.BranchError.NOT_POSSIBLE_NOW;
import static org.luoshi.branch.core.BranchError.NO_QUORUM;
import static org.luoshi.branch.core.BranchError.UNKNOWN;
import static org.luoshi.branch.core.BranchError.VOTES_DO_NOT_ADD_UP;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.rules.ActivityKind;
import org.luoshi.branch.rules.Demand.Base;
import org.luoshi.branch.rules.Demand.Counted;
import org.luoshi.branch.rules.Demand.Share;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Votes: the roll is frozen as of the day, quorum and majority are computed and never typed in, and only sums are kept. */
@Service
@Transactional
public class BallotService {

    private final BallotStore store;
    private final ActivityStore activities;
    private final BranchRights rights;
    private final VoteRules rules;
    private final HistoryApi history;
    private final Clock clock;
    private final ZoneId zone;

    BallotService(
            BallotStore store,
            ActivityStore activities,
            BranchRights rights,
            VoteRules rules,
            HistoryApi history,
            Clock clock,
            ZoneId zone) {
        this.store = store;
        this.activities = activities;
        this.rights = rights;
        this.rules = rules;
        this.history = history;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * What is put to the vote.
     *
     * @param present who of the roll is there now
     * @param notCounted for an election, who is left out of those who should attend, and why
     * @param seats for an election, how many are to be elected
     */
    public record PutToVote(
            Ballot.Kind kind,
            String question,
            boolean secret,
            Collection<UUID> present,
            Map<UUID, String> notCounted,
            @Nullable Integer seats,
            List<UUID> candidates) {}

    /**
     * Whether the people who are there can decide, before anybody votes: quorum met, and how many votes it takes.
     *
     * @param lines every comparison with its numbers
     */
    public record CanDecide(int entitled, int present, boolean quorum, boolean reachable, List<Arithmetic> lines) {}

    /** Those who have a vote at this meeting: the members with the right to vote, or the committee. */
    static Set<UUID> entitled(BranchRoll roll, Activity meeting, LocalDate day) {
        if (isCommittee(meeting)) {
            return roll.committeeOn(day);
        }
        UUID groupId = meeting.groupId();
        Set<UUID> voters = roll.votersOn(day);
        if (groupId != null) {
            voters.retainAll(roll.groupMembersOn(groupId, day));
        }
        return voters;
    }

    static boolean isCommittee(Activity meeting) {
        return meeting.kinds().contains(ActivityKind.COMMITTEE_MEETING.name())
                && !meeting.kinds().contains(ActivityKind.MEMBERS_MEETING.name());
    }

    /** Live, for whoever is ticked as present. */
    @Transactional(readOnly = true)
    public CanDecide canDecide(UUID activityId, Ballot.Kind kind, Collection<UUID> present, Actor actor) {
        Activity meeting = require(activityId);
        BranchRoll roll = rights.visible(meeting.branchId(), actor);
        LocalDate day = day(meeting);
        Set<UUID> entitled = entitled(roll, meeting, day);
        int there = (int) entitled.stream().filter(present::contains).count();
        return canDecide(kind, isCommittee(meeting), day, entitled.size(), there);
    }

    private CanDecide canDecide(Ballot.Kind kind, boolean committee, LocalDate day, int entitled, int present) {
        List<Arithmetic> lines =
                rules.lines(kind, committee, day, bases(entitled, present, null), Map.of(Counted.PRESENT, present));
        boolean quorum = Arithmetic.all(lines, Counted.PRESENT);
        boolean reachable = lines.stream().noneMatch(line -> line.isOutOfReach(present));
        return new CanDecide(entitled, present, quorum, reachable, lines);
    }

    private static Map<Base, Integer> bases(int entitled, int present, @Nullable Integer seats) {
        Map<Base, Integer> bases = new EnumMap<>(Base.class);
        bases.put(Base.VOTING_ROLL, entitled);
        bases.put(Base.ENTITLED, entitled);
        bases.put(Base.COMMITTEE, entitled);
        bases.put(Base.PRESENT, present);
        if (seats != null) {
            bases.put(Base.SEATS, seats);
        }
        return bases;
    }

    /** Freezes the roll and puts a question or an election to the vote. Refused without a quorum. */
    public UUID put(UUID activityId, PutToVote put, Actor actor) {
        Activity meeting = require(activityId);
        BranchRoll roll = rights.requireRecorder(meeting.branchId(), meeting.groupId(), actor);
        if (meeting.state() == ActivityState.CANCELLED) {
            throw NOT_POSSIBLE_NOW.plain();
        }
        if (put.question().isBlank()) {
            throw FIELD_MISSING.with(Map.of("field", "question"));
        }
        LocalDate day = day(meeting);
        Set<UUID> voters = entitled(roll, meeting, day);
        if (!voters.containsAll(put.present())
                || !voters.containsAll(put.notCounted().keySet())) {
            throw NOT_ENTITLED.plain();
        }
        List<Ballot.Voter> frozen = voters.stream()
                .map(person -> new Ballot.Voter(
                        person, put.present().contains(person), put.notCounted().get(person)))
                .toList();
        int entitled = (int)
                frozen.stream().filter(voter -> voter.notCounted() == null).count();
        int present = (int) frozen.stream()
                .filter(voter -> voter.notCounted() == null && voter.present())
                .count();
        CanDecide can = canDecide(put.kind(), isCommittee(meeting), day, entitled, present);
        if (!can.quorum()) {
            int needed = can.lines().stream()
                    .filter(line -> line.share().counted() == Counted.PRESENT)
                    .mapToInt(Arithmetic::limit)
                    .max()
                    .orElse(0);
            throw NO_QUORUM.with(Map.of("entitled", entitled, "present", present, "needed", needed));
        }
        UUID id = TimeOrderedIds.next(clock);
        int number = store.of(activityId).size() + 1;
        Ballot ballot = new Ballot(
                id,
                activityId,
                number,
                put.kind(),
                put.question().strip(),
                put.secret(),
                entitled,
                present,
                put.seats(),
                null,
                null,
                null,
                null);
        List<Ballot.Candidate> candidates = new ArrayList<>();
        put.candidates()
                .forEach(person -> candidates.add(new Ballot.Candidate(candidates.size() + 1, person, null, null)));
        store.insert(new Ballot.Whole(ballot, frozen, candidates));
        record(
                meeting,
                id,
                "vote-put",
                Map.of("question", ballot.question(), "entitled", entitled, "present", present),
                actor);
        return id;
    }

    /** The sums of a decision. Refused where they exceed those who were there. */
    public void take(UUID ballotId, int yes, int no, int abstain, Actor actor) {
        Ballot.Whole whole = store.find(ballotId).orElseThrow(() -> UNKNOWN.with(Map.of("id", ballotId)));
        Ballot ballot = whole.ballot();
        Activity meeting = require(ballot.activityId());
        rights.requireRecorder(meeting.branchId(), meeting.groupId(), actor);
        if (yes < 0 || no < 0 || abstain < 0 || yes + no + abstain > ballot.present()) {
            throw VOTES_DO_NOT_ADD_UP.with(Map.of("sum", yes + no + abstain, "present", ballot.present()));
        }
        if (!store.taken(ballotId, yes, no, abstain, clock.instant())) {
            throw NOT_POSSIBLE_NOW.plain();
        }
        boolean passed = Arithmetic.allHold(arithmetic(meeting, ballot, yes));
        record(
                meeting,
                ballotId,
                passed ? "vote-passed" : "vote-failed",
                Map.of("question", ballot.question(), "yes", yes, "no", no, "abstain", abstain),
                actor);
    }

    /** The votes of each candidate. Elected are those with more than half of the ballots of those present, by number of votes, up to the seats. */
    public void elect(UUID ballotId, List<Integer> votes, Actor actor) {
        Ballot.Whole whole = store.find(ballotId).orElseThrow(() -> UNKNOWN.with(Map.of("id", ballotId)));
        Ballot ballot = whole.ballot();
        Activity meeting = require(ballot.activityId());
        rights.requireRecorder(meeting.branchId(), meeting.groupId(), actor);
        if (votes.size() != whole.candidates().size()) {
            throw FIELD_MISSING.with(Map.of("field", "votes"));
        }
        votes.stream()
                .filter(count -> count < 0 || count > ballot.present())
                .findFirst()
                .ifPresent(count -> {
                    throw VOTES_DO_NOT_ADD_UP.with(Map.of("sum", count, "present", ballot.present()));
                });
        if (!store.taken(ballotId, null, null, null, clock.instant())) {
            throw NOT_POSSIBLE_NOW.plain();
        }
        List<Ballot.Candidate> counted = new ArrayList<>();
        for (Ballot.Candidate candidate : whole.candidates()) {
            counted.add(new Ballot.Candidate(
                    candidate.number(), candidate.personId(), votes.get(candidate.number() - 1), false));
        }
        Set<Integer> elected = elected(counted, ballot);
        counted.forEach(candidate -> store.elected(
                ballotId,
                new Ballot.Candidate(
                        candidate.number(),
                        candidate.personId(),
                        candidate.yes(),
                        elected.contains(candidate.number()))));
        record(meeting, ballotId, "elected", Map.of("question", ballot.question(), "count", elected.size()), actor);
    }

    /** Where the last seat is tied, none of the tied is elected: they are voted on again. */
    private Set<Integer> elected(List<Ballot.Candidate> counted, Ballot ballot) {
        Share needed = rules.toBeElected();
        List<Ballot.Candidate> enough = counted.stream()
                .filter(candidate -> needed.holds(votes(candidate), ballot.present()))
                .sorted(Comparator.comparing(BallotService::votes).reversed())
                .toList();
        int seats = ballot.seats() == null ? enough.size() : ballot.seats();
        if (enough.size() <= seats) {
            return numbers(enough);
        }
        int next = votes(enough.get(seats));
        return numbers(enough.subList(0, seats).stream()
                .filter(candidate -> votes(candidate) > next)
                .toList());
    }

    private static int votes(Ballot.Candidate candidate) {
        return Objects.requireNonNullElse(candidate.yes(), 0);
    }

    private static Set<Integer> numbers(List<Ballot.Candidate> candidates) {
        return candidates.stream().map(Ballot.Candidate::number).collect(Collectors.toSet());
    }

    /** Every comparison of a vote, taken or not. */
    @Transactional(readOnly = true)
    public List<Arithmetic> arithmetic(Activity meeting, Ballot ballot) {
        return arithmetic(meeting, ballot, ballot.yes());
    }

    private List<Arithmetic> arithmetic(Activity meeting, Ballot ballot, @Nullable Integer yes) {
        Map<Counted, Integer> counts = new EnumMap<>(Counted.class);
        counts.put(Counted.PRESENT, ballot.present());
        if (yes != null) {
            counts.put(Counted.YES, yes);
        }
        return rules.lines(
                ballot.kind(),
                isCommittee(meeting),
                day(meeting),
                bases(ballot.entitled(), ballot.present(), ballot.seats()),
                counts);
    }

    @Transactional(readOnly = true)
    public List<Ballot.Whole> of(UUID activityId) {
        return store.of(activityId);
    }

    private Activity require(UUID id) {
        return activities.find(id).orElseThrow(() -> UNKNOWN.with(Map.of("id", id)));
    }

    private LocalDate day(Activity meeting) {
        return meeting.startsAt().atZone(zone).toLocalDate();
    }

    private void record(Activity meeting, UUID subject, String action, Map<String, Object> details, Actor actor) {
        history.record(new HistoryFact(meeting.branchId(), "branch.activity", subject, action, details, null), actor);
    }
}

package org.luoshi.branch.core;

import static org.luoshi.branch.core.BranchError.UNKNOWN;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.rules.ActivityKind;
import org.luoshi.branch.rules.Demand;
import org.luoshi.branch.rules.DutyState;
import org.luoshi.branch.rules.Rule;
import org.luoshi.branch.rules.RuleBook;
import org.luoshi.files.FilesApi;
import org.luoshi.files.StoredFile;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Activities as their pages show them, to those who may see the branch. */
@Component
@Transactional(readOnly = true)
public class ActivityQueries {

    private final ActivityStore store;
    private final DecisionStore decisions;
    private final BallotService ballots;
    private final AppraisalService appraisals;
    private final LifeMeeting lifeMeeting;
    private final MeetingChecks checks;
    private final DutyQueries duties;
    private final DutyStore dutyStore;
    private final BranchRights rights;
    private final Names names;
    private final RuleBooks books;
    private final FilesApi files;
    private final Clock clock;
    private final ZoneId zone;

    ActivityQueries(
            ActivityStore store,
            DecisionStore decisions,
            BallotService ballots,
            AppraisalService appraisals,
            LifeMeeting lifeMeeting,
            MeetingChecks checks,
            DutyQueries duties,
            DutyStore dutyStore,
            BranchRights rights,
            Names names,
            RuleBooks books,
            FilesApi files,
            Clock clock,
            ZoneId zone) {
        this.store = store;
        this.decisions = decisions;
        this.ballots = ballots;
        this.appraisals = appraisals;
        this.lifeMeeting = lifeMeeting;
        this.checks = checks;
        this.duties = duties;
        this.dutyStore = dutyStore;
        this.rights = rights;
        this.names = names;
        this.books = books;
        this.files = files;
        this.clock = clock;
        this.zone = zone;
    }

    /** A vote with its arithmetic. */
    public record Voted(Ballot.Whole whole, List<Arithmetic> lines) {

        /** True where every comparison holds; only of a decision that was taken. */
        public boolean passed() {
            return Arithmetic.allHold(lines);
        }
    }

    /**
     * An activity as its page shows it.
     *
     * @param broken rules for meetings that it does not keep
     * @param recorder the viewer may change and record it
     * @param begun it has begun, so that it can be recorded
     * @param entitled who has a vote at it
     */
    public record ActivitySheet(
            Activity activity,
            BranchRoll roll,
            LocalDate day,
            List<Participant> participants,
            List<AgendaItem> agenda,
            List<Decision> decisions,
            List<Voted> votes,
            List<DutyQueries.Answered> answered,
            List<StoredFile> files,
            Set<UUID> entitled,
            Names.Known names,
            AppraisalService.@Nullable Appraisal appraisal,
            LifeMeeting.@Nullable Stages stages,
            List<Rule> broken,
            boolean recorder,
            boolean begun) {

        public List<UUID> with(Presence presence) {
            return participants.stream()
                    .filter(one -> one.presence() == presence)
                    .map(Participant::personId)
                    .toList();
        }

        public Set<UUID> present() {
            return Set.copyOf(with(Presence.PRESENT));
        }

        public List<UUID> lecturers() {
            return participants.stream()
                    .filter(Participant::lecturer)
                    .map(Participant::personId)
                    .toList();
        }

        public boolean isMeetingWithVotes() {
            return activity.kinds().stream()
                    .anyMatch(Set.of(
                            ActivityKind.MEMBERS_MEETING.name(),
                            ActivityKind.COMMITTEE_MEETING.name(),
                            ActivityKind.GROUP_MEETING.name())::contains);
        }

        public @Nullable PartyGroup group() {
            return roll.groups().stream()
                    .filter(group -> group.id().equals(activity.groupId()))
                    .findFirst()
                    .orElse(null);
        }
    }

    public ActivitySheet sheet(UUID id, Actor viewer) {
        Activity activity = store.find(id).orElseThrow(() -> UNKNOWN.with(Map.of("id", id)));
        BranchRoll roll = rights.visible(activity.branchId(), viewer);
        if (activity.isTalk()) {
            throw UNKNOWN.with(Map.of("id", id));
        }
        LocalDate day = activity.startsAt().atZone(zone).toLocalDate();
        List<Participant> participants = inOfficialOrder(store.participants(id), roll, day);
        List<Decision> agreed = decisions.of(id);
        List<AgendaItem> agenda = store.agenda(id);
        List<Voted> votes = ballots.of(id).stream()
                .map(whole -> new Voted(whole, ballots.arithmetic(activity, whole.ballot())))
                .toList();
        Set<UUID> people = new LinkedHashSet<>(roll.membersOn(day));
        participants.forEach(one -> people.add(one.personId()));
        agreed.forEach(decision -> people.add(decision.ownerId()));
        people.add(activity.chairId());
        people.add(activity.recordedBy());
        people.remove(null);
        return new ActivitySheet(
                activity,
                roll,
                day,
                participants,
                agenda,
                agreed,
                votes,
                duties.answeredBy(activity, roll, viewer),
                List.copyOf(files.find(store.files(id)).values()),
                BallotService.entitled(roll, activity, day),
                names.of(people),
                appraisals.of(activity, roll, viewer).orElse(null),
                lifeMeeting.of(activity, agreed).orElse(null),
                checks.broken(activity, roll, day, agenda, agreed),
                rights.mayRecord(roll, activity.groupId(), viewer),
                !activity.startsAt().isAfter(clock.instant()));
    }

    /** Group by group, and within a group its leader first: the order in which people sit. */
    private static List<Participant> inOfficialOrder(List<Participant> all, BranchRoll roll, LocalDate day) {
        List<UUID> order = roll.inOrderOn(day);
        return all.stream()
                .sorted(Comparator.comparingInt(one -> {
                    int place = order.indexOf(one.personId());
                    return place < 0 ? Integer.MAX_VALUE : place;
                }))
                .toList();
    }

    /** Those of a year, the newest first. */
    public List<Activity> ofYear(UUID branchId, int year, Actor viewer) {
        rights.visible(branchId, viewer);
        Instant from = LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant();
        Instant before = LocalDate.of(year + 1, 1, 1).atStartOfDay(zone).toInstant();
        return store.between(branchId, from, before);
    }

    /** Duties of an earlier period that an activity of these kinds could make good for: asked, not met, and over. */
    public List<Duty> couldMakeGood(Activity activity, List<String> kinds) {
        LocalDate day = activity.startsAt().atZone(zone).toLocalDate();
        RuleBook book = books.current();
        return Stream.of(day.getYear() - 1, day.getYear())
                .flatMap(year -> dutyStore.list(activity.branchId(), year).stream())
                .filter(duty ->
                        duty.state(day) == DutyState.OVERDUE && duty.toDay().isBefore(day))
                .filter(duty -> book.find(duty.ruleId())
                        .filter(rule -> rule.demand() instanceof Demand.Count count
                                && count.kinds().stream().anyMatch(kinds::contains))
                        .isPresent())
                .filter(duty -> Objects.equals(subjectOf(activity), duty.subjectId()))
                .toList();
    }

    private static UUID subjectOf(Activity activity) {
        UUID group = activity.groupId();
        return group == null ? activity.branchId() : group;
    }

    /** Talks of a branch and year: who with whom and when, for its keepers; others see those they took part in. */
    public List<Talk> talks(UUID branchId, int year, Actor viewer) {
        BranchRoll roll = rights.visible(branchId, viewer);
        boolean keeper = rights.isKeeper(roll, viewer);
        List<Talk> talks = new ArrayList<>();
        for (Activity activity : store.talks(branchId, year)) {
            List<UUID> two = store.participants(activity.id()).stream()
                    .map(Participant::personId)
                    .toList();
            if (keeper || two.contains(viewer.personId())) {
                talks.add(new Talk(
                        activity,
                        two,
                        store.words(activity.id(), viewer.personId()).orElse("")));
            }
        }
        return talks;
    }

    /**
     * A talk.
     *
     * @param words what the two wrote down; empty for everybody else
     */
    public record Talk(Activity activity, List<UUID> people, String words) {}
}

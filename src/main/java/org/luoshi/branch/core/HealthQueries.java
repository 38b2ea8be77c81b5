package org.luoshi.branch.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.luoshi.branch.rules.DutyState;
import org.luoshi.branch.rules.Rule;
import org.luoshi.branch.rules.RuleBook;
import org.luoshi.branch.rules.RuleSubject;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a branch stands: every duty of the year with what answered it. No score and no ranking. */
@Component
@Transactional(readOnly = true)
public class HealthQueries {

    private static final int NEXT = 8;

    private final DutyStore store;
    private final ActivityStore activities;
    private final BranchRights rights;
    private final RuleBooks books;
    private final StandingQueries standing;
    private final Names names;
    private final Clock clock;
    private final ZoneId zone;

    HealthQueries(
            DutyStore store,
            ActivityStore activities,
            BranchRights rights,
            RuleBooks books,
            StandingQueries standing,
            Names names,
            Clock clock,
            ZoneId zone) {
        this.store = store;
        this.activities = activities;
        this.rights = rights;
        this.books = books;
        this.standing = standing;
        this.names = names;
        this.clock = clock;
        this.zone = zone;
    }

    /** The duties of one rule and subject, in the order of their periods. */
    public record DutyStrip(Rule rule, String subject, List<Duty> duties) {}

    /**
     * A rule that asks persons: how many stand how, and who still owes it. Never who is better.
     *
     * @param open names of those who still owe it
     */
    public record OfPeople(Rule rule, Map<DutyState, Integer> counts, List<String> open) {

        public int count(DutyState state) {
            return counts.getOrDefault(state, 0);
        }
    }

    /** What is due next. */
    public record NextDuty(Duty duty, Rule rule, String subject, DutyState state) {}

    /**
     * The health check of a branch and year.
     *
     * @param keeper the viewer keeps this branch
     * @param ledBy groups that the viewer leads
     */
    public record BranchHealth(
            BranchRoll roll,
            int year,
            LocalDate today,
            boolean keeper,
            Set<UUID> ledBy,
            List<DutyStrip> strips,
            List<OfPeople> people,
            List<StandingQueries.StandingFinding> findings,
            List<NextDuty> next,
            List<Activity> coming,
            List<Activity> unrecorded,
            Names.Known names) {}

    /** Every duty of a branch and year. */
    public List<Duty> duties(UUID branchId, int year, Actor viewer) {
        rights.visible(branchId, viewer);
        return store.list(branchId, year);
    }

    public BranchHealth health(UUID branchId, int year, Actor viewer) {
        BranchRoll roll = rights.visible(branchId, viewer);
        LocalDate today = LocalDate.now(clock.withZone(zone));
        Instant now = clock.instant();
        RuleBook book = books.current();
        List<Duty> duties = store.list(branchId, year);
        Names.Known known = names.of(people(roll, duties));
        return new BranchHealth(
                roll,
                year,
                today,
                rights.isKeeper(roll, viewer),
                rights.ledBy(roll, viewer),
                strips(roll, duties, book, known),
                ofPeople(duties, book, known, today),
                standing.findings(roll, today),
                next(roll, duties, book, known, today),
                activities.between(branchId, now, now.plus(Duration.ofDays(92))).stream()
                        .filter(Activity::isOpen)
                        .toList(),
                activities.unrecorded(branchId, now),
                known);
    }

    private static Collection<UUID> people(BranchRoll roll, List<Duty> duties) {
        Set<UUID> people = new LinkedHashSet<>();
        roll.memberships().forEach(membership -> people.add(membership.personId()));
        roll.posts().forEach(post -> people.add(post.personId()));
        duties.stream()
                .filter(duty -> duty.subject() == RuleSubject.PERSON)
                .forEach(duty -> people.add(duty.subjectId()));
        return people;
    }

    private static List<DutyStrip> strips(BranchRoll roll, List<Duty> duties, RuleBook book, Names.Known known) {
        Map<String, Integer> places = places(book);
        Map<String, List<Duty>> rows = new LinkedHashMap<>();
        duties.stream()
                .filter(duty -> duty.subject() != RuleSubject.PERSON)
                .sorted(Comparator.comparing((Duty duty) -> places.getOrDefault(duty.ruleId(), Integer.MAX_VALUE))
                        .thenComparing(duty -> placeOf(roll, duty))
                        .thenComparing(Duty::fromDay))
                .forEach(duty -> rows.computeIfAbsent(duty.ruleId() + duty.subjectId(), unused -> new ArrayList<>())
                        .add(duty));
        return rows.values().stream()
                .flatMap(row -> book.find(row.get(0).ruleId()).stream()
                        .map(rule -> new DutyStrip(rule, subject(roll, row.get(0), known), row)))
                .toList();
    }

    /** Where each rule stands in the book, by its id. */
    private static Map<String, Integer> places(RuleBook book) {
        Map<String, Integer> places = new HashMap<>();
        book.all().forEach(rule -> places.put(rule.id(), places.size()));
        return places;
    }

    private static int placeOf(BranchRoll roll, Duty duty) {
        return roll.groups().stream()
                .filter(group -> group.id().equals(duty.subjectId()))
                .mapToInt(PartyGroup::place)
                .findFirst()
                .orElse(0);
    }

    /** The group's or the person's name; empty where it is the branch itself. */
    static String subject(BranchRoll roll, Duty duty, Names.Known known) {
        return switch (duty.subject()) {
            case BRANCH, COMMITTEE, MEETING -> "";
            case GROUP ->
                roll.groups().stream()
                        .filter(group -> group.id().equals(duty.subjectId()))
                        .map(PartyGroup::name)
                        .findFirst()
                        .orElse("");
            case PERSON -> known.of(duty.subjectId());
        };
    }

    private static List<OfPeople> ofPeople(List<Duty> duties, RuleBook book, Names.Known known, LocalDate today) {
        Map<String, Integer> places = places(book);
        Map<String, List<Duty>> byRule = new LinkedHashMap<>();
        duties.stream()
                .filter(duty -> duty.subject() == RuleSubject.PERSON)
                .sorted(Comparator.comparing(duty -> places.getOrDefault(duty.ruleId(), Integer.MAX_VALUE)))
                .forEach(duty -> byRule.computeIfAbsent(duty.ruleId(), unused -> new ArrayList<>())
                        .add(duty));
        List<OfPeople> rows = new ArrayList<>();
        byRule.forEach((id, all) -> book.find(id).ifPresent(rule -> {
            Map<DutyState, Integer> counts = new EnumMap<>(DutyState.class);
            all.forEach(duty -> counts.merge(duty.state(today), 1, Integer::sum));
            List<String> open = all.stream()
                    .filter(duty -> duty.state(today) == DutyState.OPEN || duty.state(today) == DutyState.OVERDUE)
                    .map(duty -> known.of(duty.subjectId()))
                    .distinct()
                    .sorted()
                    .toList();
            rows.add(new OfPeople(rule, counts, open));
        }));
        return rows;
    }

    private static List<NextDuty> next(
            BranchRoll roll, List<Duty> duties, RuleBook book, Names.Known known, LocalDate today) {
        return duties.stream()
                .filter(duty ->
                        duty.subject() != RuleSubject.PERSON && !duty.fromDay().isAfter(today))
                .filter(duty -> duty.state(today) == DutyState.OPEN || duty.state(today) == DutyState.OVERDUE)
                .sorted(Comparator.comparing(Duty::toDay))
                .flatMap(duty -> book.find(duty.ruleId()).stream()
                        .filter(rule -> DeskOfDuties.isTime(duty, rule, today))
                        .map(rule -> new NextDuty(duty, rule, subject(roll, duty, known), duty.state(today))))
                .limit(NEXT)
                .toList();
    }
}

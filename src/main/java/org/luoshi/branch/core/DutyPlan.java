package org.luoshi.branch.core;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.StudyHours;
import org.luoshi.branch.rules.ActivityKind;
import org.luoshi.branch.rules.Demand;
import org.luoshi.branch.rules.Demand.Relation;
import org.luoshi.branch.rules.Rule;
import org.luoshi.branch.rules.RuleSubject;
import org.luoshi.branch.rules.Span;

/**
 * Works out what the rules ask of a branch, its committee, groups and people in a year, and what answered it. Pure: the same facts give the same
 * duties. A subject owes a period when it existed on each of its days.
 */
final class DutyPlan {

    private static final StudyHours.Hours NONE = new StudyHours.Hours(BigDecimal.ZERO, 0);

    private final BranchRoll roll;
    private final int year;
    private final LocalDate today;
    private final List<Done> ofBranch;
    private final Map<UUID, List<Done>> ofPeople;
    private final Map<UUID, StudyHours.Hours> elsewhere;
    private final List<WantedDuty> duties = new ArrayList<>();

    /**
     * Of one branch and year.
     *
     * @param ofBranch what the branch and its groups recorded that counts in this year
     * @param ofPeople by person, what they attended that counts in this year, in whichever branch
     */
    DutyPlan(
            BranchRoll roll,
            int year,
            LocalDate today,
            List<Done> ofBranch,
            Map<UUID, List<Done>> ofPeople,
            Map<UUID, StudyHours.Hours> elsewhere) {
        this.roll = roll;
        this.year = year;
        this.today = today;
        this.ofBranch = ofBranch;
        this.ofPeople = ofPeople;
        this.elsewhere = elsewhere;
    }

    List<WantedDuty> under(List<Rule> rules) {
        duties.clear();
        for (Rule rule : rules) {
            if (rule.demand() instanceof Demand.Count count) {
                spans(rule, count.period().of(year)).stream()
                        .filter(span -> count.only() == null || span.number() == count.only())
                        .forEach(span -> count(rule, count, span));
            } else if (rule.demand() instanceof Demand.Hours hours) {
                spans(rule, hours.period().of(year)).forEach(span -> hours(rule, hours, span));
            }
        }
        return List.copyOf(duties);
    }

    /** The periods on whose first day the rule is in force. */
    private static List<Span> spans(Rule rule, List<Span> all) {
        return all.stream().filter(span -> rule.appliesOn(span.from())).toList();
    }

    private void count(Rule rule, Demand.Count count, Span span) {
        switch (rule.subject()) {
            case BRANCH -> {
                if (roll.branch().throughout(span)) {
                    add(
                            rule,
                            count,
                            span,
                            roll.branch().id(),
                            secretary(span),
                            ofBranch.stream()
                                    .filter(done -> done.groupId() == null
                                            || done.kinds().stream().anyMatch(ActivityKind::mayBeInGroups))
                                    .toList());
                }
            }
            case COMMITTEE -> {
                if (roll.hasCommitteeOn(span.from()) && roll.hasCommitteeOn(span.to())) {
                    add(rule, count, span, roll.branch().id(), secretary(span), ofBranch);
                }
            }
            case GROUP ->
                roll.groups().stream()
                        .filter(group -> group.throughout(span))
                        .forEach(group -> add(
                                rule,
                                count,
                                span,
                                group.id(),
                                roll.leaderOn(group.id(), near(span)).orElse(null),
                                ofBranch.stream()
                                        .filter(done -> group.id().equals(done.groupId()))
                                        .toList()));
            case PERSON ->
                people(count.who(), span).stream()
                        .filter(person -> fits(count.relation(), person, span))
                        .forEach(person -> add(
                                rule,
                                count,
                                span,
                                person,
                                person,
                                ofPeople.getOrDefault(person, List.of()).stream()
                                        .filter(done -> count.relation() == null || count.relation() == done.relation())
                                        .toList()));
            case MEETING -> {
                // What a rule asks of a meeting is checked at the meeting.
            }
        }
    }

    private void add(
            Rule rule, Demand.Count count, Span span, UUID subject, @Nullable UUID owner, List<Done> candidates) {
        List<Done> answers = candidates.stream()
                .filter(done -> span.contains(done.countsOn()) && done.isOneOf(count.kinds()))
                .sorted(Comparator.comparing(Done::day).thenComparing(Done::id))
                .toList();
        LocalDate met = answers.size() < count.atLeast()
                ? null
                : answers.get(count.atLeast() - 1).day();
        duties.add(new WantedDuty(
                WantedDuty.id(rule.id(), subject, span),
                rule.id(),
                rule.subject(),
                subject,
                owner,
                span,
                isCare(rule, subject, span),
                met,
                answers.stream().map(Done::id).toList(),
                BigDecimal.valueOf(count.atLeast()),
                BigDecimal.valueOf(answers.size())));
    }

    private void hours(Rule rule, Demand.Hours wanted, Span span) {
        for (UUID person : people(wanted.who(), span)) {
            StudyHours.Hours other = elsewhere.getOrDefault(person, NONE);
            List<Done> attended = ofPeople.getOrDefault(person, List.of()).stream()
                    .filter(done ->
                            span.contains(done.countsOn()) && done.classHours().signum() > 0)
                    .sorted(Comparator.comparing(Done::day).thenComparing(Done::id))
                    .toList();
            BigDecimal sum = other.hours();
            int courses = other.courses();
            LocalDate met = sum.compareTo(wanted.atLeast()) >= 0 && courses >= wanted.courses() ? span.from() : null;
            for (Done done : attended) {
                sum = sum.add(done.classHours());
                courses += done.kinds().contains(ActivityKind.COURSE.name()) ? 1 : 0;
                if (met == null && sum.compareTo(wanted.atLeast()) >= 0 && courses >= wanted.courses()) {
                    met = done.day();
                }
            }
            duties.add(new WantedDuty(
                    WantedDuty.id(rule.id(), person, span),
                    rule.id(),
                    rule.subject(),
                    person,
                    person,
                    span,
                    isCare(rule, person, span),
                    met,
                    attended.stream().map(Done::id).toList(),
                    wanted.atLeast(),
                    sum));
        }
    }

    private boolean isCare(Rule rule, UUID subject, Span span) {
        return rule.subject() == RuleSubject.PERSON && roll.has(subject, Trait.CARE, near(span));
    }

    /** Those on the roll near the end of the period who were members of the party on each of its days. */
    private Set<UUID> people(Demand.@Nullable Who who, Span span) {
        LocalDate near = near(span);
        return roll.membersOn(near).stream()
                .filter(person -> roll.standingOn(person, span.from()).isMember())
                .filter(person -> isOne(person, who, span, near))
                .collect(Collectors.toSet());
    }

    private boolean isOne(UUID person, Demand.@Nullable Who who, Span span, LocalDate near) {
        if (who == null) {
            return true;
        }
        return switch (who) {
            case MEMBER -> true;
            case COMMITTEE_MEMBER -> roll.isOfficer(person, span.from()) && roll.isOfficer(person, near);
            case SECRETARY ->
                roll.holderOn(BranchPost.SECRETARY, span.from())
                                .filter(person::equals)
                                .isPresent()
                        && roll.holderOn(BranchPost.SECRETARY, near)
                                .filter(person::equals)
                                .isPresent();
            case LEADER -> roll.has(person, Trait.LEADER, near);
            case YOUTH -> roll.has(person, Trait.YOUTH, near);
            case NEW_MEMBER -> roll.standingOn(person, near) == Standing.PROBATIONARY;
            case GROUP_LEADER ->
                !roll.ledBy(person, span.from()).isEmpty()
                        && !roll.ledBy(person, near).isEmpty();
            // Ranks of cadres and posts above the branch are not kept here (E-06, P-23).
            case DIVISION_CADRE, SECTION_CADRE, PARTY_COMMITTEE_SECRETARY -> false;
        };
    }

    /** A talk between committee members is asked of those alone, one between members of those who hold no post. */
    private boolean fits(@Nullable Relation relation, UUID person, Span span) {
        if (relation == null) {
            return true;
        }
        LocalDate near = near(span);
        return switch (relation) {
            case COMMITTEE_COMMITTEE ->
                roll.isOfficer(person, span.from())
                        && roll.isOfficer(person, near)
                        && roll.postsOn(near).stream()
                                        .map(PostHolding::personId)
                                        .distinct()
                                        .count()
                                > 1;
            case COMMITTEE_MEMBER -> true;
            case MEMBER_MEMBER -> !roll.isOfficer(person, near);
        };
    }

    private @Nullable UUID secretary(Span span) {
        return roll.secretaryOn(near(span)).orElse(null);
    }

    /** The last day of the period, or today while it runs; for one ahead, its first day would say no more than today. */
    private LocalDate near(Span span) {
        if (today.isAfter(span.to())) {
            return span.to();
        }
        return today;
    }
}

package org.luoshi.branch.core;

import static org.luoshi.branch.core.BranchError.UNKNOWN;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.luoshi.branch.rules.DutyState;
import org.luoshi.branch.rules.Rule;
import org.luoshi.branch.rules.RuleBook;
import org.luoshi.branch.rules.RuleSubject;
import org.luoshi.branch.rules.Strength;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One duty with its rule and what answered it, for those who may see it: a person's own are for them and the keepers alone. */
@Component
@Transactional(readOnly = true)
public class DutyQueries {

    private final DutyStore store;
    private final ActivityStore activities;
    private final BranchRights rights;
    private final RuleBooks books;
    private final Names names;
    private final Clock clock;
    private final ZoneId zone;

    DutyQueries(
            DutyStore store,
            ActivityStore activities,
            BranchRights rights,
            RuleBooks books,
            Names names,
            Clock clock,
            ZoneId zone) {
        this.store = store;
        this.activities = activities;
        this.rights = rights;
        this.books = books;
        this.names = names;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * A duty as its page shows it.
     *
     * @param mayExcuse the viewer may let it go: it is open, and the rule does not say must
     * @param recorder the viewer may plan and record what would meet it
     */
    public record DutySheet(
            Branch branch,
            Duty duty,
            Rule rule,
            String subject,
            String owner,
            DutyState state,
            List<Activity> answers,
            boolean mayExcuse,
            boolean recorder) {}

    public DutySheet duty(UUID id, Actor viewer) {
        Duty duty = store.find(id).orElseThrow(() -> UNKNOWN.with(Map.of("id", id)));
        BranchRoll roll = rights.visible(duty.branchId(), viewer);
        boolean keeper = rights.isKeeper(roll, viewer);
        boolean ofPerson = duty.subject() == RuleSubject.PERSON;
        if (ofPerson && !keeper && !duty.subjectId().equals(viewer.personId())) {
            throw UNKNOWN.with(Map.of("id", id));
        }
        Rule rule = books.current().find(duty.ruleId()).orElseThrow(() -> UNKNOWN.with(Map.of("id", id)));
        LocalDate today = LocalDate.now(clock.withZone(zone));
        DutyState state = duty.state(today);
        boolean open = state == DutyState.OPEN || state == DutyState.OVERDUE;
        Names.Known known = names.of(Stream.of(duty.subjectId(), duty.ownerId())
                .filter(Objects::nonNull)
                .toList());
        UUID group = duty.subject() == RuleSubject.GROUP ? duty.subjectId() : null;
        return new DutySheet(
                roll.branch(),
                duty,
                rule,
                HealthQueries.subject(roll, duty, known),
                known.of(duty.ownerId()),
                state,
                activities.find(duty.activities()),
                open && keeper && rule.strength() != Strength.MUST,
                open && !ofPerson && rights.mayRecord(roll, group, viewer));
    }

    /** Which duties an activity answered, each with its rule. */
    public List<Answered> answeredBy(Activity activity, BranchRoll roll, Actor viewer) {
        boolean keeper = rights.isKeeper(roll, viewer);
        List<Duty> all = store.answeredBy(activity.branchId(), activity.id()).stream()
                .filter(duty -> duty.subject() != RuleSubject.PERSON
                        || keeper
                        || duty.subjectId().equals(viewer.personId()))
                .toList();
        LocalDate today = LocalDate.now(clock.withZone(zone));
        Set<String> rules = new LinkedHashSet<>();
        all.forEach(duty -> rules.add(duty.ruleId()));
        RuleBook book = books.current();
        return rules.stream()
                .flatMap(id -> book.find(id).stream())
                .map(rule -> new Answered(
                        rule,
                        all.stream()
                                .filter(duty -> duty.ruleId().equals(rule.id()))
                                .toList(),
                        today))
                .toList();
    }

    /** The duties of one rule that an activity answered. */
    public record Answered(Rule rule, List<Duty> duties, LocalDate today) {

        public Duty first() {
            return duties.get(0);
        }

        public boolean isOfPeople() {
            return first().subject() == RuleSubject.PERSON;
        }

        public long enough() {
            return duties.stream().filter(duty -> duty.metOn() != null).count();
        }
    }
}

package org.luoshi.branch.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.rules.Demand;
import org.luoshi.branch.rules.Demand.Happening;
import org.luoshi.branch.rules.Demand.Measure;
import org.luoshi.branch.rules.Judge;
import org.luoshi.branch.rules.Rule;
import org.luoshi.branch.rules.RuleSubject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the rules say about how a branch is made: size, committee, posts, groups, terms. */
@Component
@Transactional(readOnly = true)
public class StandingQueries {

    private final BranchStore store;
    private final RuleBooks books;

    StandingQueries(BranchStore store, RuleBooks books) {
        this.store = store;
        this.books = books;
    }

    /**
     * How one rule stands on a day.
     *
     * @param facts the measures that it compares, as they are
     * @param due for a time limit, the last day that is right; null for others
     */
    public record StandingFinding(
            Rule rule,
            StandingState state,
            Map<Measure, Integer> facts,
            @Nullable LocalDate due) {}

    /** How it stands; what is in order is not shown first. */
    public enum StandingState {
        BREACHED,
        SOON,
        HOLDS
    }

    /** Those that apply, the broken ones first. */
    public List<StandingFinding> findings(BranchRoll roll, LocalDate day) {
        Map<Measure, Integer> facts =
                Measures.of(roll, store.coveredUnits(roll.branch().id()).size(), day);
        List<StandingFinding> findings = new ArrayList<>();
        for (Rule rule : books.current().on(day)) {
            boolean ours = rule.subject() == RuleSubject.BRANCH || rule.subject() == RuleSubject.COMMITTEE;
            if (ours && rule.demand() instanceof Demand.Standing standing) {
                StandingFinding finding = standing(rule, standing, facts);
                if (finding != null) {
                    findings.add(finding);
                }
            } else if (ours && rule.demand() instanceof Demand.Timer timer && timer.from() == Happening.ELECTION) {
                roll.termOn(day).ifPresent(term -> findings.add(term(rule, timer, term, day)));
            }
        }
        findings.sort(Comparator.comparing(StandingFinding::state));
        return List.copyOf(findings);
    }

    private static @Nullable StandingFinding standing(
            Rule rule, Demand.Standing standing, Map<Measure, Integer> facts) {
        Map<Measure, Integer> seen = new EnumMap<>(Measure.class);
        standing.when().keySet().forEach(measure -> put(measure, facts, seen));
        standing.require().keySet().forEach(measure -> put(measure, facts, seen));
        return switch (Judge.standing(standing, facts)) {
            case HOLDS -> new StandingFinding(rule, StandingState.HOLDS, seen, null);
            case BREACHED -> new StandingFinding(rule, StandingState.BREACHED, seen, null);
            // A branch is not asked to fill in what only this rule would want to know.
            case DOES_NOT_APPLY, UNKNOWN -> null;
        };
    }

    private static void put(Measure measure, Map<Measure, Integer> facts, Map<Measure, Integer> seen) {
        Integer value = facts.get(measure);
        if (value != null) {
            seen.put(measure, value);
        }
    }

    private static StandingFinding term(Rule rule, Demand.Timer timer, Term term, LocalDate day) {
        Judge.TimerFinding found = Judge.timer(timer, term.electedOn(), null, day);
        StandingState state = switch (found.state()) {
            case OVERDUE, STOPPED, TOO_EARLY -> StandingState.BREACHED;
            case WARNED -> StandingState.SOON;
            case OPEN, MET, MET_LATE -> StandingState.HOLDS;
        };
        return new StandingFinding(rule, state, Map.of(), found.due());
    }
}

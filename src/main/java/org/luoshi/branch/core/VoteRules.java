package org.luoshi.branch.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.luoshi.branch.rules.Demand;
import org.luoshi.branch.rules.Demand.Base;
import org.luoshi.branch.rules.Demand.Counted;
import org.luoshi.branch.rules.Demand.Share;
import org.luoshi.branch.rules.Rule;
import org.luoshi.branch.rules.RuleBook;
import org.springframework.stereotype.Component;

/**
 * Which rules of voting speak at which meeting, and their arithmetic. Members' meetings decide by Q-02, committees need the quorum of Q-03 and, the
 * text naming no other, the same majority; elections need Q-04 and, where the office confirmed it, Q-06; who is elected follows Q-07.
 */
@Component
class VoteRules {

    private static final String MEETING = "Q-02";
    private static final String COMMITTEE = "Q-03";
    private static final List<String> ELECTION = List.of("Q-04", "Q-06");
    private static final String ELECTED = "Q-07";

    private final RuleBooks books;

    VoteRules(RuleBooks books) {
        this.books = books;
    }

    /**
     * Every comparison of a vote on that day.
     *
     * @param counts what is known so far; what is missing is not compared
     */
    List<Arithmetic> lines(
            Ballot.Kind kind,
            boolean committee,
            LocalDate day,
            Map<Base, Integer> bases,
            Map<Counted, Integer> counts) {
        List<Arithmetic> lines = new ArrayList<>();
        RuleBook book = books.current();
        for (String id : ids(kind, committee)) {
            book.find(id).filter(rule -> rule.appliesOn(day)).ifPresent(rule -> {
                for (Share share : shares(rule)) {
                    if (!committee || id.equals(COMMITTEE) || share.counted() == Counted.YES) {
                        line(rule, share, bases, counts, lines);
                    }
                }
            });
        }
        return lines;
    }

    /** How many votes elect somebody: more than half of those present, also while the office has not confirmed it. */
    Share toBeElected() {
        return books.current().find(ELECTED).map(VoteRules::shares).orElse(List.of()).stream()
                .filter(share -> share.counted() == Counted.YES)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No share in rule " + ELECTED));
    }

    private static List<String> ids(Ballot.Kind kind, boolean committee) {
        return switch (kind) {
            case DECISION -> committee ? List.of(COMMITTEE, MEETING) : List.of(MEETING);
            case ELECTION -> ELECTION;
        };
    }

    private static List<Share> shares(Rule rule) {
        return rule.demand() instanceof Demand.Votes votes ? votes.shares() : List.of();
    }

    private static void line(
            Rule rule, Share share, Map<Base, Integer> bases, Map<Counted, Integer> counts, List<Arithmetic> lines) {
        Integer base = bases.get(share.base());
        if (base == null) {
            return;
        }
        int count = counts.getOrDefault(share.counted(), -1);
        lines.add(new Arithmetic(rule, share, base, share.limit(base), count, count >= 0 && share.holds(count, base)));
    }
}

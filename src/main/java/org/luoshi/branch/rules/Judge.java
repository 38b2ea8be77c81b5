package org.luoshi.branch.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.rules.Demand.Band;
import org.luoshi.branch.rules.Demand.Base;
import org.luoshi.branch.rules.Demand.Counted;
import org.luoshi.branch.rules.Demand.Fact;
import org.luoshi.branch.rules.Demand.Measure;
import org.luoshi.branch.rules.Demand.Range;
import org.luoshi.branch.rules.Demand.Share;

/** Says how demands stand on given facts. It knows no person, no database and no clock; the product and the examples of the packs use the same. */
public final class Judge {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Judge() {}

    /**
     * How a count stands in a period.
     *
     * @param done days of the activities that count for this period; those after its end were late
     */
    public static DutyState count(
            Demand.Count demand, Span period, List<LocalDate> done, boolean excused, LocalDate today) {
        if (demand.only() != null && demand.only() != period.number()) {
            return DutyState.NOT_APPLICABLE;
        }
        List<LocalDate> inOrder = done.stream().sorted().toList();
        LocalDate enough = inOrder.size() < demand.atLeast() ? null : inOrder.get(demand.atLeast() - 1);
        return DutyState.of(enough, period.to(), excused, true, today);
    }

    /**
     * How the hours stand in a period.
     *
     * @param done what was studied for this period; what lies after its end was late
     */
    public static DutyState hours(
            Demand.Hours demand, Span period, List<Studied> done, boolean excused, LocalDate today) {
        BigDecimal hours = BigDecimal.ZERO;
        int courses = 0;
        LocalDate enough = null;
        for (Studied each :
                done.stream().sorted(Comparator.comparing(Studied::day)).toList()) {
            hours = hours.add(each.hours());
            courses += each.isCourse() ? 1 : 0;
            if (enough == null && hours.compareTo(demand.atLeast()) >= 0 && courses >= demand.courses()) {
                enough = each.day();
            }
        }
        return DutyState.of(enough, period.to(), excused, true, today);
    }

    /** A measure that is not given is unknown and never zero; one that is known to be out of its range decides. */
    public static Finding standing(Demand.Standing demand, Map<Measure, Integer> facts) {
        return switch (within(demand.when(), facts)) {
            case BREACHED -> Finding.DOES_NOT_APPLY;
            case UNKNOWN -> Finding.UNKNOWN;
            default -> within(demand.require(), facts);
        };
    }

    private static Finding within(Map<Measure, Range> ranges, Map<Measure, Integer> facts) {
        boolean isKnown = true;
        for (Map.Entry<Measure, Range> range : ranges.entrySet()) {
            Integer value = facts.get(range.getKey());
            if (value != null && !range.getValue().contains(value)) {
                return Finding.BREACHED;
            }
            isKnown &= value != null;
        }
        return isKnown ? Finding.HOLDS : Finding.UNKNOWN;
    }

    /** A fact that nobody noted is unknown. */
    public static Finding check(Demand.Check demand, Map<Fact, Boolean> facts) {
        Boolean isTrue = facts.get(demand.fact());
        if (isTrue == null) {
            return Finding.UNKNOWN;
        }
        return isTrue ? Finding.HOLDS : Finding.BREACHED;
    }

    /**
     * How a time limit stands. Months are calendar months: one month from 31 January ends on the last of February.
     *
     * @param to the day of what ends it; null: not yet
     */
    public static TimerFinding timer(Demand.Timer demand, LocalDate from, @Nullable LocalDate to, LocalDate today) {
        LocalDate due = demand.atMost() == null ? null : from.plus(demand.atMost());
        LocalDate earliest = demand.atLeast() == null ? null : from.plus(demand.atLeast());
        LocalDate stop = demand.stop() == null ? null : from.plus(demand.stop());
        TimerState state = to == null ? running(demand, due, stop, today) : ended(to, earliest, due, stop);
        return new TimerFinding(due, earliest, stop, state);
    }

    private static TimerState running(
            Demand.Timer demand, @Nullable LocalDate due, @Nullable LocalDate stop, LocalDate today) {
        if (stop != null && today.isAfter(stop)) {
            return TimerState.STOPPED;
        }
        if (due != null && today.isAfter(due)) {
            return TimerState.OVERDUE;
        }
        boolean isSoon = due != null && demand.warnBefore() != null && !today.isBefore(due.minus(demand.warnBefore()));
        return isSoon ? TimerState.WARNED : TimerState.OPEN;
    }

    private static TimerState ended(
            LocalDate to, @Nullable LocalDate earliest, @Nullable LocalDate due, @Nullable LocalDate stop) {
        if (earliest != null && to.isBefore(earliest)) {
            return TimerState.TOO_EARLY;
        }
        if (stop != null && to.isAfter(stop)) {
            return TimerState.STOPPED;
        }
        return due != null && to.isAfter(due) ? TimerState.MET_LATE : TimerState.MET;
    }

    /** Each share with the number it is of, the number it allows or asks for, and whether the count keeps it. */
    public static VoteFinding votes(Demand.Votes demand, Map<Base, Integer> of, Map<Counted, Integer> counts) {
        List<ShareFinding> shares = new ArrayList<>();
        for (Share share : demand.shares()) {
            Integer base = of.get(share.base());
            Integer count = counts.get(share.counted());
            Finding finding = Finding.UNKNOWN;
            if (base != null && count != null) {
                finding = share.holds(count, base) ? Finding.HOLDS : Finding.BREACHED;
            }
            shares.add(new ShareFinding(share, base, count, base == null ? null : share.limit(base), finding));
        }
        return new VoteFinding(List.copyOf(shares));
    }

    /** What is to be paid on this base: the rate of the band it lies in, on the whole of it. */
    public static RateFinding rates(Demand.Rates demand, BigDecimal base) {
        List<Band> bands = demand.bands();
        int index = 0;
        while (index < bands.size() - 1) {
            BigDecimal upTo = bands.get(index).upTo();
            if (upTo == null || base.compareTo(upTo) <= 0) {
                break;
            }
            index++;
        }
        BigDecimal percent = bands.get(index).percent();
        BigDecimal amount = base.multiply(percent).divide(HUNDRED, 2, RoundingMode.HALF_UP);
        return new RateFinding(index, percent, amount);
    }

    /** How a fact stands to a demand. */
    public enum Finding {
        HOLDS,
        BREACHED,
        DOES_NOT_APPLY,
        UNKNOWN
    }

    /** How a time limit stands. */
    public enum TimerState {
        OPEN,
        WARNED,
        OVERDUE,
        MET,
        MET_LATE,
        TOO_EARLY,
        /** Beyond the limit that no reason moves. */
        STOPPED
    }

    /** Something studied that day; a course is an intensive one. */
    public record Studied(LocalDate day, BigDecimal hours, boolean isCourse) {}

    /** Days are the last or first on which it is still right; null where the rule says none. */
    public record TimerFinding(
            @Nullable LocalDate due,
            @Nullable LocalDate earliest,
            @Nullable LocalDate stop,
            TimerState state) {}

    /**
     * The arithmetic of one share: {@code count} against {@code limit}, which is numerator / denominator of {@code of}.
     *
     * @param limit the least count that is enough, or the most that is allowed
     */
    public record ShareFinding(
            Share share,
            @Nullable Integer of,
            @Nullable Integer count,
            @Nullable Integer limit,
            Finding finding) {}

    /** All shares of a vote. */
    public record VoteFinding(List<ShareFinding> shares) {

        /** Breached by one is breached; else unknown while one is. */
        public Finding finding() {
            Set<Finding> all =
                    shares.stream().map(ShareFinding::finding).collect(java.util.stream.Collectors.toUnmodifiableSet());
            if (all.contains(Finding.BREACHED)) {
                return Finding.BREACHED;
            }
            return all.contains(Finding.UNKNOWN) ? Finding.UNKNOWN : Finding.HOLDS;
        }
    }

    /** @param band index of the band, from 0; {@code amount} in yuan with two decimals */
    public record RateFinding(int band, BigDecimal percent, BigDecimal amount) {}
}

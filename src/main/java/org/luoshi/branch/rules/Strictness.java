package org.luoshi.branch.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.rules.Demand.Measure;
import org.luoshi.branch.rules.Demand.Range;
import org.luoshi.branch.rules.Demand.Share;

/** Compares what two rules ask: whoever keeps the first, has he kept the second too? */
enum Strictness {
    AT_LEAST_AS_STRICT,
    LOOSER,
    NOT_COMPARABLE;

    /** How the first stands to the second. */
    static Strictness of(Rule first, Rule second) {
        if (first.subject() != second.subject()) {
            return NOT_COMPARABLE;
        }
        Strictness demands = ofDemands(first.demand(), second.demand());
        boolean isWeaker = second.strength() == Strength.MUST && first.strength() != Strength.MUST;
        return demands == AT_LEAST_AS_STRICT && isWeaker ? LOOSER : demands;
    }

    /** Stricter, in its demand or in its strength. */
    static boolean isStricter(Rule first, Rule second) {
        return of(first, second) == AT_LEAST_AS_STRICT
                && (ofDemands(second.demand(), first.demand()) != AT_LEAST_AS_STRICT
                        || first.strength().compareTo(second.strength()) < 0);
    }

    /**
     * Whether the first, without naming the second, asks for less of the very same thing. Timers are left out: two of them from the same happening
     * may be about different people.
     */
    static boolean undercuts(Rule first, Rule second) {
        if (first.subject() != second.subject() || first.demand() instanceof Demand.Timer) {
            return false;
        }
        if (first.demand() instanceof Demand.Count a
                && second.demand() instanceof Demand.Count b
                && !b.kinds().containsAll(a.kinds())) {
            return false;
        }
        boolean isSameButWeaker =
                first.demand().equals(second.demand()) && first.strength().compareTo(second.strength()) > 0;
        return isSameButWeaker || ofDemands(first.demand(), second.demand()) == LOOSER;
    }

    private static Strictness ofDemands(Demand first, Demand second) {
        if (first instanceof Demand.Count a && second instanceof Demand.Count b) {
            return count(a, b);
        }
        if (first instanceof Demand.Hours a && second instanceof Demand.Hours b) {
            return hours(a, b);
        }
        if (first instanceof Demand.Standing a && second instanceof Demand.Standing b) {
            return standing(a, b);
        }
        if (first instanceof Demand.Timer a && second instanceof Demand.Timer b) {
            return timer(a, b);
        }
        if (first instanceof Demand.Votes a && second instanceof Demand.Votes b) {
            return votes(a, b);
        }
        boolean isSame = first.equals(second) && !(first instanceof Demand.Notice);
        return isSame ? AT_LEAST_AS_STRICT : NOT_COMPARABLE;
    }

    private static Strictness when(boolean isAsStrict) {
        return isAsStrict ? AT_LEAST_AS_STRICT : LOOSER;
    }

    private static Strictness count(Demand.Count a, Demand.Count b) {
        Set<String> common = new HashSet<>(a.kinds());
        common.retainAll(b.kinds());
        if (common.isEmpty() || a.who() != b.who() || a.relation() != b.relation()) {
            return NOT_COMPARABLE;
        }
        boolean acceptsMore = !b.kinds().containsAll(a.kinds());
        return when(!acceptsMore && a.period().compareTo(b.period()) <= 0 && timesIn(b, a) >= b.atLeast());
    }

    /** How often, at the least, whoever keeps {@code a} has done it in a period of {@code b}. */
    private static int timesIn(Demand.Count b, Demand.Count a) {
        if (a.only() == null) {
            return a.atLeast() * a.period().perYear() / b.period().perYear();
        }
        boolean isInThePeriodMeant = b.period() == PeriodKind.YEAR
                || (a.period() == b.period() && a.only().equals(b.only()));
        return isInThePeriodMeant ? a.atLeast() : 0;
    }

    private static Strictness hours(Demand.Hours a, Demand.Hours b) {
        if (a.who() != b.who()) {
            return NOT_COMPARABLE;
        }
        int times = a.period().perYear() / b.period().perYear();
        return when(a.period().compareTo(b.period()) <= 0
                && a.atLeast().multiply(BigDecimal.valueOf(times)).compareTo(b.atLeast()) >= 0
                && a.courses() * times >= b.courses());
    }

    private static Strictness standing(Demand.Standing a, Demand.Standing b) {
        Set<Measure> common = new HashSet<>(a.require().keySet());
        common.retainAll(b.require().keySet());
        if (common.isEmpty()) {
            return NOT_COMPARABLE;
        }
        return when(isWithin(b.when(), a.when()) && isWithin(a.require(), b.require()));
    }

    /** Whatever lies in the inner ranges also lies in the outer ones. */
    private static boolean isWithin(Map<Measure, Range> inner, Map<Measure, Range> outer) {
        return outer.entrySet().stream().allMatch(range -> {
            Range narrower = inner.get(range.getKey());
            return narrower != null
                    && isAtLeast(narrower.atLeast(), range.getValue().atLeast())
                    && isAtMost(narrower.atMost(), range.getValue().atMost());
        });
    }

    private static boolean isAtLeast(@Nullable Integer value, @Nullable Integer limit) {
        return limit == null || (value != null && value >= limit);
    }

    private static boolean isAtMost(@Nullable Integer value, @Nullable Integer limit) {
        return limit == null || (value != null && value <= limit);
    }

    private static Strictness timer(Demand.Timer a, Demand.Timer b) {
        if (a.from() != b.from() || a.to() != b.to()) {
            return NOT_COMPARABLE;
        }
        return when(isNoLonger(a.atMost(), b.atMost())
                && isNoLonger(a.stop() == null ? a.atMost() : a.stop(), b.stop())
                && (b.atLeast() == null || (a.atLeast() != null && isNoLonger(b.atLeast(), a.atLeast())))
                && (a.repeats() || !b.repeats()));
    }

    /** From whatever day one counts: thirty days are longer than the month of February. */
    private static boolean isNoLonger(@Nullable Period period, @Nullable Period limit) {
        if (limit == null || period == null) {
            return limit == null;
        }
        LocalDate first = LocalDate.of(2023, 1, 1);
        return IntStream.range(0, 4 * 366)
                .mapToObj(first::plusDays)
                .noneMatch(day -> day.plus(period).isAfter(day.plus(limit)));
    }

    private static Strictness votes(Demand.Votes a, Demand.Votes b) {
        boolean isAboutTheSame = b.shares().stream().allMatch(share -> sameSubject(a.shares(), share) != null);
        if (!isAboutTheSame) {
            return NOT_COMPARABLE;
        }
        return when(b.shares().stream()
                .allMatch(share -> isAsStrict(Objects.requireNonNull(sameSubject(a.shares(), share)), share)));
    }

    private static @Nullable Share sameSubject(List<Share> shares, Share share) {
        return shares.stream()
                .filter(each -> each.counted() == share.counted() && each.base() == share.base())
                .filter(each -> (each.comparison() == Comparison.AT_MOST) == (share.comparison() == Comparison.AT_MOST))
                .findFirst()
                .orElse(null);
    }

    private static boolean isAsStrict(Share a, Share b) {
        int difference = Integer.compare(a.numerator() * b.denominator(), b.numerator() * a.denominator());
        if (a.comparison() == Comparison.AT_MOST) {
            return difference <= 0;
        }
        return difference > 0
                || (difference == 0 && (a.comparison() == b.comparison() || a.comparison() == Comparison.MORE_THAN));
    }
}

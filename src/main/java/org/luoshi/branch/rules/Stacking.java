package org.luoshi.branch.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows where local rules ask for more than the national text, so that somebody can ask whether they still should. */
public final class Stacking {

    private Stacking() {}

    /** Every local demand valid on this day that is stricter than the national text; what only informs asks nothing. */
    public static List<Stacked> of(RuleBook book, LocalDate day) {
        return book.on(day).stream()
                .filter(rule -> rule.passport().level() != Level.NATIONAL)
                .filter(rule -> rule.strength() != Strength.INFORM && !(rule.demand() instanceof Demand.Notice))
                .flatMap(rule -> stacked(book, rule, day))
                .toList();
    }

    private static Stream<Stacked> stacked(RuleBook book, Rule local, LocalDate day) {
        Rule national = national(book, local, day);
        if (national != null && !Strictness.isStricter(local, national)) {
            return Stream.empty();
        }
        return Stream.of(new Stacked(
                local,
                national,
                figures(local.demand(), national == null ? null : national.demand()),
                local.passport().issuer(),
                local.passport().validTo()));
    }

    /** The one it says it tightens, through all levels; else the first that asks for the same. */
    private static @Nullable Rule national(RuleBook book, Rule local, LocalDate day) {
        Optional<Rule> named = Optional.of(local);
        for (int steps = 0;
                steps < Level.values().length && named.filter(Stacking::isLocal).isPresent();
                steps++) {
            named = named.map(Rule::tightens).flatMap(book::find);
        }
        return named.filter(rule -> !isLocal(rule) && rule.appliesOn(day))
                .or(() -> book.on(day).stream()
                        .filter(rule -> !isLocal(rule))
                        .filter(rule -> Strictness.of(local, rule) == Strictness.AT_LEAST_AS_STRICT)
                        .findFirst())
                .orElse(null);
    }

    private static boolean isLocal(Rule rule) {
        return rule.passport().level() != Level.NATIONAL;
    }

    private static Figures figures(Demand local, @Nullable Demand national) {
        if (local instanceof Demand.Count) {
            return new Figures(Unit.TIMES_PER_YEAR, perYear(local), perYear(national));
        }
        if (local instanceof Demand.Hours) {
            return new Figures(Unit.HOURS_PER_YEAR, perYear(local), perYear(national));
        }
        return new Figures(Unit.NO_NUMBER, null, null);
    }

    private static @Nullable BigDecimal perYear(@Nullable Demand demand) {
        if (demand instanceof Demand.Count count) {
            int periods = count.only() == null ? count.period().perYear() : 1;
            return BigDecimal.valueOf((long) count.atLeast() * periods);
        }
        if (demand instanceof Demand.Hours hours) {
            return hours.atLeast().multiply(BigDecimal.valueOf(hours.period().perYear()));
        }
        return null;
    }

    /** What the numbers of a difference are of. */
    public enum Unit {
        TIMES_PER_YEAR,
        HOURS_PER_YEAR,
        NO_NUMBER
    }

    /** Both numbers of a difference; {@code national} is null where nothing national asks for it. */
    public record Figures(
            Unit unit, @Nullable BigDecimal local, @Nullable BigDecimal national) {}

    /**
     * A local demand that is stricter.
     *
     * @param national null: nothing national asks this
     * @param endsOn its last day; null: it names no end, which only a shipped pack can do
     */
    public record Stacked(
            Rule local,
            @Nullable Rule national,
            Figures figures,
            String issuer,
            @Nullable LocalDate endsOn) {

        /** The same is asked, only more firmly. */
        public boolean isOnlyFirmer() {
            return national != null && national.demand().equals(local.demand());
        }
    }
}

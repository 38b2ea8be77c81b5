package org.luoshi.reporting.forms;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.RegimeState;
import org.springframework.stereotype.Component;

/** What other regimes that run, or are about to, ask of the same units. */
@Component
class OtherRegimes {

    private final RegimeQueries regimes;
    private final TargetStore targets;
    private final FormsQueries forms;
    private final Burden burden;
    private final LastKnown lastKnown;
    private final ZoneId zone;
    private final Clock clock;

    OtherRegimes(
            RegimeQueries regimes,
            TargetStore targets,
            FormsQueries forms,
            Burden burden,
            LastKnown lastKnown,
            ZoneId zone,
            Clock clock) {
        this.regimes = regimes;
        this.targets = targets;
        this.forms = forms;
        this.burden = burden;
        this.lastKnown = lastKnown;
        this.zone = zone;
        this.clock = clock;
    }

    /** One of them. @param common the units that both ask */
    record Other(Regime regime, List<FormVersionView.ChosenField> fields, List<TargetStore.Range> common) {

        Stream<FormVersionView.ChosenField> asksToo(List<FormVersionView.ChosenField> ours) {
            Set<String> theirs =
                    fields.stream().map(FormVersionView.ChosenField::code).collect(Collectors.toSet());
            return ours.stream().filter(field -> theirs.contains(field.code()));
        }
    }

    /** What a regime asks of each of these units, by month. */
    private record Cost(List<TargetStore.Range> common, Map<YearMonth, BigDecimal> months) {}

    List<Other> beside(Regime regime) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        return regimes.all().stream()
                .filter(other -> other.id() != regime.id())
                .filter(other ->
                        Set.of(RegimeState.RUNNING, RegimeState.UPCOMING).contains(other.state(today)))
                .filter(other -> !other.end().isBefore(regime.firstDay())
                        && !other.firstDay().isAfter(regime.lastDay()))
                .filter(other -> targets.countCommon(regime.id(), other.id()) > 0)
                .map(other -> new Other(other, forms.asked(other), targets.common(regime.id(), other.id())))
                .toList();
    }

    /** By month, the minutes that the most burdened of the units that are common owes them. */
    Map<YearMonth, BigDecimal> owed(List<Other> others) {
        List<Cost> costs = others.stream().map(this::cost).toList();
        Map<YearMonth, BigDecimal> most = new HashMap<>();
        // Ranges lie in one another or apart, so that one of them holds the units that most regimes ask.
        others.stream()
                .flatMap(other -> other.common().stream())
                .distinct()
                .forEach(range ->
                        owedIn(range, costs).forEach((month, minutes) -> most.merge(month, minutes, BigDecimal::max)));
        return most;
    }

    private static Map<YearMonth, BigDecimal> owedIn(TargetStore.Range range, List<Cost> costs) {
        Map<YearMonth, BigDecimal> owed = new HashMap<>();
        costs.stream()
                .filter(cost -> cost.common().stream().anyMatch(common -> common.contains(range)))
                .forEach(
                        cost -> cost.months().forEach((month, minutes) -> owed.merge(month, minutes, BigDecimal::add)));
        return owed;
    }

    private Cost cost(Other other) {
        BigDecimal each = burden.minutes(other.fields());
        Map<YearMonth, BigDecimal> months = new HashMap<>();
        burden.periods(other.regime())
                .forEach((month, periods) -> months.put(month, each.multiply(BigDecimal.valueOf(periods))));
        return new Cost(other.common(), months);
    }

    /** Our fields that the same units report elsewhere, each once, with what is known of it. */
    List<GateView.KnownField> known(List<FormVersionView.ChosenField> ours, List<Other> others) {
        Set<String> named = new HashSet<>();
        return others.stream()
                .flatMap(other -> other.asksToo(ours)
                        .filter(field -> named.add(field.code()))
                        .map(field -> lastKnown.of(field, other)))
                .toList();
    }

    List<GateView.Overlap> overlaps(List<FormVersionView.ChosenField> ours, List<Other> others) {
        return others.stream()
                .filter(other -> other.asksToo(ours).findAny().isPresent())
                .map(other -> {
                    int same = (int) other.asksToo(ours).count();
                    return new GateView.Overlap(
                            other.regime().title(),
                            same,
                            100 * same / ours.size(),
                            other.common().stream().mapToLong(targets::count).sum());
                })
                .toList();
    }
}

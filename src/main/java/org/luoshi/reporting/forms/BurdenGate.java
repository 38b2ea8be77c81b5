package org.luoshi.reporting.forms;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.luoshi.access.AccessApi;
import org.luoshi.reporting.core.PlaceRegister;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.RegimeState;
import org.luoshi.shared.Role;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What stands between a form and the units: basis, purpose, recipients, end and approver must be there, the cost is shown, what is asked
 * elsewhere is named (domain/reporting.md, B-38). The monthly budget of a unit is a setting of ours.
 */
@Component
public class BurdenGate {

    private final RegimeQueries regimes;
    private final TargetStore targets;
    private final FormsQueries forms;
    private final DictionaryQueries dictionary;
    private final PlaceRegister register;
    private final WorktimeApi worktime;
    private final AccessApi access;
    private final int budget;
    private final ZoneId zone;
    private final Clock clock;

    BurdenGate(
            RegimeQueries regimes,
            TargetStore targets,
            FormsQueries forms,
            DictionaryQueries dictionary,
            PlaceRegister register,
            WorktimeApi worktime,
            AccessApi access,
            @Value("${luoshi.reporting.monthly-minutes:600}") int budget,
            ZoneId zone,
            Clock clock) {
        this.regimes = regimes;
        this.targets = targets;
        this.forms = forms;
        this.dictionary = dictionary;
        this.register = register;
        this.worktime = worktime;
        this.access = access;
        this.budget = budget;
        this.zone = zone;
        this.clock = clock;
    }

    @Transactional
    public GateView weigh(Regime regime) {
        register.refresh();
        List<FormVersionView.ChosenField> fields =
                forms.newestIssued(regime.formId()).map(FormVersionView::fields).orElse(List.of());
        Map<YearMonth, Integer> months = periods(regime);
        int periods = months.values().stream().mapToInt(Integer::intValue).sum();
        int most = months.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        BigDecimal each = minutes(fields);
        long units = targets.countUnits(regime.id());
        List<Regime> others = others(regime);
        GateView view = new GateView(
                units,
                fields.size(),
                periods,
                each,
                each.multiply(BigDecimal.valueOf(most)),
                each.multiply(BigDecimal.valueOf(periods)).multiply(BigDecimal.valueOf(units)),
                owedAlready(others),
                budget,
                known(fields, others),
                overlaps(regime, fields, others),
                gaps(regime, fields, units));
        addIf(
                view.gaps(),
                view.secondNeeded() && access.holders(Role.OFFICE_LEADER).isEmpty(),
                "second");
        return view;
    }

    private Map<YearMonth, Integer> periods(Regime regime) {
        Map<YearMonth, Integer> months = new HashMap<>();
        for (LocalDate day = regime.firstDay(); !day.isAfter(regime.end()); day = day.plusDays(1)) {
            if (regime.rhythm().asksOn(day, regime.firstDay(), worktime::isWorkingDay)) {
                months.merge(YearMonth.from(day), 1, Integer::sum);
            }
        }
        return months;
    }

    private BigDecimal minutes(List<FormVersionView.ChosenField> fields) {
        Map<String, BigDecimal> minutes = dictionary.all().stream()
                .collect(Collectors.toMap(
                        field -> field.says().code(), field -> field.says().minutes()));
        return fields.stream()
                .map(field -> minutes.getOrDefault(field.code(), BigDecimal.ONE))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Other regimes that run or are about to and ask some of the same units. */
    private List<Regime> others(Regime regime) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        return regimes.all().stream()
                .filter(other -> other.id() != regime.id())
                .filter(other ->
                        Set.of(RegimeState.RUNNING, RegimeState.UPCOMING).contains(other.state(today)))
                .filter(other -> !other.end().isBefore(regime.firstDay())
                        && !other.firstDay().isAfter(regime.lastDay()))
                .filter(other -> targets.countCommon(regime.id(), other.id()) > 0)
                .toList();
    }

    private BigDecimal owedAlready(List<Regime> others) {
        return others.stream()
                .map(other -> minutes(fieldsOf(other))
                        .multiply(BigDecimal.valueOf(periods(other).values().stream()
                                .mapToInt(Integer::intValue)
                                .max()
                                .orElse(0))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<FormVersionView.ChosenField> fieldsOf(Regime other) {
        return forms.newestIssued(other.formId()).map(FormVersionView::fields).orElse(List.of());
    }

    private List<GateView.KnownField> known(List<FormVersionView.ChosenField> fields, List<Regime> others) {
        Set<String> named = new HashSet<>();
        return others.stream()
                .flatMap(other -> common(fields, other)
                        .map(field -> new GateView.KnownField(field.code(), field.name(), other.title())))
                .filter(field -> named.add(field.code()))
                .toList();
    }

    private Stream<FormVersionView.ChosenField> common(List<FormVersionView.ChosenField> fields, Regime other) {
        Set<String> theirs =
                fieldsOf(other).stream().map(FormVersionView.ChosenField::code).collect(Collectors.toSet());
        return fields.stream().filter(field -> theirs.contains(field.code()));
    }

    private List<GateView.Overlap> overlaps(
            Regime regime, List<FormVersionView.ChosenField> fields, List<Regime> others) {
        return others.stream()
                .map(other -> {
                    int same = (int) common(fields, other).count();
                    return new GateView.Overlap(
                            other.title(),
                            same,
                            fields.isEmpty() ? 0 : 100 * same / fields.size(),
                            targets.countCommon(regime.id(), other.id()));
                })
                .toList();
    }

    /** A form cannot be sent without basis, purpose, recipients, frequency, end date and approver. */
    private List<String> gaps(Regime regime, List<FormVersionView.ChosenField> fields, long units) {
        List<String> gaps = new ArrayList<>();
        addIf(gaps, regime.basis().isBlank(), "basis");
        addIf(gaps, regime.purpose().isBlank(), "purpose");
        addIf(gaps, regime.recipients().isEmpty(), "recipients");
        addIf(gaps, fields.isEmpty(), "form");
        addIf(gaps, units == 0, "units");
        addIf(gaps, access.holders(Role.OFFICE_DIRECTOR).isEmpty(), "approver");
        addIf(gaps, regime.lastDay().isBefore(LocalDate.now(clock.withZone(zone))), "end");
        return gaps;
    }

    private static void addIf(List<String> gaps, boolean missing, String what) {
        if (missing) {
            gaps.add("reporting.gate.gap." + what);
        }
    }
}

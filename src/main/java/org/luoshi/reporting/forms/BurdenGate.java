package org.luoshi.reporting.forms;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessApi;
import org.luoshi.reporting.core.PlaceRegister;
import org.luoshi.reporting.core.Regime;
import org.luoshi.shared.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands between a form and the units: basis, purpose, recipients, end and approver must be there, the cost is shown, what is asked
 * elsewhere is named (domain/reporting.md, B-38). The monthly budget of a unit is a setting of ours.
 */
@Component
public class BurdenGate {

    private final JdbcClient jdbc;
    private final OtherRegimes others;
    private final TargetStore targets;
    private final FormsQueries forms;
    private final Burden burden;
    private final DeskLoad desks;
    private final PlaceRegister register;
    private final AccessApi access;
    private final JsonMapper json;
    private final int budget;
    private final ZoneId zone;
    private final Clock clock;

    BurdenGate(
            JdbcClient jdbc,
            OtherRegimes others,
            TargetStore targets,
            FormsQueries forms,
            Burden burden,
            DeskLoad desks,
            PlaceRegister register,
            AccessApi access,
            JsonMapper json,
            @Value("${luoshi.reporting.monthly-minutes:600}") int budget,
            ZoneId zone,
            Clock clock) {
        this.jdbc = jdbc;
        this.others = others;
        this.targets = targets;
        this.forms = forms;
        this.burden = burden;
        this.desks = desks;
        this.register = register;
        this.access = access;
        this.json = json;
        this.budget = budget;
        this.zone = zone;
        this.clock = clock;
    }

    /** A month with what it costs one unit, here and elsewhere. */
    private record Month(@Nullable YearMonth month, BigDecimal ours, BigDecimal theirs) {

        BigDecimal all() {
            return ours.add(theirs);
        }
    }

    /** As things are now, with the newest issued version of the form. */
    @Transactional
    public GateView weigh(Regime regime) {
        register.refresh();
        Optional<FormVersionView> version = forms.newestIssued(regime.formId());
        List<FormVersionView.ChosenField> fields =
                version.map(FormVersionView::fields).orElse(List.of());
        Map<YearMonth, Integer> months = burden.periods(regime);
        int periods = months.values().stream().mapToInt(Integer::intValue).sum();
        BigDecimal each = burden.minutes(fields);
        long units = targets.countUnits(regime.id());
        List<OtherRegimes.Other> beside = others.beside(regime);
        Month heaviest = heaviest(months, each, others.owed(beside));
        DeskLoad.Load load = desks.of(targets.ranges(regime.id()));
        YearMonth month = heaviest.month();
        return withGaps(
                regime,
                new GateView(
                        version.map(FormVersionView::number).orElse(null),
                        units,
                        fields.size(),
                        periods,
                        each,
                        month == null ? null : month.atDay(1),
                        heaviest.ours(),
                        each.multiply(BigDecimal.valueOf(periods)).multiply(BigDecimal.valueOf(units)),
                        heaviest.theirs(),
                        load.desks(),
                        load.open(),
                        budget,
                        others.known(fields, beside),
                        others.overlaps(fields, beside),
                        new ArrayList<>()));
    }

    /** As it was shown when the regime was submitted; empty for one that was not. */
    public Optional<GateView> kept(Regime regime) {
        return jdbc.sql("""
                        select gate::text from reporting.regime
                        where id = :id and submitted_at is not null and gate is not null
                        """)
                .param("id", regime.id())
                .query(String.class)
                .optional()
                .map(kept -> json.readValue(kept, GateView.class));
    }

    private static Month heaviest(
            Map<YearMonth, Integer> months, BigDecimal each, Map<YearMonth, BigDecimal> elsewhere) {
        return months.entrySet().stream()
                .map(month -> new Month(
                        month.getKey(),
                        each.multiply(BigDecimal.valueOf(month.getValue())),
                        elsewhere.getOrDefault(month.getKey(), BigDecimal.ZERO)))
                .max(Comparator.comparing(Month::all))
                .orElse(new Month(null, BigDecimal.ZERO, BigDecimal.ZERO));
    }

    /** A form cannot be sent without basis, purpose, recipients, frequency, end date and approver. */
    private GateView withGaps(Regime regime, GateView view) {
        List<String> gaps = view.gaps();
        addIf(gaps, regime.basis().isBlank(), "basis");
        addIf(gaps, regime.purpose().isBlank(), "purpose");
        addIf(gaps, regime.recipients().isEmpty(), "recipients");
        addIf(gaps, view.fields() == 0, "form");
        addIf(gaps, view.units() == 0, "units");
        addIf(gaps, view.periods() == 0, "periods");
        addIf(gaps, nobodyElse(regime, Role.OFFICE_DIRECTOR), "approver");
        addIf(gaps, view.secondNeeded() && nobodyElse(regime, Role.OFFICE_LEADER), "second");
        addIf(gaps, regime.lastDay().isBefore(LocalDate.now(clock.withZone(zone))), "end");
        return view;
    }

    private boolean nobodyElse(Regime regime, Role role) {
        return access.holders(role).stream().allMatch(regime.draftedBy()::equals);
    }

    private static void addIf(List<String> gaps, boolean missing, String what) {
        if (missing) {
            gaps.add("reporting.gate.gap." + what);
        }
    }
}

package org.luoshi.branch.core;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.rules.Demand;
import org.luoshi.branch.rules.Demand.Band;
import org.luoshi.branch.rules.Demand.Measure;
import org.luoshi.branch.rules.Demand.Payer;
import org.luoshi.branch.rules.Demand.Range;
import org.luoshi.branch.rules.Judge;
import org.luoshi.branch.rules.Rule;
import org.springframework.stereotype.Component;

/** What the rules in force say about dues. Every number is theirs. */
@Component
class DuesRates {

    private static final List<String> RATES = List.of("M-10", "M-11");
    private static final String ARREARS = "M-12b";
    private static final String VOLUNTARY = "M-16";
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final RuleBooks books;

    DuesRates(RuleBooks books) {
        this.books = books;
    }

    /** All bands for all payers; empty where no pack has the rules. */
    List<DuesBand> bands(LocalDate day) {
        List<DuesBand> bands = new ArrayList<>();
        for (Rule rule : rules(day)) {
            if (rule.demand() instanceof Demand.Rates rates) {
                bands.addAll(bands(rates));
            }
        }
        return List.copyOf(bands);
    }

    List<Rule> rules(LocalDate day) {
        return RATES.stream().flatMap(id -> rule(id, day).stream()).toList();
    }

    Optional<DuesBand> band(Payer payer, int index, LocalDate day) {
        return bands(day).stream()
                .filter(band -> band.payer() == payer && band.index() == index)
                .findFirst();
    }

    private static List<DuesBand> bands(Demand.Rates rates) {
        List<DuesBand> bands = new ArrayList<>();
        BigDecimal above = null;
        for (Band band : rates.bands()) {
            BigDecimal upTo = band.upTo();
            bands.add(new DuesBand(
                    rates.payer(),
                    bands.size(),
                    above,
                    upTo,
                    band.percent(),
                    above == null ? BigDecimal.ZERO.setScale(2) : amount(rates, above.add(CENT)),
                    upTo == null ? null : amount(rates, upTo),
                    upTo == null ? null : amount(rates, upTo.add(CENT))));
            above = upTo;
        }
        return bands;
    }

    private static BigDecimal amount(Demand.Rates rates, BigDecimal base) {
        return Judge.rates(rates, base).amount();
    }

    /** How many months in arrears are normal at most (M-12); null where no rule says. */
    @Nullable
    Integer arrears(LocalDate day) {
        return rule(ARREARS, day)
                .map(rule -> rule.demand() instanceof Demand.Standing standing
                        ? standing.require().get(Measure.MONTHS_WITHOUT_DUES)
                        : null)
                .map(Range::atMost)
                .orElse(null);
    }

    /** From how many yuan on a voluntary payment goes to the Centre (M-16); null where no rule says. */
    @Nullable
    Integer voluntary(LocalDate day) {
        return rule(VOLUNTARY, day)
                .map(rule -> rule.demand() instanceof Demand.Standing standing
                        ? standing.when().get(Measure.PAYMENT_YUAN)
                        : null)
                .map(Range::atLeast)
                .orElse(null);
    }

    private Optional<Rule> rule(String id, LocalDate day) {
        return books.current().find(id).filter(rule -> rule.appliesOn(day));
    }
}

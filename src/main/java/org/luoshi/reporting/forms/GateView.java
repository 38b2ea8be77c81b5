package org.luoshi.reporting.forms;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a regime would cost the units that it asks, shown before anybody signs it.
 *
 * @param units how many are asked
 * @param fields how many fields each fills in
 * @param periods how often in all
 * @param minutesEach what one period costs one unit
 * @param minutesMonth what the heaviest month costs one unit
 * @param minutesAll what all cost all
 * @param owedAlready minutes that the most burdened of these units already owes in a month by other regimes
 * @param budget minutes a month above which a second signature is needed
 * @param known fields that the same units already report to another running regime
 * @param overlaps other running regimes that ask the same units
 * @param gaps what is missing before it can be submitted: keys of texts
 */
public record GateView(
        long units,
        int fields,
        int periods,
        BigDecimal minutesEach,
        BigDecimal minutesMonth,
        BigDecimal minutesAll,
        BigDecimal owedAlready,
        int budget,
        List<KnownField> known,
        List<Overlap> overlaps,
        List<String> gaps) {

    /** A field that need not be asked again: it is reported elsewhere. */
    public record KnownField(String code, String name, String regime) {}

    /** @param share share of our fields that the other regime asks too, in percent */
    public record Overlap(String regime, int sameFields, int share, long sameUnits) {}

    public boolean secondNeeded() {
        return minutesMonth.add(owedAlready).compareTo(BigDecimal.valueOf(budget)) > 0;
    }

    public boolean isOpen() {
        return gaps.isEmpty();
    }
}

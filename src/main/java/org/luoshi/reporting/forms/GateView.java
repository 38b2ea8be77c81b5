package org.luoshi.reporting.forms;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a regime would cost the units that it asks, shown before anybody signs it, and kept as it was shown.
 *
 * @param formNumber the version of the form that was weighed; null where none is issued
 * @param units how many are asked
 * @param fields how many fields each fills in
 * @param periods how often in all
 * @param minutesEach what one period costs one unit
 * @param month the first day of the heaviest month; null where nothing is asked
 * @param minutesMonth what that month costs one unit
 * @param minutesAll what all cost all
 * @param owedAlready minutes that the most burdened of these units owes other regimes in that month
 * @param desks how many of these units have people who work here
 * @param openElsewhere how much stands open on their desks, of whatever kind
 * @param budget minutes a month above which a second signature is needed
 * @param known fields that the same units already report to another running regime
 * @param overlaps other running regimes that ask the same units for the same fields
 * @param gaps what is missing before it can be submitted: keys of texts
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record GateView(
        @Nullable Integer formNumber,
        long units,
        int fields,
        int periods,
        BigDecimal minutesEach,
        @Nullable LocalDate month,
        BigDecimal minutesMonth,
        BigDecimal minutesAll,
        BigDecimal owedAlready,
        int desks,
        int openElsewhere,
        int budget,
        List<KnownField> known,
        List<Overlap> overlaps,
        List<String> gaps) {

    /**
     * A field that need not be asked again: it is reported elsewhere.
     *
     * @param day the last period in which anybody said something; null where nobody did, or where it is no number
     * @param figure what the units of that regime said together, with the unit of measure
     * @param said how many of them said it
     * @param owed how many were asked
     */
    public record KnownField(
            UUID id,
            String code,
            String name,
            String regime,
            @Nullable LocalDate day,
            String figure,
            int said,
            int owed) {}

    /** @param share share of our fields that the other regime asks too, in percent */
    public record Overlap(String regime, int sameFields, int share, long sameUnits) {}

    public boolean secondNeeded() {
        return minutesMonth.add(owedAlready).compareTo(BigDecimal.valueOf(budget)) > 0;
    }

    public boolean passes() {
        return gaps.isEmpty();
    }
}

package org.luoshi.reporting.totals;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.luoshi.reporting.core.FormQueries;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.Round;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The totals of a place over its last rounds. Each round is read by the version of the form that it was asked with. */
@Component
@Transactional(readOnly = true)
public class TotalsLines {

    /** A fortnight of a daily regime. */
    public static final int ROUNDS = 14;

    private final RegimeQueries regimes;
    private final FormQueries forms;
    private final TotalsQueries totals;

    TotalsLines(RegimeQueries regimes, FormQueries forms, TotalsQueries totals) {
        this.regimes = regimes;
        this.forms = forms;
        this.totals = totals;
    }

    /** Up to this round, oldest first. */
    public Map<LocalDate, Totals> of(OpenRound open, long node) {
        Map<LocalDate, Totals> lines = new LinkedHashMap<>();
        List<Round> rounds = regimes.rounds(open.round().regime(), open.round().period(), ROUNDS);
        for (int n = rounds.size() - 1; n >= 0; n--) {
            lines.put(rounds.get(n).period(), totals.total(as(open, rounds.get(n)), node));
        }
        return lines;
    }

    /** Another round of the same regime. */
    public OpenRound as(OpenRound open, Round round) {
        return new OpenRound(open.regime(), round, forms.issued(round.formId(), round.number()), null);
    }
}

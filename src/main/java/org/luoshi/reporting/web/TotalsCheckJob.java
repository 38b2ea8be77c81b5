package org.luoshi.reporting.web;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.luoshi.jobs.JobOutcome;
import org.luoshi.jobs.JobsApi;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.ReportingError;
import org.luoshi.reporting.core.Senders;
import org.luoshi.reporting.totals.KeptDifference;
import org.luoshi.reporting.totals.TotalsCheck;
import org.luoshi.reporting.totals.TotalsCheckResult;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** The check of kept totals as work in the background; the office's business. */
@Component
class TotalsCheckJob {

    private static final int TOLD = 5;

    private final TotalsCheck check;
    private final JobsApi jobs;
    private final Senders senders;

    TotalsCheckJob(TotalsCheck check, JobsApi jobs, Senders senders) {
        this.check = check;
        this.jobs = jobs;
        this.senders = senders;
    }

    UUID start(OpenRound open, Actor actor) {
        if (!senders.isOffice(actor)) {
            throw ReportingError.NOT_YOURS.plain();
        }
        String period = open.round().period().toString();
        return jobs.start(
                "reporting-check",
                Map.of("title", open.regime().title(), "period", period),
                actor,
                progress -> outcome(open, check.check(open)));
    }

    private static JobOutcome outcome(OpenRound open, TotalsCheckResult result) {
        String places = result.differences().stream()
                .limit(TOLD)
                .map(KeptDifference::name)
                .collect(Collectors.joining("、"));
        return new JobOutcome(
                result.isRight() ? "reporting.check.right" : "reporting.check.wrong",
                Map.of(
                        "places", TotalsText.number(result.places()),
                        "units", TotalsText.number(result.units()),
                        "wrong", TotalsText.number(result.differences().size()),
                        "names", places),
                "/reporting/totals/" + open.regime().key() + "/" + open.round().period(),
                null);
    }
}

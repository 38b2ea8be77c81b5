package org.luoshi.reporting.web;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.luoshi.jobs.JobOutcome;
import org.luoshi.jobs.JobsApi;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.ReportingError;
import org.luoshi.reporting.core.Senders;
import org.luoshi.reporting.totals.BatchCheck;
import org.luoshi.reporting.totals.BatchCheckResult;
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
    private final BatchCheck batches;
    private final JobsApi jobs;
    private final Senders senders;

    TotalsCheckJob(TotalsCheck check, BatchCheck batches, JobsApi jobs, Senders senders) {
        this.check = check;
        this.batches = batches;
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
                progress -> outcome(open, check.check(open), batches.check(open)));
    }

    /**
     * Wrong totals are told before wrong reports: a report that was changed by hand shows in both. Where personal data was erased, reports
     * that are not what was taken are no surprise.
     */
    private static JobOutcome outcome(OpenRound open, TotalsCheckResult totals, BatchCheckResult reports) {
        String text = !totals.isRight()
                ? "reporting.check.wrong"
                : reports.isRight()
                        ? "reporting.check.right"
                        : open.regime().erasedAt() == null
                                ? "reporting.check.reports-wrong"
                                : "reporting.check.reports-erased";
        return new JobOutcome(
                text,
                Map.of(
                        "places", TotalsText.number(totals.places()),
                        "units", TotalsText.number(totals.units()),
                        "wrong", TotalsText.number(totals.differences().size()),
                        "names",
                                totals.differences().stream()
                                        .limit(TOLD)
                                        .map(KeptDifference::name)
                                        .collect(Collectors.joining("、")),
                        "batches",
                                TotalsText.number(
                                        reports.isRight()
                                                ? reports.batches()
                                                : reports.wrong().size()),
                        "numbers",
                                reports.wrong().stream()
                                        .limit(TOLD)
                                        .map(String::valueOf)
                                        .collect(Collectors.joining("、"))),
                "/reporting/totals/" + open.regime().key() + "/" + open.round().period(),
                null);
    }
}

package org.luoshi.reporting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.UUID;
import org.luoshi.platform.CurrentActor;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.exchange.ExchangeQueries;
import org.luoshi.reporting.exchange.ExchangeUnits;
import org.luoshi.reporting.exchange.ObligationPage;
import org.luoshi.reporting.exchange.ReportIntake;
import org.luoshi.reporting.exchange.ReportReceipt;
import org.luoshi.reporting.exchange.SentReport;
import org.luoshi.reporting.exchange.StandingAnswer;
import org.luoshi.shared.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports of single units for programs. */
@Tag(name = "Reporting: reports")
@RestController
@RequestMapping("/api/v1/reporting/regimes/{regime}/periods/{period}")
class ExchangeRestController {

    private final ReportIntake intake;
    private final ExchangeQueries queries;
    private final ExchangeUnits units;
    private final OpenRounds rounds;

    ExchangeRestController(ReportIntake intake, ExchangeQueries queries, ExchangeUnits units, OpenRounds rounds) {
        this.intake = intake;
        this.queries = queries;
        this.units = units;
        this.rounds = rounds;
    }

    @Operation(
            summary = "Hand in the report of one unit: a signed zero, or figures",
            description =
                    "Answered when it is on the disk. Sent again as it is, it counts once (unchanged). 503 with Retry-After: nothing"
                            + " was taken, send it again as it is.")
    @PostMapping("/reports")
    ReportReceipt report(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @Valid @RequestBody SentReport body,
            @CurrentActor Actor actor) {
        return intake.take(regime, period, body, actor);
    }

    @Operation(summary = "The report of one unit that stands now")
    @GetMapping("/reports/{unit}")
    StandingAnswer standing(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @PathVariable String unit,
            @CurrentActor Actor actor) {
        return queries.standing(rounds.require(regime, period), units.require(unit), actor);
    }

    @Operation(summary = "Who owes a report in this period, of the units that the caller answers for")
    @GetMapping("/obligations")
    ObligationPage obligations(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @RequestParam(defaultValue = "0") @Min(0) long after,
            @RequestParam(defaultValue = "500") @Min(1) @Max(5000) int limit,
            @CurrentActor Actor actor) {
        return queries.obligations(rounds.require(regime, period), after, limit, actor);
    }
}

package org.luoshi.reporting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.CurrentActor;
import org.luoshi.reporting.core.Figures;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.exchange.ExchangeUnits;
import org.luoshi.reporting.review.NewReview;
import org.luoshi.reporting.review.ReviewChoice;
import org.luoshi.reporting.review.ReviewHint;
import org.luoshi.reporting.review.ReviewKind;
import org.luoshi.reporting.review.ReviewPage;
import org.luoshi.reporting.review.ReviewQueries;
import org.luoshi.reporting.review.ReviewRow;
import org.luoshi.reporting.review.ReviewService;
import org.luoshi.reporting.totals.TotalsReview;
import org.luoshi.reporting.totals.TotalsScene;
import org.luoshi.reporting.totals.TotalsScenes;
import org.luoshi.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A level looks at the reports below it, for programs. */
@Tag(name = "Reporting: review")
@RestController
@RequestMapping("/api/v1/reporting/regimes/{regime}/periods/{period}/reviews")
class ReviewRestController {

    private final TotalsScenes scenes;
    private final ReviewQueries queries;
    private final ReviewService service;
    private final OpenRounds rounds;
    private final ExchangeUnits units;
    private final Repeated repeated;

    ReviewRestController(
            TotalsScenes scenes,
            ReviewQueries queries,
            ReviewService service,
            OpenRounds rounds,
            ExchangeUnits units,
            Repeated repeated) {
        this.scenes = scenes;
        this.queries = queries;
        this.service = service;
        this.rounds = rounds;
        this.units = units;
        this.repeated = repeated;
    }

    @Operation(
            summary = "Reports at or below a place as this level looks at them, fifty at a time",
            description =
                    "Go on with after = next until that is null. What is shown says, whether a report was looked at, never"
                            + " whether it counts: all of them count.")
    @GetMapping
    ReportsToReview reportsToReview(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @RequestParam(required = false) @Nullable Long place,
            @RequestParam(defaultValue = "UNREVIEWED") ReviewChoice.Shown show,
            @RequestParam(defaultValue = "0") @Min(0) long after,
            @CurrentActor Actor actor) {
        TotalsScene scene = scenes.require(regime, period, place, actor);
        ReviewPage page = queries.page(scene, new ReviewChoice(show, after), actor);
        return new ReportsToReview(
                page.count(ReviewChoice.Shown.UNREVIEWED),
                page.count(ReviewChoice.Shown.QUESTIONED),
                page.count(ReviewChoice.Shown.CONFIRMED),
                page.rows().stream().map(ReportToReview::of).toList(),
                page.next());
    }

    @Operation(
            summary = "Confirm a report, ask back, or note something",
            description =
                    "About the revision that was looked at: 409 where another one stands by now. A question and a note need"
                            + " words.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ReviewMade reviewReport(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @RequestHeader(name = Repeated.HEADER, required = false) @Size(min = 1, max = 200) @Nullable String key,
            @Valid @RequestBody ReviewBody body,
            @CurrentActor Actor actor) {
        UUID id = repeated.id("review", key, actor);
        service.review(
                rounds.require(regime, period),
                new NewReview(
                        units.require(body.unit()).key(),
                        body.revision(),
                        body.kind(),
                        body.words() == null ? "" : body.words()),
                id,
                actor);
        return new ReviewMade(id);
    }

    @Operation(summary = "Confirm all that nobody has looked at and that was there at that instant")
    @PostMapping("/confirmations")
    ConfirmedCount confirmReports(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @Valid @RequestBody ConfirmBody body,
            @CurrentActor Actor actor) {
        TotalsScene scene = scenes.require(regime, period, body.place(), actor);
        return new ConfirmedCount(service.confirmAll(scene.open(), scene.node(), body.seenAt(), actor));
    }

    /**
     * @param unit the official code, the unit's id, or {@code place:} and the key of the place
     * @param revision the one that was looked at
     */
    record ReviewBody(
            @NotBlank @Size(max = 100) String unit,
            @NotNull @Min(1) Integer revision,
            @NotNull ReviewKind kind,
            @Nullable @Size(max = 2000) String words) {}

    record ReviewMade(UUID id) {}

    /** @param place without it the highest that the caller may see */
    record ConfirmBody(@Nullable Long place, @NotNull Instant seenAt) {}

    record ConfirmedCount(int confirmed) {}

    /** @param next the key to go on after; null on the last page */
    record ReportsToReview(
            int unreviewed,
            int questioned,
            int confirmed,
            List<ReportToReview> reports,
            @Nullable Long next) {}

    /**
     * @param values null for the signed zero; a field with null is not known yet
     * @param before what the unit said a period ago; null where it said nothing or a zero
     * @param hints why it is worth a look; never that it is wrong
     * @param reviews of any revision of it, newest first
     */
    record ReportToReview(
            long place,
            @Nullable String code,
            String name,
            int revision,
            boolean zero,
            @Nullable Map<String, @Nullable Object> values,
            @Nullable Map<String, @Nullable Object> before,
            String signer,
            Instant at,
            @Nullable String reason,
            Set<ReviewHint> hints,
            List<TotalsReview> reviews) {

        static ReportToReview of(ReviewRow row) {
            return new ReportToReview(
                    row.unit().key(),
                    row.unit().code(),
                    row.unit().fullName(),
                    row.revision(),
                    row.figures().zero(),
                    values(row.figures()),
                    values(row.before()),
                    row.signer(),
                    row.at(),
                    row.reason(),
                    row.hints(),
                    row.reviews());
        }

        private static @Nullable Map<String, @Nullable Object> values(@Nullable Figures figures) {
            return figures == null || figures.zero() ? null : figures.values();
        }
    }
}

package org.luoshi.reporting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.CurrentActor;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.exchange.ExchangeUnits;
import org.luoshi.reporting.review.Bulletin;
import org.luoshi.reporting.review.BulletinChange;
import org.luoshi.reporting.review.BulletinContent;
import org.luoshi.reporting.review.BulletinLine;
import org.luoshi.reporting.review.BulletinPage;
import org.luoshi.reporting.review.BulletinQueries;
import org.luoshi.reporting.review.BulletinService;
import org.luoshi.reporting.review.BulletinView;
import org.luoshi.reporting.review.Erratum;
import org.luoshi.shared.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bulletins for programs: drawn, worded, issued, read with the figures that are frozen in them. */
@Tag(name = "Reporting: bulletins")
@RestController
@RequestMapping("/api/v1/reporting")
class BulletinRestController {

    private final BulletinQueries queries;
    private final BulletinService service;
    private final RegimeQueries regimes;
    private final OpenRounds rounds;
    private final ExchangeUnits units;
    private final Repeated repeated;

    BulletinRestController(
            BulletinQueries queries,
            BulletinService service,
            RegimeQueries regimes,
            OpenRounds rounds,
            ExchangeUnits units,
            Repeated repeated) {
        this.queries = queries;
        this.service = service;
        this.regimes = regimes;
        this.rounds = rounds;
        this.units = units;
        this.repeated = repeated;
    }

    @Operation(
            summary = "Bulletins of a regime, newest first, without their figures",
            description =
                    "Go on with before = next until that is null. A page may hold fewer than asked for, where some are"
                            + " not the caller's to see.")
    @GetMapping("/regimes/{regime}/bulletins")
    BulletinList bulletinsOfRegime(
            @PathVariable UUID regime,
            @RequestParam(defaultValue = "2147483647") @Min(1) int before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @CurrentActor Actor actor) {
        BulletinPage page = queries.page(regimes.require(regime), before, limit, actor);
        return new BulletinList(page.lines().stream().map(BulletinInList::of).toList(), page.next());
    }

    @Operation(
            summary = "Draw a bulletin with the figures of now; it is a draft until it is issued",
            description = "For a large round it takes some seconds.")
    @PostMapping("/regimes/{regime}/bulletins")
    ResponseEntity<BulletinMade> drawBulletin(
            @PathVariable UUID regime,
            @RequestHeader(name = Repeated.HEADER, required = false) @Size(min = 1, max = 200) @Nullable String key,
            @Valid @RequestBody DrawBody body,
            @CurrentActor Actor actor) {
        String unit = body.unit();
        Bulletin bulletin = service.draw(
                repeated.id("bulletin", key, actor),
                rounds.require(regime, body.period()),
                unit == null ? PlaceKey.ALL : units.require(unit).key(),
                body.title(),
                actor);
        return ResponseEntity.created(URI.create("/api/v1/reporting/bulletins/" + bulletin.id()))
                .body(new BulletinMade(bulletin.id()));
    }

    @Operation(summary = "A bulletin with its figures, and what was corrected after it")
    @GetMapping("/bulletins/{id}")
    BulletinRead readBulletin(@PathVariable UUID id, @CurrentActor Actor actor) {
        return BulletinRead.of(queries.view(id, actor));
    }

    @Operation(summary = "Write the title and the words of a draft")
    @PutMapping("/bulletins/{id}/words")
    BulletinRead wordBulletin(@PathVariable UUID id, @Valid @RequestBody WordsBody body, @CurrentActor Actor actor) {
        service.reword(id, body.title(), body.words(), actor);
        return readBulletin(id, actor);
    }

    @Operation(summary = "Take the figures of a draft again, as they are now")
    @PostMapping("/bulletins/{id}/figures")
    BulletinRead retakeBulletin(@PathVariable UUID id, @CurrentActor Actor actor) {
        service.retake(id, actor);
        return readBulletin(id, actor);
    }

    @Operation(summary = "Issue it: from here on it never changes", description = "409 where it is issued already.")
    @PostMapping("/bulletins/{id}/issue")
    BulletinRead issueBulletin(@PathVariable UUID id, @CurrentActor Actor actor) {
        service.issue(id, actor);
        return readBulletin(id, actor);
    }

    /** @param unit code, id, or {@code place:} and the key of the place; left out for the whole tree */
    record DrawBody(
            @NotNull LocalDate period,
            @Nullable @Size(max = 100) String unit,
            @NotBlank @Size(max = 500) String title) {}

    record WordsBody(
            @NotBlank @Size(max = 500) String title,
            @NotBlank @Size(max = 40_000) String words) {}

    record BulletinMade(UUID id) {}

    /** @param next the number to go on before; null on the last page */
    record BulletinList(
            List<BulletinInList> bulletins, @Nullable Integer next) {}

    /** @param changesSince corrections after it, or after the last erratum to it */
    record BulletinInList(
            UUID id,
            int number,
            LocalDate period,
            long place,
            String title,
            Instant asOf,
            @Nullable Instant issuedAt,
            int changesSince,
            List<ErratumInList> errata) {

        static BulletinInList of(BulletinLine line) {
            Bulletin bulletin = line.bulletin();
            return new BulletinInList(
                    bulletin.id(),
                    bulletin.number(),
                    bulletin.period(),
                    bulletin.place(),
                    bulletin.title(),
                    bulletin.asOf(),
                    bulletin.issuedAt(),
                    line.changes(),
                    line.errata().stream().map(ErratumInList::of).toList());
        }
    }

    record ErratumInList(
            UUID id, int number, Instant asOf, @Nullable Instant issuedAt) {

        static ErratumInList of(Erratum erratum) {
            return new ErratumInList(erratum.id(), erratum.number(), erratum.asOf(), erratum.issuedAt());
        }
    }

    /**
     * @param content the frozen figures; a figure without a sum was given by nobody and is not zero
     * @param changesSince all corrections after it, or after the last erratum to it; {@code changes} holds the first of them
     */
    record BulletinRead(
            UUID id,
            UUID regime,
            int number,
            LocalDate period,
            String title,
            String words,
            Instant asOf,
            BulletinContent content,
            String madeBy,
            @Nullable String issuedBy,
            @Nullable Instant issuedAt,
            int changesSince,
            List<BulletinChange> changes,
            List<ErratumInList> errata) {

        static BulletinRead of(BulletinView view) {
            Bulletin bulletin = view.bulletin();
            return new BulletinRead(
                    bulletin.id(),
                    view.regime().key(),
                    bulletin.number(),
                    bulletin.period(),
                    bulletin.title(),
                    bulletin.words(),
                    bulletin.asOf(),
                    bulletin.content(),
                    view.madeBy(),
                    view.issuedBy(),
                    bulletin.issuedAt(),
                    view.count(),
                    view.changes(),
                    view.errata().stream().map(ErratumInList::of).toList());
        }
    }
}
